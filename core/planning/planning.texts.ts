// The words of proposals, of the year plan, and of what could not be met.
import { text, type Text } from '../text/language';
import type { MayCode, MustCode } from './obstacles';
import type { ConcernCode } from './proposal';

export const CONCERN_TEXTS: Readonly<Record<ConcernCode, Text>> = {
  noHolidayData: text(
    '{year}年没有节假日数据，{count}周没有排。请在“节假日”逐日填写这些周的上课日（普通、放假或上班），再重新生成。',
    '{year}年沒有節假日資料，{count}週沒有排。請在「節假日」逐日填寫這些週的上課日（普通、放假或上班），再重新產生。',
    'There is no holiday data for {year}: {count} {count|week was|weeks were} left out. Enter their days in the tab Holidays (ordinary, off or work), then plan again.',
  ),
  closedWeek: text('这一周没有可用的时段：{days}。', '這一週沒有可用的時段：{days}。', 'This week has no usable half-day: {days}.'),
  tooSoon: text(
    '现在能建议的最早是{from}（设置“排课提前(天)”）。请改变起止日期。',
    '現在能建議的最早是{from}（設定「排課提前(天)」）。請改變起訖日期。',
    'Sessions are proposed from {from} on (setting "Planning lead (days)"). Choose another period.',
  ),
  noSlot: text('{from}至{to}没有空闲的时段。请改变起止日期。', '{from}至{to}沒有空閒的時段。請改變起訖日期。', 'There is no free half-day from {from} to {to}. Choose another period.'),
  slotsLeft: text('还有{count}个时段没有专题可排。', '還有{count}個時段沒有專題可排。', '{count} half-days are left without a topic.'),
  topicNotPlaced: text('“{topic}”没有排上：{why}。', '「{topic}」沒有排上：{why}。', '"{topic}" was not placed: {why}.'),
  noTopics: text(
    '没有可排的专题：“专题”中没有状态为“可点”而未排入日程的。',
    '沒有可排的專題：「專題」中沒有狀態為「可點」而未排入日程的。',
    'There is no topic to plan: none in the tab Topics is open and not in the schedule.',
  ),
  noBudget: text('{year}年没有师资费预算，讲课费没有与预算比较。', '{year}年沒有師資費預算，講課費沒有與預算比較。', 'There is no lecturers’ budget for {year}: the fees were not compared with one.'),
  budgetUnclear: text(
    '{year}年的师资费预算无法识别，讲课费没有与预算比较；见“校验结果”。',
    '{year}年的師資費預算無法識別，講課費沒有與預算比較；見「檢核結果」。',
    'The lecturers’ budget of {year} cannot be read, so the fees were not compared with it; see the tab Checks.',
  ),
  noVenues: text('没有场地：请填写设置“可用场地”。', '沒有場地：請填寫設定「可用場地」。', 'There is no venue: fill in the setting Venues.'),
  unreadableDays: text(
    '{name}的不便日期“{words}”无法识别，没有建议此人。',
    '{name}的不便日期「{words}」無法識別，沒有建議此人。',
    'The unavailable days of {name}, "{words}", cannot be read; this speaker was not proposed.',
  ),
  tierShare: text(
    '{year}年{tier}级师资{count}期，共{total}期，目标{target}。',
    '{year}年{tier}級師資{count}期，共{total}期，目標{target}。',
    'Speakers of tier {tier} have {count} of {total} sessions of {year}; the target is {target}.',
  ),
  noPlanNumber: text(
    '{year}年各期还没有计划文号：请在“排课建议”填写后再采用。',
    '{year}年各期還沒有計劃文號：請在「排課建議」填寫後再採用。',
    'No session of {year} has a plan number yet: enter it in the tab Proposals before you accept.',
  ),
  topicsLeft: text('时段已排满，还有{count}个可点的专题没有排。', '時段已排滿，還有{count}個可點的專題沒有排。', 'All half-days are taken; {count} open {count|topic was|topics were} not placed.'),
  rowRefused: text('{id}“{title}”没有采用：{why}。', '{id}「{title}」沒有採用：{why}。', '{id} "{title}" was not accepted: {why}.'),
  rowNoted: text('{id}“{title}”已采用，请留意：{why}。', '{id}「{title}」已採用，請留意：{why}。', '{id} "{title}" was accepted; note: {why}.'),
  tickedKept: text(
    '{ids}已填“采用”，没有改动，其时段、专题和主讲人不再另排；请先采用，或清空“采用”再生成。',
    '{ids}已填「採用」，沒有改動，其時段、專題和主講人不再另排；請先採用，或清空「採用」再產生。',
    '{ids} have Yes in Accept and stay as they are; their time, topic and speaker are not planned again. Accept them, or clear Accept and plan again.',
  ),
  numberOrder: text(
    '新的期数排在已有期数之后，与日期顺序不一致；需要时请重新编号。',
    '新的期數排在已有期數之後，與日期順序不一致；需要時請重新編號。',
    'The new numbers follow those of later sessions; number the sessions by date where that matters.',
  ),
};

