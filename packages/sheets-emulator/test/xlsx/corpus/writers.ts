/** What each of the usual programs writes in its own way, together in one file as that program would write it. */
import {
  cell,
  packParts,
  row,
  xlsxParts,
  type PartTexts,
  type XlsxParts,
} from '#test/support/xlsx-file';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Specimen } from './specimen';

function edited(parts: XlsxParts, edit: (texts: PartTexts) => void): Buffer {
  const texts = xlsxParts(parts);
  edit(texts);
  return packParts(texts, { isDeflated: true });
}

function replace(texts: PartTexts, path: string, from: string | RegExp, to: string): void {
  const text = String(texts.get(path));
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} holds no ${String(from)}`);
  texts.set(path, changed);
}

const SHEET = 'xl/worksheets/sheet1.xml';

/** The program's name is in the properties of the file. */
const program = (name: string): string =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${name}</Application></Properties>`;

const excel = edited(
  {
    sheets: {
      Sheet1:
        row(
          1,
          cell('A1', '<v>2</v>'),
          cell('B1', '<f>_xlfn.CONCAT(A1,"个")</f><v>2个</v>', 't="str"'),
        ) +
        row(
          2,
          cell('A2', '<f t="array" ref="A2:A3">_xlfn._xlws.SORT(A1:A1)</f><v>2</v>', 'cm="1"'),
        ),
    },
    after: {
      Sheet1:
        '<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><extLst><ext uri="{00000000-0000-0000-0000-000000000000}" xmlns:x14="urn:x14"><x14:unknown/></ext></extLst>',
    },
    workbook: '<calcPr calcId="191029"/>',
  },
  (texts) => {
    replace(
      texts,
      SHEET,
      '<worksheet ',
      '<worksheet xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}" ',
    );
    replace(texts, SHEET, '<row r="1"', '<row r="1" spans="1:2" x14ac:dyDescent="0.2"');
    replace(
      texts,
      SHEET,
      '<sheetData>',
      '<dimension ref="A1:B3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.2"/><sheetData>',
    );
    texts.set('docProps/app.xml', program('Microsoft Excel'));
    texts.set('docProps/core.xml', '<coreProperties/>');
    texts.set('xl/calcChain.xml', '<calcChain><c r="B1" i="1"/></calcChain>');
    texts.set('xl/metadata.xml', '<metadata/>');
  },
);

const wps = edited(
  {
    sheets: {
      花名册: row(1, cell('A1', '<v>0</v>', 't="s"'), cell('B1', '<v>46087</v>', 's="1"')),
    },
    sharedStrings: [
      '<t xml:space="preserve">姓名 </t><phoneticPr fontId="1" type="noConversion"/>',
    ],
    numberFormats: ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@'],
  },
  (texts) => {
    replace(
      texts,
      SHEET,
      '<worksheet ',
      '<worksheet xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ',
    );
    replace(texts, SHEET, '<sheetData>', '<sheetPr/><dimension ref="A1:B1"/><sheetData>');
    replace(texts, SHEET, '<row r="1"', '<row r="1" customFormat="1" spans="1:2"');
    replace(
      texts,
      SHEET,
      '</worksheet>',
      '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/><extLst><ext uri="{00000000-0000-0000-0000-000000000001}"><etc:dataValidations/></ext></extLst></worksheet>',
    );
    texts.set('docProps/app.xml', program('WPS 表格'));
    texts.set(
      'docProps/custom.xml',
      '<Properties><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr xmlns:vt="urn:vt">2052-12.1.0</vt:lpwstr></property></Properties>',
    );
    texts.set(
      'xl/cellimages.xml',
      '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
    );
  },
);

const numbers = edited(
  {
    sheets: {
      '工作表 1 - 表格 1':
        row(1, cell('A1', '<v>0</v>', 't="s" s="1"')) + row(2, cell('A2', '<v>1</v>', 't="b"')),
    },
    sharedStrings: ['<t xml:space="preserve">表格 1</t>'],
    numberFormats: ['@'],
    after: { '工作表 1 - 表格 1': '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' },
  },
  (texts) => {
    // A tab for each table, with the title merged above it; nothing says which program it was, and there is a theme without fonts.
    replace(
      texts,
      SHEET,
      '<sheetData>',
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" defaultGridColor="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="8.33333" defaultRowHeight="19.9" customHeight="1" outlineLevelRow="0" outlineLevelCol="0"/><sheetData>',
    );
    texts.set(
      'xl/theme/theme1.xml',
      '<a:theme xmlns:a="a" name="Blank"><a:themeElements/></a:theme>',
    );
  },
);

