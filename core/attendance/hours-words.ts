// The words of the hours ledger.
import { text } from '../text/language';

// prettier-ignore
export const HOURS_WORDS = {
  sheet: text('报表-学时台账', '報表-學時台賬', 'Report - hours ledger'),
  heading: text('{programme}{year}年学时台账', '{programme}{year}年學時台賬', '{programme}: hours ledger {year}'),
  generated: text('生成时间：{generatedAt}。数据来源：{sources}。', '產生時間：{generatedAt}。資料來源：{sources}。', 'Generated at {generatedAt} from: {sources}.'),
  meaning: text(
    '授课学时是讲了多少，认定学时是学员得多少，分开计算；都按考勤状态的折算计入，未登记的不计。',
    '授課學時是講了多少，認定學時是學員得多少，分開計算；都按考勤狀態的折算計入，未登記的不計。',
    'Taught hours are what was taught, credited hours what a listener earns; each is multiplied by the status’s credit, and sessions without a mark earn nothing.',
  ),
  projection: text(
    '预计 = 目标期间已得 + 已排未办的认定学时 × 本人到课率A。只计本工作簿“日程”中的期次，其他培训和网络学时另计。',
    '預計 = 目標期間已得 + 已排未辦的認定學時 × 本人到課率A。只計本活頁簿「日程」中的期次，其他培訓和網路學時另計。',
    'Projected = reached within the target’s time + credited hours still planned × the person’s own rate A. Only sessions of this workbook’s schedule; other courses and online hours are counted elsewhere.',
  ),
  noHours: text('{count} 期没有填写认定学时，按 0 计。', '{count} 期沒有填寫認定學時，按 0 計。', 'Sessions without credited hours, counted as 0: {count}.'),
  leavers: text('年内离册的 {count} 人只列已得学时，不作目标判断。', '年內離冊的 {count} 人只列已得學時，不作目標判斷。', 'Left the roster within the year: {count}; their hours are listed, but not judged.'),
  left: text('已离册（{day}）', '已離冊（{day}）', 'Left ({day})'),
  order: text('序号', '序號', 'No.'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  post: text('职务', '職務', 'Post'),
  rankClass: text('职级类别', '職級類別', 'Rank class'),
  sessions: text('到课期数', '到課期數', 'Sessions'),
  notRecorded: text('未登记', '未登記', 'Not recorded'),
  taught: text('授课学时', '授課學時', 'Taught hours'),
  credited: text('认定学时', '認定學時', 'Credited hours'),
  target: text('目标学时', '目標學時', 'Target'),
  period: text('目标期间', '目標期間', 'Target’s time'),
  achieved: text('期间已得', '期間已得', 'Reached'),
  share: text('完成率', '完成率', 'Share'),
  missing: text('还差', '還差', 'Missing'),
  rate: text('本人到课率A', '本人到課率A', 'Own rate A'),
  open: text('已排未办学时', '已排未辦學時', 'Hours planned'),
  projected: text('预计学时', '預計學時', 'Projected'),
  projectedMissing: text('预计还差', '預計還差', 'Projected missing'),
  document: text('文号', '文號', 'Document no.'),
  span: text('{from} 至 {to}', '{from} 至 {to}', '{from} to {to}'),
};