export const OBSTACLE_TEXTS: Readonly<Record<MustCode | MayCode, Text>> = {
  past: text('{date}已过', '{date}已過', '{date} has passed'),
  holiday: text('{date}放假（{name}）', '{date}放假（{name}）', '{date} is a holiday ({name})'),
  timeTaken: text('{date} {start}—{end}已有一期', '{date} {start}—{end}已有一期', '{date} {start}–{end} has a session already'),
  speakerTaken: text('主讲人{date} {start}—{end}已有一期', '主講人{date} {start}—{end}已有一期', 'the speaker has a session on {date} {start}–{end}'),
  venueTaken: text('{venue}{date} {start}—{end}已被使用', '{venue}{date} {start}—{end}已被使用', '{venue} is taken on {date} {start}–{end}'),
  dayTaken: text('{date}已有一期，时间未填或无法识别', '{date}已有一期，時間未填或無法識別', '{date} has a session already, whose times are blank or cannot be read'),
  noVenue: text('{date} {start}—{end}没有空闲而坐得下的场地', '{date} {start}—{end}沒有空閒而坐得下的場地', 'no venue is free on {date} {start}–{end} that has a seat for everybody'),
  noHours: text('{name}的授课学时未填，无法测算讲课费', '{name}的授課學時未填，無法測算講課費', 'the taught hours of {name} are blank, so the fee cannot be calculated'),
  noFeeBasis: text('{name}在{date}没有可用的职称级别或讲课费上限', '{name}在{date}沒有可用的職稱級別或講課費上限', 'there is no title level or fee cap for {name} on {date}'),
  tooManyHours: text('授课学时{hours}超过半天上限{limit}', '授課學時{hours}超過半天上限{limit}', '{hours} taught hours are above the limit of a half-day, {limit}'),
  overBudget: text('{name}的讲课费{fee}元超过师资费余额{left}元', '{name}的講課費{fee}元超過師資費餘額{left}元', 'the fee of {name}, {fee}, is more than the {left} left for lecturers'),
  unknownDay: text('{year}年没有节假日数据，{date}未核对', '{year}年沒有節假日資料，{date}未核對', 'there is no holiday data for {year}, so {date} is not checked'),
  adjustedDay: text('{date}调休上班', '{date}調休上班', '{date} is worked in exchange for a holiday'),
  unavailable: text('{name}{date}不便', '{name}{date}不便', '{name} is not available on {date}'),
  unreadableDays: text(
    '{name}的不便日期“{words}”无法识别，{date}未核对',
    '{name}的不便日期「{words}」無法識別，{date}未核對',
    'the unavailable days of {name}, "{words}", cannot be read, so {date} is not checked',
  ),
  resting: text('{name}在{day}授课，间隔不足{days}天', '{name}在{day}授課，間隔不足{days}天', '{name} teaches on {day}, less than {days} days apart'),
};

export const PLANNING_TEXTS = {
  whyRank: text('点单第{rank}位（{points}分，{heads}人）', '點單第{rank}位（{points}分，{heads}人）', 'rank {rank} in demand (points: {points}, people: {heads})'),
  whyNamed: text('专题拟请的主讲人', '專題擬請的主講人', 'the speaker that the topic names'),
  whyField: text('专业领域相符（{field}）', '專業領域相符（{field}）', 'the field fits ({field})'),
  whyTier: text('{tier}级师资已排{count}/{total}期（目标{target}）', '{tier}級師資已排{count}/{total}期（目標{target}）', 'tier {tier} has {count} of {total} sessions so far (target {target})'),
  whyNew: text('尚未授课', '尚未授課', 'has not taught yet'),
  whyLast: text('上次授课{day}', '上次授課{day}', 'last session {day}'),
  whyNoFee: text('不付讲课费', '不付講課費', 'no fee'),
  whyFee: text('讲课费税前{fee}元（没有预算可比）', '講課費稅前{fee}元（沒有預算可比）', 'fee {fee} gross (no budget to compare)'),
  whyFeeLeft: text('讲课费税前{fee}元，师资费尚余{left}元', '講課費稅前{fee}元，師資費尚餘{left}元', 'fee {fee} gross, {left} left for lecturers'),
  nobody: text('没有拟请主讲人，也没有专业领域相符的师资', '沒有擬請主講人，也沒有專業領域相符的師資', 'it names no speaker, and no speaker has its field'),
  off: text('放假', '放假', 'holiday'),
  work: text('调休上班', '調休上班', 'adjusted workday'),
  restDay: text('休息日', '休息日', 'rest day'),
  workday: text('工作日', '工作日', 'workday'),
  unknown: text('节假日数据未载入', '節假日資料未載入', 'no holiday data'),
};
