// The words of the report and the log of a new year.
import { text } from '../text/language';

export const NEW_YEAR_TEXTS = {
  logAction: text('新年度', '新年度', 'New year'),
  logAfter: text('{tab} {n} 行', '{tab} {n} 列', '{tab}: {n}'),
  column: text('“{tab}”缺少“{column}”。', '「{tab}」缺少「{column}」。', '“{tab}” lacks the column “{column}”.'),
  lastYear: text('{year}年度工作簿', '{year}年度活頁簿', 'workbook of {year}'),
  rowsOfTab: text('“{tab}”第 {rows} 行', '「{tab}」第 {rows} 列', '{tab}: {rows}'),
  earlierTotal: text('以前累计（{from} 至 {to}，见“{source}”）', '以前累計（{from} 至 {to}，見「{source}」）', 'Earlier total ({from} to {to}, from “{source}”)'),
  sheet: text('上年度未了事项', '上年度未了事項', 'Open from last year'),
  heading: text('{programme}：转入{year}年度时的未了事项', '{programme}：轉入{year}年度時的未了事項', '{programme}: what was open at the beginning of {year}'),
  generated: text('生成时间：{generatedAt}。来源工作簿：{source}。', '產生時間：{generatedAt}。來源活頁簿：{source}。', 'Generated at {generatedAt} from the workbook {source}.'),
  meaning: text('请在来源工作簿中办结；讲课费为预计税前金额。', '請在來源活頁簿中辦結；講課費為預計稅前金額。', 'Complete these in the workbook they come from. Fees are expected amounts before tax.'),
  kind: text('事项', '事項', 'What'),
  sessionId: text('期次编号', '期次編號', 'Session ID'),
  date: text('日期', '日期', 'Date'),
  title: text('题目', '題目', 'Title'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  dueOn: text('补学期限', '補學期限', 'Make up until'),
  gross: text('金额', '金額', 'Amount'),
};

export const MATTER_TEXTS = {
  makeUp: text('未补课', '未補課', 'To be made up'),
  fee: text('讲课费未入账', '講課費未入帳', 'Fee not recorded'),
  session: text('未办的期次', '未辦的期次', 'Session not held'),
};
