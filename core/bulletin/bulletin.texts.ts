// The sentences of a bulletin, as an office writes them.
import { text } from '../text/language';

export const BULLETIN_TEXTS = {
  title: text('关于{period}{programme}情况的通报', '關於{period}{programme}情況的通報', '{programme}: bulletin for {period}'),
  month: text('{year}年{month}月', '{year}年{month}月', '{monthName} {year}'),
  quarter: text('{year}年第{quarter}季度', '{year}年第{quarter}季度', 'quarter {ordinal} of {year}'),
  year: text('{year}年度', '{year}年度', '{year}'),
  span: text('（{from}至{to}）', '（{from}至{to}）', '{from} to {to}'),
  addressee: text('各有关单位：', '各有關單位：', 'To all units'),
  opening: text('现将{period}{programme}举办和出勤情况通报如下。', '現將{period}{programme}舉辦和出勤情況通報如下。', 'This is how {programme} went in {period}.'),
  heading: text('{numeral}、{words}', '{numeral}、{words}', '{ordinal}. {words}'),

  overall: text('总体情况', '總體情況', 'Overall'),
  nothingHeld: text('本期没有举办课程。', '本期沒有舉辦課程。', 'No session was held.'),
  held: text(
    '共举办{sessions}期，其中{recorded}期已登记考勤，涉及{people}人；取消{cancelled}期。',
    '共舉辦{sessions}期，其中{recorded}期已登記考勤，涉及{people}人；取消{cancelled}期。',
    'Sessions held: {sessions}, of which {recorded} have attendance recorded; people due: {people}; sessions cancelled: {cancelled}.',
  ),
  turnout: text(
    '应到{due}人次，实到{attended}人次，请假{excused}人次，无故缺席{absent}人次，未登记{notRecorded}人次，待核实{unclear}人次。',
    '應到{due}人次，實到{attended}人次，請假{excused}人次，無故缺席{absent}人次，未登記{notRecorded}人次，待核實{unclear}人次。',
    'Due {due}, attended {attended}, on leave {excused}, absent without leave {absent}, not recorded {notRecorded}, unclear {unclear}; a person counts at each session.',
  ),
  statuses: text('考勤登记：{statuses}。', '考勤登記：{statuses}。', 'Marks: {statuses}.'),
  statusCount: text('{label}{count}人次', '{label}{count}人次', '{label} {count}'),
  targetMet: text('到课率A达到{target}的目标。', '到課率A達到{target}的目標。', 'Rate A meets the target of {target}.'),
  targetMissed: text('到课率A未达到{target}的目标。', '到課率A未達到{target}的目標。', 'Rate A is below the target of {target}.'),

  units: text('各单位出勤情况', '各單位出勤情況', 'Units'),
  unitsOrder: text('按单位顺序排列，不分名次。', '按單位順序排列，不分名次。', 'In official order, not by rank.'),
  unitsTooSmall: text(
    '应到不足{least}人的单位不单列，本期没有可以单列的单位，合计见总体情况。',
    '應到不足{least}人的單位不單列，本期沒有可以單列的單位，合計見總體情況。',
    'Units with fewer than {least} people due are not shown apart, which leaves none to list. All together are under Overall.',
  ),
  order: text('序号', '序號', 'No.'),
  unit: text('单位', '單位', 'Unit'),
  due: text('应到', '應到', 'Due'),
  counted: text('计率应到', '計率應到', 'Counted'),
  attended: text('实到', '實到', 'Attended'),
  excused: text('请假', '請假', 'Leave'),
  absent: text('无故缺席', '無故缺席', 'Absent'),
  rateA: text('到课率A', '到課率A', 'Rate A'),
  rateB: text('出勤率B', '出勤率B', 'Rate B'),
  total: text('合计', '合計', 'Total'),
  otherUnits: text('其余{count}个单位', '其餘{count}個單位', '{count} other units'),

  full: text('全勤情况', '全勤情況', 'Full attendance'),
  fullCount: text('全勤{count}人（应到人员共{people}人）。', '全勤{count}人（應到人員共{people}人）。', '{count} of {people} people came to every session at which they were due.'),
  fullUnit: text('{unit}：{names}', '{unit}：{names}', '{unit}: {names}'),

  absences: text('无故缺席情况', '無故缺席情況', 'Absent without leave'),
  noAbsence: text('没有无故缺席人员。', '沒有無故缺席人員。', 'Nobody was absent without leave.'),
  absenceCount: text('无故缺席{people}人、{times}人次。', '無故缺席{people}人、{times}人次。', 'Absent without leave: {people} people, {times} times.'),
  makeUp: text(
    '请假未补课{open}人次，其中逾期{overdue}人次，请有关单位督促尽快完成。',
    '請假未補課{open}人次，其中逾期{overdue}人次，請有關單位督促儘快完成。',
    'Sessions missed with leave and not made up: {open}, of which {overdue} are overdue. Units are asked to see to it.',
  ),
  streaks: text('连续缺席情况', '連續缺席情況', 'Absences in a row'),
  noStreak: text('没有连续{least}次及以上无故缺席的人员。', '沒有連續{least}次及以上無故缺席的人員。', 'Nobody was absent without leave {least} or more times in a row.'),
  streakCount: text(
    '连续{least}次及以上无故缺席{count}人次，自{from}起算。',
    '連續{least}次及以上無故缺席{count}人次，自{from}起算。',
    '{least} or more absences without leave in a row, counted from {from}: {count}.',
  ),
  notNamed: text('名单不足{least}人，不列姓名。', '名單不足{least}人，不列姓名。', 'The list has fewer than {least} people, so it is not printed.'),
  name: text('姓名', '姓名', 'Name'),
  post: text('职务', '職務', 'Post'),
  times: text('次数', '次數', 'Times'),
  days: text('缺席日期', '缺席日期', 'Days'),

  hours: text('学时完成情况', '學時完成情況', 'Hours'),
  hoursCount: text(
    '截至{day}，有{year}年学时目标的{withTarget}人，已完成{reached}人，按现有进度可以完成{onCourse}人，预计不足{short}人。',
    '截至{day}，有{year}年學時目標的{withTarget}人，已完成{reached}人，按現有進度可以完成{onCourse}人，預計不足{short}人。',
    'As of {day}, {withTarget} people have an hours target for {year}: {reached} have reached it, {onCourse} will if things go on as they do, {short} are expected to miss it.',
  ),
  noTarget: text('没有可比的学时目标。', '沒有可比的學時目標。', 'There is no hours target to compare with.'),

  taught: text('授课情况', '授課情況', 'What was taught'),
  number: text('期数', '期數', 'No.'),
  date: text('日期', '日期', 'Date'),
  topic: text('题目', '題目', 'Topic'),
  speaker: text('主讲人', '主講人', 'Speaker'),
  taughtHours: text('学时', '學時', 'Hours'),

  evaluation: text('教学评价情况', '教學評價情況', 'Evaluation'),
  evaluationMeaning: text(
    '评分满分5分；满意率、优秀率分别为4分以上和5分的评分占全部评分的比例；收回不足{least}份的不公布。',
    '評分滿分5分；滿意率、優秀率分別為4分以上和5分的評分占全部評分的比例；收回不足{least}份的不公佈。',
    'Scores are out of 5. Satisfied and excellent are the shares of scores of at least 4 and of 5. Results with fewer than {least} answers are not shown.',
  ),
  noEvaluation: text('本期没有可以公布的评价结果。', '本期沒有可以公佈的評價結果。', 'There are no results to show.'),
  notShown: text('另有{sealed}期尚未启封，{tooFew}期份数不足。', '另有{sealed}期尚未啟封，{tooFew}期份數不足。', 'Not opened yet: {sealed}; too few answers: {tooFew}.'),
  answers: text('收回/实到', '收回/實到', 'Answers'),
  response: text('回收率', '回收率', 'Response'),
  mean: text('平均分', '平均分', 'Mean'),
  satisfied: text('满意率', '滿意率', 'Satisfied'),
  excellent: text('优秀率', '優秀率', 'Excellent'),

  money: text('经费执行情况', '經費執行情況', 'Money'),
  moneySpent: text('本期支出{spent}元。', '本期支出{spent}元。', 'Spent in the period: {spent} yuan.'),
  moneyYear: text(
    '截至{day}，{year}年预算合计{total}元，已支{yearSpent}元，执行率{rate}；在途{committed}元，余额{left}元。',
    '截至{day}，{year}年預算合計{total}元，已支{yearSpent}元，執行率{rate}；在途{committed}元，餘額{left}元。',
    'As of {day}, the budget of {year} is {total} yuan: spent {yearSpent} ({rate}), committed {committed}, balance {left}.',
  ),
  noBudget: text('“预算”中没有{year}年的预算。', '「預算」中沒有{year}年的預算。', 'The budget tab has no budget for {year}.'),

  plan: text('下一步安排', '下一步安排', 'Next'),
  planCount: text('{period}计划举办{count}期。', '{period}計劃舉辦{count}期。', 'Planned for {period}: {count} sessions.'),
  openCount: text('本期尚有{count}期待举办。', '本期尚有{count}期待舉辦。', 'Sessions of this period still to come: {count}.'),
  noPlan: text('{period}的课程尚未安排。', '{period}的課程尚未安排。', 'Nothing is planned for {period} yet.'),
  separator: text('、', '、', ', '),
  sentenceEnd: text('。', '。', '.'),
} as const;

/** Of headings and quarters. */
export const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
