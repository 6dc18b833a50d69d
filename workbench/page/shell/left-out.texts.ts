// One sentence for each kind of thing that an .xlsx file may hold and the workbook has no place for.
import { text, type Text } from '#core/text/language';

export const LEFT_OUT_SENTENCES: Readonly<Record<string, Text>> = {
  chartTab: text('只有一张图表的工作表没有带进来：{places}。', '只有一張圖表的工作表沒有帶進來：{places}。', 'Tabs that are only a chart were left out: {places}.'),
  macroTab: text('宏表和对话框表没有带进来：{places}。', '宏表和對話方塊表沒有帶進來：{places}。', 'Tabs of macros or dialogs were left out: {places}.'),
  unreadableTab: text(
    '文件中缺失或已损坏的工作表没有带进来：{places}。请在 Excel 或 WPS 中打开原文件，另存后再试。',
    '文件中缺失或已損壞的工作表沒有帶進來：{places}。請在 Excel 或 WPS 中開啟原文件，另存後再試。',
    'Tabs that are missing or damaged in the file were left out: {places}. Open the file in Excel or WPS, save it anew, and try again.',
  ),
  emptyFile: text('文件里没有带单元格的工作表，所以这里是一张空表。', '文件裡沒有帶儲存格的工作表，所以這裡是一張空表。', 'The file has no tab with cells, so this is an empty one.'),
  charts: text('图表没有带进来：{places}。', '圖表沒有帶進來：{places}。', 'Charts were left out: {places}.'),
  pictures: text('图片和图形没有带进来：{places}。', '圖片和圖形沒有帶進來：{places}。', 'Pictures and shapes were left out: {places}.'),
  pivotTables: text('数据透视表只留下它显示的数字：{places}。', '資料透視表只留下它顯示的數字：{places}。', 'Of pivot tables only the numbers they show are here: {places}.'),
  conditionalFormats: text('按条件变色的规则没有带进来：{places}。', '按條件變色的規則沒有帶進來：{places}。', 'Colours by rule were left out: {places}.'),
  tables: text('“表格”样式没有带进来，单元格都在：{places}。', '「表格」樣式沒有帶進來，儲存格都在：{places}。', 'The style of tables was left out; their cells are here: {places}.'),
  slicers: text('切片器没有带进来：{places}。', '切片器沒有帶進來：{places}。', 'Slicers were left out: {places}.'),
  sparklines: text('迷你图没有带进来：{places}。', '迷你圖沒有帶進來：{places}。', 'Sparklines were left out: {places}.'),
  headersAndFooters: text('页眉和页脚没有带进来：{places}。', '頁首和頁尾沒有帶進來：{places}。', 'Page headers and footers were left out: {places}.'),
  protection: text('工作表保护没有带进来，可以编辑：{places}。', '工作表保護沒有帶進來，可以編輯：{places}。', 'The protection of tabs was left out; they can be edited: {places}.'),
  groups: text('行列分组没有带进来：{places}。', '欄列分組沒有帶進來：{places}。', 'Groups of rows and columns were left out: {places}.'),
  validations: text('有些输入限制没有带进来：{places}。', '有些輸入限制沒有帶進來：{places}。', 'Some rules for entries were left out: {places}.'),
  textFormats: text('同一单元格内的不同字体只留下文字：{places}。', '同一儲存格內的不同字型只留下文字：{places}。', 'Of several fonts within a cell only the text is here: {places}.'),
  controls: text('按钮、控件和嵌入对象没有带进来：{places}。', '按鈕、控制元件和嵌入對象沒有帶進來：{places}。', 'Buttons, controls and embedded objects were left out: {places}.'),
  threadedComments: text('批注的回复没有带进来：{places}。', '附註的回覆沒有帶進來：{places}。', 'Replies to comments were left out: {places}.'),
  notes: text('已损坏的批注没有带进来：{places}。', '已損壞的附註沒有帶進來：{places}。', 'Damaged notes were left out: {places}.'),
  names: text(
    '不代表单元格的名称没有带进来：{places}。用到它们的公式显示文件里的结果。',
    '不代表儲存格的名稱沒有帶進來：{places}。用到它們的公式顯示文件裡的結果。',
    'Names that stand for no cells were left out: {places}. Formulas with them show the result in the file.',
  ),
  linkedFiles: text(
    '引用其他文件的公式显示文件里的结果，不会更新。',
    '引用其他文件的公式顯示文件裡的結果，不會更新。',
    'Formulas that refer to other files show the result in the file; they are not updated.',
  ),
  macros: text('宏没有带进来。', '宏沒有帶進來。', 'Macros were left out.'),
  formats: text(
    '文件的格式部分已损坏：日期等显示为数字，请重新设置格式。',
    '文件的格式部分已損壞：日期等顯示為數字，請重新設定格式。',
    'The formats of the file are damaged: dates and others show as numbers; set their formats again.',
  ),
  texts: text(
    '文件的文字部分缺失或已损坏，有些单元格是空的。请在 Excel 或 WPS 中打开原文件，另存后再试。',
    '文件的文字部分缺失或已損壞，有些儲存格是空的。請在 Excel 或 WPS 中開啟原文件，另存後再試。',
    'The texts of the file are missing or damaged, and some cells are empty. Open the file in Excel or WPS, save it anew, and try again.',
  ),
  farFormats: text('内容下方空行的格式没有带进来：{places}。', '內容下方空行的格式沒有帶進來：{places}。', 'The formats of empty rows below the entries were left out: {places}.'),
  otherParts: text('文件里还有认不出的部分没有带进来：{places}。', '文件裡還有認不出的部分沒有帶進來：{places}。', 'Parts of the file that are unknown were left out: {places}.'),
};
