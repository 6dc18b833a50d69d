// The words of the year plan.
import { text } from '../text/language';

export const YEAR_PLAN_TEXTS = {
  sheet: text('报表-年度计划', '報表-年度計劃', 'Report - year plan'),
  heading: text('{programme}{year}年度计划', '{programme}{year}年度計劃', '{programme}: plan for {year}'),
  counts: text(
    '全年安排{sessions}期、{hours}学时，还有{free}周空闲。',
    '全年安排{sessions}期、{hours}學時，還有{free}週空閒。',
    '{sessions} sessions with {hours} taught hours; {free} weeks are free.',
  ),
  meaning: text(
    '讲课费为税前：已入账的按实际，其余按标准测算。空闲的周列出今天起可用的时段。',
    '講課費為稅前：已入帳的按實際，其餘按標準測算。空閒的週列出今天起可用的時段。',
    'Fees are gross: as booked, otherwise expected at the cap. A free week has the half-day that can be used from today on.',
  ),
  week: text('周次', '週次', 'Week'),
  date: text('日期', '日期', 'Date'),
  weekday: text('星期', '星期', 'Weekday'),
  time: text('时间', '時間', 'Time'),
  number: text('期数', '期數', 'Number'),
  title: text('题目', '題目', 'Title'),
  speaker: text('主讲人', '主講人', 'Speaker'),
  venue: text('地点', '地點', 'Venue'),
  hours: text('授课学时', '授課學時', 'Taught hours'),
  fee: text('讲课费(税前)', '講課費(稅前)', 'Lecture fee (gross)'),
  state: text('状态', '狀態', 'State'),
  sum: text('合计', '合計', 'Total'),
  month: text('月份', '月份', 'Month'),
  sessions: text('期数', '期數', 'Sessions'),
  chart: text('各月期数', '各月期數', 'Sessions by month'),
  free: text('空闲', '空閒', 'Free'),
  past: text('已过，没有安排', '已過，沒有安排', 'Past, without a session'),
  unknown: text('节假日数据未载入', '節假日資料未載入', 'No holiday data'),
  noSlot: text('没有上课时段', '沒有上課時段', 'No half-day of the programme'),
};
