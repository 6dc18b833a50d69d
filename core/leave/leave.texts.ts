// The words of leave: states, events, log entries and the register.
import { text, type Text } from '../text/language';
import type { LeaveEvent, LeaveState } from '../model/leave-state';

export const LEAVE_STATE_TEXTS: Readonly<Record<LeaveState, Text>> = {
  pending: text('待批', '待批', 'Pending'),
  refused: text('不同意', '不同意', 'Refused'),
  cancelled: text('已撤销', '已撤銷', 'Cancelled'),
  approved: text('已准假', '已准假', 'Approved'),
  returned: text('已销假', '已銷假', 'Returned'),
  madeUp: text('已补课', '已補課', 'Made up'),
};

export const LEAVE_EVENT_TEXTS: Readonly<Record<LeaveEvent, Text>> = {
  approve: text('准假', '准假', 'Leave approved'),
  refuse: text('不准假', '不准假', 'Leave refused'),
  cancel: text('撤销请假', '撤銷請假', 'Leave cancelled'),
  return: text('销假', '銷假', 'Return recorded'),
  makeUp: text('补课完成', '補課完成', 'Session made up'),
};

export const LEAVE_TEXTS = {
  markByLeave: text('准假改考勤', '准假改考勤', 'Mark changed by leave'),
  markGivenBack: text('撤假还考勤', '撤假還考勤', 'Mark restored'),
  asked: text('登记请假', '登記請假', 'Leave requested'),
  register: text('报表-请假登记', '報表-請假登記', 'Report - leave register'),
  heading: text('{programme}请假登记', '{programme}請假登記', '{programme}: leave register'),
  generated: text('生成时间：{generatedAt}。数据来源：{sources}。', '產生時間：{generatedAt}。資料來源：{sources}。', 'Generated at {generatedAt} from: {sources}.'),
  counted: text(
    '共 {total} 条：待批 {pending}，未销假 {toClose}，待补课 {toMakeUp}，补课逾期 {overdue}。',
    '共 {total} 條：待批 {pending}，未銷假 {toClose}，待補課 {toMakeUp}，補課逾期 {overdue}。',
    '{total} in all; pending: {pending}, return not recorded: {toClose}, to be made up: {toMakeUp}, overdue: {overdue}.',
  ),
  tooMuch: text('请假超过全年期数 {limit} 的：{people}。', '請假超過全年期數 {limit} 的：{people}。', 'On leave for more than {limit} of the year’s sessions: {people}.'),
  order: text('序号', '序號', 'No.'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  post: text('职务', '職務', 'Post'),
  session: text('期次', '期次', 'Session'),
  date: text('上课日期', '上課日期', 'Date'),
  kind: text('类型', '類型', 'Kind'),
  extent: text('范围', '範圍', 'Extent'),
  whole: text('半天', '半天', 'Half-day'),
  part: text('{minutes}分钟', '{minutes}分鐘', '{minutes} min'),
  reason: text('事由', '事由', 'Reason'),
  state: text('状态', '狀態', 'State'),
  approver: text('批准人', '批准人', 'Approver'),
  decidedOn: text('审批日期', '審批日期', 'Decided on'),
  proof: text('证明材料', '證明材料', 'Proof'),
  mark: text('考勤', '考勤', 'Mark'),
  returnedOn: text('销假日期', '銷假日期', 'Returned on'),
  makeUp: text('补课方式', '補課方式', 'Make-up'),
  makeUpDone: text('补课完成', '補課完成', 'Made up on'),
  overdue: text('逾期天数', '逾期天數', 'Days overdue'),
  concerns: text('提示', '提示', 'Points to check'),
};
