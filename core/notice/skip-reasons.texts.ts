// The reasons why somebody gets no mail, as the clerk reads them.
import { text, type Text } from '../text/language';

/** Why somebody gets no mail. */
export const SKIP_REASONS = {
  notDue: text('不在本期参加范围', '不在本期參加範圍', 'Not due at this session'),
  noAddress: text('没有邮箱', '沒有信箱', 'No e-mail address'),
  badAddress: text('邮箱地址无效', '信箱地址無效', 'Invalid e-mail address'),
  notifyOff: text('设为不通知', '設為不通知', 'Notices switched off'),
  onLeave: text('已准假', '已准假', 'On approved leave'),
  notDecided: text('没有已审批的请假', '沒有已審批的請假', 'No decided request for leave'),
  sharedId: text('编号与他人重复，请先改成不同的编号', '編號與他人重複，請先改成不同的編號', 'Same ID as another person: give them different ids first'),
  alreadySent: text('已发过', '已傳送過', 'Already sent'),
  unconfirmed: text('上次发送结果不明', '上次傳送結果不明', 'Delivery of an earlier mail is unknown'),
  draftNotSent: text('上次的草稿没有发出，请重新预览后发送', '上次的草稿沒有發出，請重新預覽後傳送', 'An earlier draft was not sent: preview again, then send'),
  bounced: text('上次的邮件被退回，邮箱没有更改', '上次的郵件被退回，信箱沒有更改', 'An earlier mail to this address came back'),
  sharedAddress: text('与他人邮箱相同，已由前者收取', '與他人信箱相同，已由前者收取', 'Same address as another recipient'),
  notTold: text('没有收到过本期通知', '沒有收到過本期通知', 'Has not received a notice for this session'),
  unchanged: text('已知内容没有变化', '已知內容沒有變化', 'Nothing changed since the last notice'),
  answered: text('已经答复', '已經答覆', 'Has answered'),
  attended: text('已到课', '已到課', 'Attended'),
  didNotAttend: text('没有到课', '沒有到課', 'Did not attend'),
  excused: text('公差、免训或请假', '公差、免訓或請假', 'Excused or on leave'),
  unclear: text('考勤待核实', '考勤待核實', 'Attendance unclear'),
  notRecorded: text('没有考勤记录', '沒有考勤記錄', 'Attendance not recorded'),
  nobodyDue: text('本单位本期无人应到', '本單位本期無人應到', 'Nobody of the unit was due'),
  ordered: text('已经点单', '已經點單', 'Has ordered'),
  justInvited: text('今天刚发过邀请', '今天剛發過邀請', 'Was invited today'),
} as const satisfies Record<string, Text>;
