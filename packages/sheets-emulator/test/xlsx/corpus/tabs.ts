/** Tabs: merges, sizes, names, and cells that are few and far apart. */
import { cell, row, xlsxFile, xlsxParts, packParts } from '#test/support/xlsx-file';
import type { Specimen } from './specimen';

const styled = (from: number, to: number, style: (row: number) => number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    return row(number, `<c r="A${number}" s="${style(number)}"/>`);
  }).join('');

export const TABS: readonly Specimen[] = [
  {
    trait: 'merged cells',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>1</v>')) },
      after: { S: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:B5"/></mergeCells>' },
    }),
    cells: { 'S!A1': 1 },
    merges: { S: ['A1:C1', 'B3:B5'] },
  },
  {
    trait: 'a merge beyond the cells',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>1</v>')) },
      after: { S: '<mergeCells><mergeCell ref="AD1200:AE1201"/></mergeCells>' },
    }),
    cells: { 'S!A1': 1 },
    merges: { S: ['AD1200:AE1201'] },
  },
  {
    trait: 'a cell in the last corner',
    bytes: xlsxFile({
      sheets: {
        S: row(1, cell('A1', '<v>1</v>')) + row(1_048_576, cell('XFD1048576', '<v>7</v>')),
      },
    }),
    cells: { 'S!A1': 1, 'S!XFD1048576': 7 },
  },
  {
    trait: 'cells far apart, with links, notes and merges of their own',
    bytes: withNote(
      xlsxParts({
        sheets: {
          S:
            row(1, cell('A1', '<v>1</v>')) +
            row(900_000, cell('B900000', '<f>A1+1</f><v>2</v>'), cell('XFC900000', '<v>3</v>')),
        },
        after: {
          S: '<mergeCells><mergeCell ref="B900000:C900000"/></mergeCells><hyperlinks><hyperlink ref="A1" location="S!B900000"/></hyperlinks>',
        },
      }),
      'B900000',
    ),
    cells: { 'S!A1': 1, 'S!B900000': { v: 2, f: 'A1+1' }, 'S!XFC900000': 3 },
    merges: { S: ['B900000:C900000'] },
  },
  {
    trait: 'a tab that claims to have every cell',
    bytes: withDimension(
      xlsxParts({ sheets: { S: row(1, cell('A1', '<v>1</v>')) } }),
      'A1:XFD1048576',
    ),
    cells: { 'S!A1': 1 },
  },
  {
    trait: 'formatted rows without end',
    bytes: xlsxFile({
      sheets: {
        S:
          row(1, cell('A1', '<v>5</v>', 's="1"')) +
          styled(2, 5000, () => 1) +
          row(5001, cell('A5001', '<v>6</v>')),
      },
      numberFormats: ['0.00'],
    }),
    cells: { 'S!A1': { v: 5, w: '5.00' }, 'S!A5001': 6 },
  },
  {
    trait: 'stripes without end',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>5</v>')) + styled(2, 3000, (number) => (number % 3) + 1) },
      numberFormats: ['0.00', '0.0', '0%'],
    }),
    cells: { 'S!A1': 5 },
  },
  {
    trait: 'rows and cells without their places',
    bytes: xlsxFile({
      sheets: {
        S: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c s="1"/></row><row><c s="1"/></row><row><c/><c><v>3</v></c></row>',
      },
      numberFormats: ['0.00'],
    }),
    cells: { 'S!A1': 1, 'S!B1': 2, 'S!B4': 3 },
  },
  {
    trait: 'hidden tabs, rows and columns',
    bytes: packParts(
      changed(
        xlsxParts({
          sheets: {
            S: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
            H: row(1, cell('A1', '<v>3</v>')),
          },
        }),
        'xl/workbook.xml',
        (xml) => xml.replace('name="H"', 'name="H" state="veryHidden"'),
      ),
    ),
    cells: { 'S!A2': 2, 'H!A1': 3 },
    tabs: ['S', 'H'],
  },
  {
    trait: 'names that stand for nothing any more',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>1</v>')), T: row(1, cell('A1', '<v>2</v>')) },
      workbook:
        '<definedNames><definedName name="Gone">#REF!</definedName><definedName name="Good">S!$A$1</definedName><definedName name="Rate">0.2</definedName><definedName name="Else">[2]Rates!$A$1</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">S!$A$1:$B$9</definedName><definedName name="Good" localSheetId="1">T!$A$1</definedName></definedNames>',
    }),
    cells: { 'S!A1': 1, 'T!A1': 2 },
    names: { Good: 'S!A1' },
    leftOut: { names: ['Gone', 'Rate', 'Else', 'Good'] },
  },
  {
    trait: 'colours by rule, a picture of the page and a locked tab',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>1</v>')) },
      after: {
        S: '<sheetProtection sheet="1"/><conditionalFormatting sqref="A1"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>0</formula></cfRule></conditionalFormatting><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>',
      },
    }),
    cells: { 'S!A1': 1 },
    leftOut: { conditionalFormats: ['S'], headersAndFooters: ['S'], protection: ['S'] },
  },
  {
    trait: 'rules of entry, one of them unknown',
    bytes: xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>1</v>')) },
      after: {
        S: '<dataValidations><dataValidation type="list" sqref="B1:B9"><formula1>"出席,请假"</formula1></dataValidation><dataValidation type="textLength" operator="lessThan" sqref="C1"><formula1>5</formula1></dataValidation></dataValidations>',
      },
    }),
    cells: { 'S!A1': 1 },
    leftOut: { validations: ['S'] },
  },
];

function changed(parts: ReturnType<typeof xlsxParts>, path: string, edit: (xml: string) => string) {
  return parts.set(path, edit(String(parts.get(path))));
}

function withDimension(parts: ReturnType<typeof xlsxParts>, ref: string): Buffer {
  return packParts(
    changed(parts, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<sheetData>', `<dimension ref="${ref}"/><sheetData>`),
    ),
  );
}

function withNote(parts: ReturnType<typeof xlsxParts>, ref: string): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    `<Relationships><Relationship Id="rId1" Type="${type}" Target="../comments1.xml"/></Relationships>`,
  );
  parts.set(
    'xl/comments1.xml',
    `<comments><authors><author>A</author></authors><commentList><comment ref="${ref}" authorId="0"><text><t>含税</t></text></comment></commentList></comments>`,
  );
  return packParts(parts);
}
