/** Packages that are put together in other ways, or not quite right. */
import { cell, packParts, row, xlsxParts, type PartTexts } from '#test/support/xlsx-file';
import type { Specimen } from './specimen';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const sample = (): PartTexts =>
  xlsxParts({
    sheets: {
      S: row(1, cell('A1', '<v>0</v>', 't="s"'), cell('B1', '<v>46087</v>', 's="1"')),
      T: row(1, cell('A1', '<v>2</v>')),
    },
    sharedStrings: ['姓名'],
    numberFormats: ['yyyy-mm-dd'],
  });

const CELLS = { 'S!A1': '姓名', 'S!B1': { v: 46087, w: '2026-03-06' }, 'T!A1': 2 };

function edited(edit: (parts: PartTexts) => void, packing = {}): Buffer {
  const parts = sample();
  edit(parts);
  return packParts(parts, packing);
}

function replace(parts: PartTexts, path: string, from: string | RegExp, to: string): void {
  const text = String(parts.get(path));
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} holds no ${String(from)}`);
  parts.set(path, changed);
}

function rename(parts: PartTexts, from: string, to: string): void {
  parts.set(to, parts.get(from) ?? '');
  parts.delete(from);
}

export const PACKAGES: readonly Specimen[] = [
  {
    trait: 'a part that says it is smaller than it is',
    bytes: edited(() => undefined, { isDeflated: true, claimedSize: 97 }),
    cells: CELLS,
  },
  {
    trait: 'a part that says it is larger than it is',
    bytes: edited(() => undefined, { isDeflated: true, claimedSize: 90_000 }),
    cells: CELLS,
  },
  {
    trait: 'a chart on a tab of its own',
    bytes: edited((parts) => {
      replace(
        parts,
        'xl/workbook.xml',
        '<sheets>',
        '<sheets><sheet name="图" sheetId="9" r:id="rId9"/>',
      );
      replace(
        parts,
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        `<Relationship Id="rId9" Type="${TYPES}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
      );
      parts.set('xl/chartsheets/sheet1.xml', '<chartsheet/>');
    }),
    cells: CELLS,
    tabs: ['S', 'T'],
    leftOut: { chartTab: ['图'] },
  },
  {
    trait: 'nothing but a chart',
    bytes: edited((parts) => {
      replace(parts, 'xl/_rels/workbook.xml.rels', /worksheet"/g, 'chartsheet"');
    }),
    cells: {},
    tabs: ['Sheet1'],
    leftOut: { chartTab: ['S', 'T'], emptyFile: [] },
  },
  {
    trait: 'a tab whose part is missing',
    bytes: edited((parts) => parts.delete('xl/worksheets/sheet2.xml')),
    cells: { 'S!A1': '姓名' },
    tabs: ['S'],
    leftOut: { unreadableTab: ['T'] },
  },
  {
    trait: 'a tab whose part is broken',
    bytes: edited((parts) =>
      parts.set('xl/worksheets/sheet2.xml', '<worksheet><sheetData><row r="1"><c r="A1'),
    ),
    cells: { 'S!A1': '姓名', 'S!B1': { v: 46087, w: '2026-03-06' } },
    tabs: ['S'],
    leftOut: { unreadableTab: ['T'] },
  },
  {
    trait: 'formats that are broken',
    bytes: edited((parts) => parts.set('xl/styles.xml', '<styleSheet><cellXfs>')),
    cells: { 'S!A1': '姓名', 'S!B1': 46087 },
    leftOut: { formats: [] },
  },
  {
    trait: 'no formats',
    bytes: edited((parts) => parts.delete('xl/styles.xml')),
    cells: { 'S!A1': '姓名', 'S!B1': 46087, 'T!A1': 2 },
  },
  {
    trait: 'no shared strings',
    bytes: edited((parts) => parts.delete('xl/sharedStrings.xml')),
    cells: { 'S!A1': null, 'T!A1': 2 },
    leftOut: { texts: [] },
  },
  {
    trait: 'no list of content types',
    bytes: edited((parts) => parts.delete('[Content_Types].xml')),
    cells: CELLS,
  },
  {
    trait: 'no root relationships',
    bytes: edited((parts) => parts.delete('_rels/.rels')),
    cells: CELLS,
  },
  {
    trait: 'no relationships of the workbook',
    bytes: edited((parts) => parts.delete('xl/_rels/workbook.xml.rels')),
    cells: CELLS,
  },
  {
    trait: 'paths from the root',
    bytes: edited((parts) => {
      replace(parts, 'xl/_rels/workbook.xml.rels', /Target="/g, 'Target="/xl/');
      replace(parts, '_rels/.rels', 'Target="', 'Target="/');
    }),
    cells: CELLS,
  },
  {
    trait: 'paths with backslashes and in other case',
    bytes: edited((parts) => {
      rename(parts, 'xl/worksheets/sheet1.xml', 'xl\\worksheets\\Sheet1.xml');
      rename(parts, 'xl/sharedStrings.xml', 'xl/SharedStrings.XML');
      rename(parts, 'xl/workbook.xml', 'XL/Workbook.xml');
    }),
    cells: CELLS,
  },
  {
    trait: 'elements with a prefix',
    bytes: edited((parts) => {
      for (const path of [
        'xl/worksheets/sheet1.xml',
        'xl/workbook.xml',
        'xl/styles.xml',
        'xl/sharedStrings.xml',
      ]) {
        replace(parts, path, /<(\/?)(?=[a-z])/gi, '<$1x:');
        replace(parts, path, ' xmlns=', ' xmlns:x=');
      }
    }),
    cells: CELLS,
  },
  {
    trait: 'single quotes around attributes',
    bytes: edited((parts) => {
      replace(parts, 'xl/worksheets/sheet1.xml', /"/g, "'");
      replace(parts, 'xl/workbook.xml', /"/g, "'");
    }),
    cells: CELLS,
  },
  {
    trait: 'parts in UTF-16, and with a mark in front',
    bytes: edited((parts) => {
      const text = String(parts.get('xl/sharedStrings.xml')).replace('UTF-8', 'UTF-16');
      parts.set('xl/sharedStrings.xml', Buffer.from(`\uFEFF${text}`, 'utf16le'));
      parts.set(
        'xl/worksheets/sheet1.xml',
        `\uFEFF${String(parts.get('xl/worksheets/sheet1.xml'))}`,
      );
    }),
    cells: CELLS,
  },
  {
    trait: 'the strict kind of the format',
    bytes: edited((parts) => {
      for (const [path, text] of parts) {
        parts.set(
          path,
          String(text)
            .replaceAll(
              'http://schemas.openxmlformats.org/officeDocument/2006',
              'http://purl.oclc.org/ooxml/officeDocument',
            )
            .replaceAll(
              'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
              'http://purl.oclc.org/ooxml/spreadsheetml/main',
            ),
        );
      }
    }),
    cells: CELLS,
  },
  {
    trait: 'parts that nobody knows, macros and links to files',
    bytes: edited((parts) => {
      parts.set('xl/somethingNew.xml', '<new/>');
      parts.set('xl/vbaProject.bin', 'x');
      parts.set('xl/externalLinks/externalLink1.xml', '<externalLink/>');
      parts.set('docProps/app.xml', '<Properties');
    }),
    cells: CELLS,
    leftOut: { macros: [], linkedFiles: [], otherParts: ['xl/somethingNew.xml'] },
  },
  {
    trait: 'a chart, a picture, a pivot table and a table beside the cells',
    bytes: edited((parts) => {
      const link = (id: number, type: string, target: string) =>
        `<Relationship Id="rId${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
      parts.set(
        'xl/worksheets/_rels/sheet1.xml.rels',
        `<Relationships>${link(1, 'drawing', '../drawings/drawing1.xml')}${link(2, 'pivotTable', '../pivotTables/pivotTable1.xml')}${link(3, 'table', '../tables/table1.xml')}</Relationships>`,
      );
      parts.set('xl/drawings/drawing1.xml', '<wsDr><twoCellAnchor><pic/></twoCellAnchor></wsDr>');
      parts.set(
        'xl/drawings/_rels/drawing1.xml.rels',
        `<Relationships>${link(1, 'chart', '../charts/chart1.xml')}</Relationships>`,
      );
      parts.set('xl/charts/chart1.xml', '<chartSpace');
      parts.set('xl/pivotTables/pivotTable1.xml', '<pivotTableDefinition');
      parts.set('xl/tables/table1.xml', '<table');
    }),
    cells: CELLS,
    leftOut: { charts: ['S'], pictures: ['S'], pivotTables: ['S'], tables: ['S'] },
  },
  {
    trait: 'notes that are broken',
    bytes: edited((parts) => {
      parts.set(
        'xl/worksheets/_rels/sheet1.xml.rels',
        `<Relationships><Relationship Id="rId1" Type="${TYPES}/comments" Target="../comments1.xml"/></Relationships>`,
      );
      parts.set('xl/comments1.xml', '<comments><commentList><comment ref="A1');
    }),
    cells: CELLS,
    leftOut: { notes: ['S'] },
  },
  {
    trait: 'two tabs of one name, and one without',
    bytes: edited((parts) => {
      replace(parts, 'xl/workbook.xml', 'name="T"', 'name="s"');
    }),
    cells: { 'S!A1': '姓名', 's (2)!A1': 2 },
    tabs: ['S', 's (2)'],
  },
];
