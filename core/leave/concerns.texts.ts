// What a concern about a leave says, in the order in which concerns are listed.
import { text, type Text } from '../text/language';

export const CONCERNS = ['shortNotice', 'askedAfter', 'decidedAfter', 'selfApproved', 'notEntitled', 'noProof', 'tooMuch', 'wouldBeTooMuch', 'another', 'attended', 'makeUpOverdue'] as const;
export type ConcernCode = (typeof CONCERNS)[number];

export const SENTENCES: Readonly<Record<ConcernCode, Text>> = {
  shortNotice: text('临时请假：{asked}申请，应提前{days}天', '臨時請假：{asked}申請，應提前{days}天', 'Short notice: asked on {asked}, due {days} day(s) ahead'),
  askedAfter: text('事后请假：{asked}申请', '事後請假：{asked}申請', 'Asked after the session, on {asked}'),
  decidedAfter: text('事后审批：{decided}', '事後審批：{decided}', 'Decided after the session, on {decided}'),
  selfApproved: text('本人批准', '本人批准', 'Approved by the person on leave'),
  notEntitled: text('“{approver}”无权批准，见“审批权限”', '「{approver}」無權批准，見「審批權限」', '“{approver}” may not approve this; see Approvers'),
  noProof: text('没有证明材料', '沒有證明材料', 'No proof'),
  tooMuch: text('全年{due}期中请假{leaves}期，超过{limit}', '全年{due}期中請假{leaves}期，超過{limit}', 'On leave for {leaves} of {due} sessions of the year, more than {limit}'),
  wouldBeTooMuch: text(
    '准假后全年{due}期中请假{leaves}期，超过{limit}',
    '准假後全年{due}期中請假{leaves}期，超過{limit}',
    'If approved, on leave for {leaves} of {due} sessions of the year, more than {limit}',
  ),
  another: text('本期另有已准的{kind}（{leave}）', '本期另有已准的{kind}（{leave}）', 'There is other approved leave for this session: {kind} ({leave})'),
  attended: text('考勤登记为“{status}”，请核对', '考勤登記為「{status}」，請核對', 'Marked “{status}” for this session, please check'),
  makeUpOverdue: text('补课已逾期{days}天', '補課已逾期{days}天', 'Make-up {days} day(s) overdue'),
};
