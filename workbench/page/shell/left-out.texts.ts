// One sentence for each kind of thing that an .xlsx file may hold and the workbook has no place for.
import type { Language } from '../language';

export type LeftOutSentence = Readonly<Record<Language, string>>;

const sentence = (zh: string, en: string): LeftOutSentence => ({ zh, en });

export const LEFT_OUT_SENTENCES: Readonly<Record<string, LeftOutSentence>> = {
  chartTab: sentence('只有一张图表的工作表没有带进来：{places}。', 'Tabs that are only a chart were left out: {places}.'),
  macroTab: sentence('宏表和对话框表没有带进来：{places}。', 'Tabs of macros or dialogs were left out: {places}.'),
  unreadableTab: sentence(
    '文件中缺失或已损坏的工作表没有带进来：{places}。请在 Excel 或 WPS 中打开原文件，另存后再试。',
    'Tabs that are missing or damaged in the file were left out: {places}. Open the file in Excel or WPS, save it anew, and try again.',
  ),
  emptyFile: sentence('文件里没有带单元格的工作表，所以这里是一张空表。', 'The file has no tab with cells, so this is an empty one.'),
  charts: sentence('图表没有带进来：{places}。', 'Charts were left out: {places}.'),
  pictures: sentence('图片和图形没有带进来：{places}。', 'Pictures and shapes were left out: {places}.'),
  pivotTables: sentence('数据透视表只留下它显示的数字：{places}。', 'Of pivot tables only the numbers they show are here: {places}.'),
  conditionalFormats: sentence('按条件变色的规则没有带进来：{places}。', 'Colours by rule were left out: {places}.'),
  tables: sentence('“表格”样式没有带进来，单元格都在：{places}。', 'The style of tables was left out; their cells are here: {places}.'),
  slicers: sentence('切片器没有带进来：{places}。', 'Slicers were left out: {places}.'),
  sparklines: sentence('迷你图没有带进来：{places}。', 'Sparklines were left out: {places}.'),
  headersAndFooters: sentence('页眉和页脚没有带进来：{places}。', 'Page headers and footers were left out: {places}.'),
  protection: sentence('工作表保护没有带进来，可以编辑：{places}。', 'The protection of tabs was left out; they can be edited: {places}.'),
  groups: sentence('行列分组没有带进来：{places}。', 'Groups of rows and columns were left out: {places}.'),
  validations: sentence('有些输入限制没有带进来：{places}。', 'Some rules for entries were left out: {places}.'),
  textFormats: sentence('同一单元格内的不同字体只留下文字：{places}。', 'Of several fonts within a cell only the text is here: {places}.'),
  controls: sentence('按钮、控件和嵌入对象没有带进来：{places}。', 'Buttons, controls and embedded objects were left out: {places}.'),
  threadedComments: sentence('批注的回复没有带进来：{places}。', 'Replies to comments were left out: {places}.'),
  notes: sentence('已损坏的批注没有带进来：{places}。', 'Damaged notes were left out: {places}.'),
  names: sentence('不代表单元格的名称没有带进来：{places}。用到它们的公式显示文件里的结果。', 'Names that stand for no cells were left out: {places}. Formulas with them show the result in the file.'),
  linkedFiles: sentence('引用其他文件的公式显示文件里的结果，不会更新。', 'Formulas that refer to other files show the result in the file; they are not updated.'),
  macros: sentence('宏没有带进来。', 'Macros were left out.'),
  formats: sentence('文件的格式部分已损坏：日期等显示为数字，请重新设置格式。', 'The formats of the file are damaged: dates and others show as numbers; set their formats again.'),
  texts: sentence(
    '文件的文字部分缺失或已损坏，有些单元格是空的。请在 Excel 或 WPS 中打开原文件，另存后再试。',
    'The texts of the file are missing or damaged, and some cells are empty. Open the file in Excel or WPS, save it anew, and try again.',
  ),
  farFormats: sentence('内容下方空行的格式没有带进来：{places}。', 'The formats of empty rows below the entries were left out: {places}.'),
  otherParts: sentence('文件里还有认不出的部分没有带进来：{places}。', 'Parts of the file that are unknown were left out: {places}.'),
};
