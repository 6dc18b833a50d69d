// The words of the roll-up's tables and charts.
import { text } from '#core/text/language';

export const TABLE_TITLES = {
  ranking: text('各区县排名', '各區縣排名', 'Ranking'),
  'districts-by-month': text('各区县按月', '各區縣按月', 'Districts by month'),
  trend: text('趋势', '趨勢', 'Trend'),
  categories: text('按条线', '按條線', 'By category'),
  money: text('经费', '經費', 'Money'),
};

export const COLUMN_LABELS = {
  year: text('年度', '年度', 'Year'),
  month: text('月份', '月份', 'Month'),
  place: text('名次', '名次', 'Rank'),
  region: text('地区', '地區', 'Region'),
  district: text('区县', '區縣', 'District'),
  category: text('人员类别', '人員類別', 'Category'),
  workbooks: text('工作簿数', '活頁簿數', 'Workbooks'),
  sessions: text('期数', '期數', 'Sessions'),
  due: text('应到人次', '應到人次', 'Due'),
  attended: text('实到人次', '實到人次', 'Attended'),
  notRecorded: text('未登记人次', '未登記人次', 'Not recorded'),
  unclear: text('待核实人次', '待核實人次', 'Unclear'),
  rateA: text('到课率A', '到課率A', 'Rate A'),
  rateB: text('出勤率B', '出勤率B', 'Rate B'),
  changeA: text('到课率A较上月（百分点）', '到課率A較上月（百分點）', 'Rate A, change (points)'),
  hours: text('学时', '學時', 'Hours'),
  head: text('科目', '科目', 'Head'),
  budget: text('预算（元）', '預算（元）', 'Budget (yuan)'),
  spent: text('已支（元）', '已支（元）', 'Spent (yuan)'),
  executed: text('执行率', '執行率', 'Executed'),
};

export const PAGE_TEXTS = {
  title: text('学习活动汇总', '學習活動彙總', 'Study programmes, rolled up'),
  origin: text(
    '{workbooks} 个工作簿，{from} 至 {to}。各率由合计相除，不作平均；不含姓名。',
    '{workbooks} 個活頁簿，{from} 至 {to}。各率由合計相除，不作平均；不含姓名。',
    '{workbooks} workbooks, {from} to {to}. Every rate is a sum divided by a sum, never an average. No names.',
  ),
  trendChart: text('各月到课率', '各月到課率', 'Rates by month'),
  rankingChart: text('{year}年各区县到课率', '{year}年各區縣到課率', 'Rates by district, {year}'),
  moneyChart: text('{year}年各区县经费', '{year}年各區縣經費', 'Money by district, {year}'),
};