const libreOffice = edited(
  {
    sheets: {
      Sheet1:
        row(
          1,
          cell('A1', '<v>2</v>', 's="1" t="n"'),
          cell('B1', '<f aca="false">A1*2</f><v>4</v>', 't="n"'),
        ) +
        row(
          2,
          cell('A2', '<v>1</v>', 't="b"'),
          cell('B2', '<f aca="true">COM.MICROSOFT.CONCAT(A1,A2)</f><v>2TRUE</v>', 't="str"'),
        ),
    },
    numberFormats: ['General'],
  },
  (texts) => {
    replace(
      texts,
      SHEET,
      '<sheetData>',
      '<sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1:B2"/><cols><col collapsed="false" customWidth="false" hidden="false" outlineLevel="0" max="1025" min="1" style="0" width="11.53515625"/></cols><sheetData>',
    );
    replace(
      texts,
      SHEET,
      '<row r="1"',
      '<row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"',
    );
    replace(
      texts,
      'xl/styles.xml',
      'applyNumberFormat="1"',
      'applyFont="true" applyBorder="false" applyAlignment="false" applyProtection="false"',
    );
    texts.set('docProps/app.xml', program('LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project'));
  },
);

const google = edited(
  {
    sheets: {
      日程:
        row(1, cell('A1', '<v>0</v>', 't="s" s="1"'), cell('B1', '<v>46087</v>', 's="2"')) +
        row(
          2,
          cell(
            'A2',
            '<f>IFERROR(__xludf.DUMMYFUNCTION("QUERY(花名册!A:B)"),"甲")</f><v>甲</v>',
            't="str"',
          ),
          cell('B2', '<f t="shared" ref="B2:B3" si="1">B1+1</f><v>46088</v>', 's="2"'),
        ) +
        row(
          3,
          cell('A3', ''),
          cell('B3', '<f t="shared" ref="B2:B3" si="1"/><v>46089</v>', 's="2"'),
        ),
    },
    sharedStrings: ['期次'],
    numberFormats: ['General', 'yyyy-mm-dd'],
    after: { 日程: '<drawing r:id="rId1"/>' },
  },
  (texts) => {
    replace(
      texts,
      SHEET,
      '<worksheet ',
      '<worksheet xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" ',
    );
    replace(
      texts,
      SHEET,
      '<sheetData>',
      '<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/><sheetData>',
    );
    // No properties of the file, no theme, and a drawing on every tab that holds nothing.
    texts.set(
      'xl/worksheets/_rels/sheet1.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    );
    texts.set(
      'xl/drawings/drawing1.xml',
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
    );
  },
);

/** A list of people that LibreOffice 7.4 itself wrote. */
const ofLibreOffice = readFileSync(join(__dirname, 'libreoffice-7.4.xlsx'));

export const WRITERS: readonly Specimen[] = [
  {
    trait: 'a list that LibreOffice itself wrote',
    bytes: ofLibreOffice,
    cells: {
      'reg!A1': '云溪区参加学习人员名单',
      'reg!C3': '区直甲局',
      'reg!D3': { v: 46087, w: '2026-03-06' },
      'reg!E5': { v: 7.5, f: 'SUM(E3:E4)' },
    },
    tabs: ['reg'],
    leftOut: { headersAndFooters: ['reg'] },
  },
  {
    trait: 'what Excel writes: its own namespaces, newer functions, a chain of calculation',
    bytes: excel,
    cells: { 'Sheet1!A1': 2, 'Sheet1!B1': { v: '2个', f: '_xlfn.CONCAT(A1,"个")' } },
    tabs: ['Sheet1'],
  },
  {
    trait: 'what WPS writes: its own namespace and properties, Chinese dates',
    bytes: wps,
    cells: { '花名册!A1': '姓名 ', '花名册!B1': { v: 46087, w: '2026年3月6日' } },
    tabs: ['花名册'],
    leftOut: { otherParts: ['xl/cellimages.xml'] },
  },
  {
    trait: 'what Numbers writes: a tab for each table, its title merged above',
    bytes: numbers,
    cells: { '工作表 1 - 表格 1!A1': '表格 1', '工作表 1 - 表格 1!A2': true },
    tabs: ['工作表 1 - 表格 1'],
    merges: { '工作表 1 - 表格 1': ['A1:B1'] },
  },
  {
    trait: 'what LibreOffice writes: true and false as words, functions of another name',
    bytes: libreOffice,
    cells: {
      'Sheet1!A1': 2,
      'Sheet1!B1': { v: 4, f: 'A1*2' },
      'Sheet1!A2': true,
      'Sheet1!B2': { v: '2TRUE', f: 'COM.MICROSOFT.CONCAT(A1,A2)' },
    },
    tabs: ['Sheet1'],
  },
  {
    trait: 'what Google writes: stand-ins for its own functions, an empty drawing, no properties',
    bytes: google,
    cells: {
      '日程!A1': '期次',
      '日程!B1': { v: 46087, w: '2026-03-06' },
      '日程!A2': { v: '甲', f: 'IFERROR(__xludf.DUMMYFUNCTION("QUERY(花名册!A:B)"),"甲")' },
      '日程!B3': { v: 46089, f: 'B2+1', w: '2026-03-08' },
    },
    tabs: ['日程'],
  },
];
