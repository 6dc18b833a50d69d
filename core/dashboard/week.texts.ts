// The steps of a week as the clerk reads them.
import { text } from '../text/language';

export const STEP_LABELS = {
  session: text('本期', '本期', 'Session'),
  check: text('校验', '檢核', 'Check'),
  notice: text('通知', '通知', 'Notice'),
  replies: text('回执', '回執', 'Replies'),
  leave: text('请假', '請假', 'Leave'),
  signIn: text('签到', '簽到', 'Sign-in'),
  fee: text('讲课费', '講課費', 'Lecture fee'),
  followUp: text('缺席跟进', '缺席跟進', 'Absences'),
};

export const STEP_STATE_LABELS = {
  done: text('完成', '完成', 'Done'),
  todo: text('待办', '待辦', 'To do'),
  waiting: text('等待', '等待', 'Waiting'),
  later: text('未到', '未到', 'Later'),
};

export const WEEK_TEXTS = {
  number: text('第{number}期', '第{number}期', 'Session {number}'),
  session: text('{title}，{when}，{venue}', '{title}，{when}，{venue}', '{title}, {when}, {venue}'),
  sessionLacks: text('{title}：还缺{missing}', '{title}：還缺{missing}', '{title}: still missing: {missing}'),
  noSession: text('日程里没有待办的期次', '日程裡沒有待辦的期次', 'No planned session in the schedule'),
  clean: text('没有错误，{warnings} 条提醒', '沒有錯誤，{warnings} 條提醒', 'No errors; warnings: {warnings}'),
  errors: text('{errors} 个错误要改正', '{errors} 個錯誤要改正', 'Errors to correct: {errors}'),
  noticeLater: text('提前 {days} 天发送，共 {total} 人', '提前 {days} 天傳送，共 {total} 人', 'Goes out {days} day(s) ahead, to {total}'),
  noticeSent: text('已发送 {sent}，共 {total} 人', '已傳送 {sent}，共 {total} 人', 'Sent {sent} of {total}'),
  noticeUnknown: text('，{unknown} 封结果不明', '，{unknown} 封結果不明', '; delivery unknown: {unknown}'),
  noticeNobody: text('没有人可以收通知', '沒有人可以收通知', 'Nobody can get the notice'),
  noticeChanged: text('安排已变，{changed} 人还不知道', '安排已變，{changed} 人還不知道', 'Details changed; {changed} have not been informed'),
  sessionFirst: text('先补全本期安排', '先補齊本期安排', 'Complete the session first'),
  repliesLater: text('发出通知后才有回执', '發出通知後才有回執', 'Replies come after the notice'),
  replies: text(
    '已答复 {answered}，共 {told} 人：参加 {attend}，请假 {leave}，未答复 {none}',
    '已答覆 {answered}，共 {told} 人：參加 {attend}，請假 {leave}，未答覆 {none}',
    '{answered} of {told} have answered: {attend} attend, {leave} asked for leave, {none} open',
  ),
  leaveNone: text('没有待批的请假', '沒有待批的請假', 'No leave awaits a decision'),
  leavePending: text('{pending} 条待批', '{pending} 條待批', 'Awaiting a decision: {pending}'),
  signInNone: text('还没有要签到的期次', '還沒有要簽到的期次', 'No session to sign in yet'),
  signInLater: text('{date} 上课', '{date} 上課', 'Held on {date}'),
  signInMake: text('今天上课，还没有签到表', '今天上課，還沒有簽到表', 'Held today; there is no sign-in sheet yet'),
  signInNoSheet: text(
    '没有签到表；请指定期次生成，或登记考勤后把状态改为“已办”',
    '沒有簽到表；請指定期次產生，或登記考勤後把狀態改為「已辦」',
    'There is no sign-in sheet: choose the session and create one, or enter the attendance and set the state to “Held”',
  ),
  signInReady: text('签到表已生成，{start} 开始', '簽到表已產生，{start} 開始', 'The sign-in sheet is made; begins at {start}'),
  signInClose: text('签到还没有结束', '簽到還沒有結束', 'Sign-in is not closed'),
  signInOpen: text('应到 {due}，实到 {came}，{open} 人没有登记或待核实', '應到 {due}，實到 {came}，{open} 人沒有登記或待核實', 'Due {due}, attended {came}, not recorded or unclear {open}'),
  signInDone: text('应到 {due}，实到 {came}', '應到 {due}，實到 {came}', 'Due {due}, attended {came}'),
  feeOpen: text('还没有入账', '還沒有入帳', 'Not recorded as an expense'),
  feeDone: text('已办各期都已入账', '已辦各期都已入帳', 'Recorded for all held sessions'),
  followUpNone: text('还没有已办的期次', '還沒有已辦的期次', 'No session was held yet'),
  followUpOpen: text('无故缺席 {absent} 人，{open} 人待提醒', '無故缺席 {absent} 人，{open} 人待提醒', 'Absent without leave {absent}; to be mailed {open}'),
  followUpDone: text('无故缺席 {absent} 人，没有要发送的提醒', '無故缺席 {absent} 人，沒有要傳送的提醒', 'Absent without leave {absent}; no mail to send'),
  ofSession: text('{session}：{words}', '{session}：{words}', '{session}: {words}'),
};
