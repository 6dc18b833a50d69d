// Fields of requests that people fill in, as the sidebar calls them, and what can be wrong with an entry.
import { text, type Text } from '#core/text/language';

export interface EnteredField {
  readonly label: Text;
  /** People enter yuan, requests have cents. */
  readonly isCents?: true;
  readonly isDay?: true;
}

export const ENTERED_FIELDS: Readonly<Record<string, EnteredField>> = {
  perHourCents: { label: text('每学时（元）', '每學時（元）', 'Per hour (yuan)'), isCents: true },
  paidOn: { label: text('发放日期', '發放日期', 'Paid on'), isDay: true },
  taxReason: { label: text('单独计税的理由', '單獨計稅的理由', 'Reason for separate tax') },
  approvalNumber: { label: text('审批号', '審批號', 'Approval no.') },
  sessionId: { label: text('期次', '期次', 'Session') },
  memberId: { label: text('人员', '人員', 'Person') },
  member: { label: text('姓名或编号', '姓名或編號', 'Name or ID') },
  wanted: { label: text('期次编号、姓名或人员编号', '期次編號、姓名或人員編號', 'Session ID, name or member ID') },
  from: { label: text('起', '起', 'From'), isDay: true },
  to: { label: text('止', '止', 'To'), isDay: true },
  on: { label: text('日期', '日期', 'Date'), isDay: true },
  day: { label: text('日期', '日期', 'Date'), isDay: true },
  year: { label: text('年度', '年度', 'Year') },
  number: { label: text('文号', '文號', 'Document number') },
  approver: { label: text('批准人', '批准人', 'Approver') },
  makeUp: { label: text('补课方式', '補課方式', 'Make-up') },
  reason: { label: text('事由', '事由', 'Reason') },
  title: { label: text('题目', '題目', 'Topic') },
  unit: { label: text('单位', '單位', 'Unit') },
  source: { label: text('来源', '來源', 'Source') },
  name: { label: text('文件名', '檔名', 'File name') },
};

/** After the field's label. */
export const WRONG_ENTRY = {
  over: text('“{field}”不能大于 {limit}', '「{field}」不能大於 {limit}', '"{field}" is at most {limit}'),
  under: text('“{field}”不能小于 {limit}', '「{field}」不能小於 {limit}', '"{field}" is at least {limit}'),
  long: text('“{field}”最多 {limit} 个字符', '「{field}」最多 {limit} 個字元', '"{field}" has at most {limit} characters'),
  blank: text('“{field}”没有填', '「{field}」沒有填', '"{field}" is blank'),
  noDay: text('“{field}”不是日期', '「{field}」不是日期', '"{field}" is not a date'),
  unreadable: text('“{field}”填的内容无法识别', '「{field}」填的內容無法識別', '"{field}" cannot be read'),
} as const satisfies Record<string, Text>;
