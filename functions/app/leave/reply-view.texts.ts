// The sentences of the reply page.
import { text } from '#core/text/language';

export const REPLY_TEXTS = {
  title: text('题目', '題目', 'Topic'),
  time: text('时间', '時間', 'Time'),
  venue: text('地点', '地點', 'Venue'),
  name: text('姓名', '姓名', 'Name'),
  unit: text('单位', '單位', 'Unit'),
  attend: text('我参加', '我參加', 'I attend'),
  leave: text('我请假', '我請假', 'I ask for leave'),
  kind: text('请假类型', '請假類型', 'Kind of leave'),
  choose: text('请选择', '請選擇', 'Choose'),
  proof: text('证明材料（可后补，如会议通知文号、医院证明）', '證明材料（可後補，如會議通知文號、醫院證明）', 'Proof, such as a notice’s number or a medical certificate (may follow later)'),
  minutes: text('只缺一部分的，填请假分钟数；整期请假不填', '只缺一部分的，填請假分鐘數；整期請假不填', 'Minutes, if you miss only a part; blank for the whole session'),
  reason: text('事由', '事由', 'Reason'),
  attends: text('已收到：您将参加。如有变化，可在开始前再次答复。', '已收到：您將參加。如有變化，可在開始前再次答覆。', 'Noted: you attend. If that changes, answer again before the session begins.'),
  asked: text(
    '已收到您的请假申请，等待审批。批准之前，仍按应到计算。',
    '已收到您的請假申請，等待審批。批准之前，仍按應到計算。',
    'Your request for leave has arrived and waits for a decision. Until then you are expected.',
  ),
  approved: text('您的请假已批准。如有变化，请与主办单位联系。', '您的請假已批准。如有變化，請與主辦單位聯絡。', 'Your leave is approved. If anything changes, please tell the organisers.'),
  refused: text(
    '您的请假未获批准。请按时参加；如有疑问，请与主办单位联系。',
    '您的請假未獲批准。請按時參加；如有疑問，請與主辦單位聯絡。',
    'Your leave was not approved: please attend. If you have questions, ask the organisers.',
  ),
} as const;
