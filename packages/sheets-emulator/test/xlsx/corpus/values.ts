/** Texts, numbers and other values, as different programs write them. */
import { cell, row, xlsxFile } from '#test/support/xlsx-file';
import type { Specimen } from './specimen';

const one = (...cells: string[]) => ({ S: row(1, ...cells) });

export const VALUES: readonly Specimen[] = [
  {
    trait: 'shared strings',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>1</v>', 't="s"'), cell('B1', '<v>0</v>', 't="s"')),
      sharedStrings: ['周敏', '姓名 &amp; 单位'],
    }),
    cells: { 'S!A1': '姓名 & 单位', 'S!B1': '周敏' },
  },
  {
    trait: 'inline strings',
    bytes: xlsxFile({ sheets: one(cell('A1', '<is><t>机关</t></is>', 't="inlineStr"')) }),
    cells: { 'S!A1': '机关' },
  },
  {
    trait: 'a text that is a formula’s result',
    bytes: xlsxFile({ sheets: one(cell('A1', '<f>"a"&amp;"b"</f><v>ab</v>', 't="str"')) }),
    cells: { 'S!A1': { v: 'ab', f: '"a"&"b"' } },
  },
  {
    trait: 'an empty shared string without a value',
    bytes: xlsxFile({
      sheets: one('<c r="A1" t="s"/>', cell('B1', '<v>0</v>', 't="s"')),
      sharedStrings: ['第一'],
    }),
    cells: { 'S!A1': null, 'S!B1': '第一' },
  },
  {
    trait: 'an empty shared string with an empty value',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<v/>', 't="s"'),
        cell('B1', '<v></v>', 't="s" s="1"'),
        cell('C1', '', 't="s"'),
      ),
      sharedStrings: ['第一'],
      numberFormats: ['0.00'],
    }),
    cells: { 'S!A1': null, 'S!B1': null, 'S!C1': null },
  },
  {
    trait: 'a shared string that is not there',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>7</v>', 't="s"'), cell('B1', '<v>3</v>')),
      sharedStrings: ['第一'],
    }),
    cells: { 'S!A1': null, 'S!B1': 3 },
  },
  {
    trait: 'text in several formats',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>0</v>', 't="s"')),
      sharedStrings: ['<r><rPr><b/></rPr><t>请假</t></r><r><t xml:space="preserve"> 三天</t></r>'],
    }),
    cells: { 'S!A1': '请假 三天' },
    leftOut: { textFormats: ['S'] },
  },
  {
    trait: 'readings beside an inline text',
    bytes: xlsxFile({
      sheets: one(
        cell(
          'A1',
          '<is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>',
          't="inlineStr"',
        ),
      ),
    }),
    cells: { 'S!A1': '東京' },
  },
  {
    trait: 'readings beside a shared text',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>0</v>', 't="s"')),
      sharedStrings: ['<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>'],
    }),
    cells: { 'S!A1': '東京' },
  },
  {
    trait: 'line breaks as _x000D_ and a newline',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>0</v>', 't="s"'), cell('B1', '<v>1</v>', 't="s"')),
      sharedStrings: ['第一行_x000D_\n第二行', 'a&#13;\nb'],
    }),
    cells: { 'S!A1': '第一行\n第二行', 'S!B1': 'a\nb' },
  },
  {
    trait: 'a text that only looks like an escape',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<v>0</v>', 't="s"'),
        cell('B1', '<is><t>_x005F_x0041_</t></is>', 't="inlineStr"'),
      ),
      sharedStrings: ['file_x005F_x000D_name'],
    }),
    cells: { 'S!A1': 'file_x000D_name', 'S!B1': '_x0041_' },
  },
  {
    trait: 'blanks around a text',
    bytes: xlsxFile({
      sheets: one(cell('A1', '<v>0</v>', 't="s"')),
      sharedStrings: ['<t xml:space="preserve">  二 </t>'],
    }),
    cells: { 'S!A1': '  二 ' },
  },
  {
    trait: 'digits that are text',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<is><t>007</t></is>', 't="inlineStr" s="1"'),
        cell('B1', '<is><t>330106199001011234</t></is>', 't="inlineStr"'),
      ),
      numberFormats: ['@'],
    }),
    cells: { 'S!A1': '007', 'S!B1': '330106199001011234' },
  },
  {
    trait: 'true, false and an error',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<v>1</v>', 't="b"'),
        cell('B1', '<v>0</v>', 't="b"'),
        cell('C1', '<f>1/0</f><v>#DIV/0!</v>', 't="e"'),
      ),
    }),
    cells: { 'S!A1': true, 'S!B1': false, 'S!C1': { f: '1/0' } },
  },
  {
    trait: 'numbers in every spelling',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<v>1.5E-3</v>'),
        cell('B1', '<v> 42 </v>', 't="n"'),
        cell('C1', '<v>-0.1</v>'),
        cell('D1', '<v>9007199254740991</v>'),
      ),
    }),
    cells: { 'S!A1': 0.0015, 'S!B1': 42, 'S!C1': -0.1, 'S!D1': 9007199254740991 },
  },
  {
    trait: 'percent, money and thousands',
    bytes: xlsxFile({
      sheets: one(
        cell('A1', '<v>0.893</v>', 's="1"'),
        cell('B1', '<v>3592.86</v>', 's="2"'),
        cell('C1', '<v>1234567</v>', 's="3"'),
      ),
      numberFormats: ['0.0%', '&quot;¥&quot;#,##0.00', 3],
    }),
    cells: {
      'S!A1': { v: 0.893, w: '89.3%' },
      'S!B1': { v: 3592.86, w: '¥3,592.86' },
      'S!C1': { v: 1234567, w: '1,234,567' },
    },
  },
];
