// What can be wrong with a fee before it is paid, besides what the checks say about the row it would become.
import type { Rule } from '../workbook/finding';
import { text } from '../text/language';

const FEES = '财行〔2016〕540号第十条';

export const NO_SPEAKER: Rule = {
  code: 'V14',
  severity: 'error',
  source: FEES,
  message: text(
    '{session}没有主讲人，或师资库中没有此人的职称级别。',
    '{session}沒有主講人，或師資庫中沒有此人的職稱級別。',
    '{session} has no speaker, or the speakers tab has no title level for them.',
  ),
  suggestion: text(
    '请在“日程”填写主讲人编号，并在“师资库”登记职称级别（附证明）。',
    '請在「日程」填寫主講人編號，並在「師資庫」登記職稱級別（附證明）。',
    'Enter the speaker in the schedule, and the title level (and its proof) in the speakers tab.',
  ),
};
export const NO_HOURS: Rule = {
  code: 'V12',
  severity: 'error',
  source: FEES,
  message: text('{session}没有授课学时，不能计算讲课费。', '{session}沒有授課學時，不能計算講課費。', '{session} has no taught hours, so the fee cannot be calculated.'),
  suggestion: text('请在“日程”中填写实际授课学时。', '請在「日程」中填寫實際授課學時。', 'Enter the hours actually taught in the schedule.'),
};
export const NO_CAP: Rule = {
  code: 'V28',
  severity: 'error',
  source: FEES,
  message: text(
    '“标准”中没有{date}有效的“{title}”讲课费上限，不能计算。',
    '「標準」中沒有{date}有效的「{title}」講課費上限，不能計算。',
    'The standards tab has no fee cap for "{title}" on {date}, so the fee cannot be calculated.',
  ),
  suggestion: text('请按本地文件补充一行，注明文号和有效期。', '請按本地文件補充一列，註明文號和有效期。', 'Add a row from your local document, with its number and validity.'),
};
export const NOT_HELD: Rule = {
  code: 'W29',
  severity: 'error',
  source: FEES,
  message: text(
    '{session}的状态不是“已办”：讲课费按实际授课学时发放。',
    '{session}的狀態不是「已辦」：講課費按實際授課學時發放。',
    '{session} is not marked as held: fees are paid for hours actually taught.',
  ),
  suggestion: text('讲座结束后请把状态改为“已办”，再确认入账。', '講座結束後請把狀態改為「已辦」，再確認入帳。', 'Set the state to "Held" after the session, then confirm the fee.'),
};
export const NO_TAX_REASON: Rule = {
  code: 'V17',
  severity: 'error',
  source: '劳务报酬所得个人所得税预扣预缴（预扣率表二）',
  message: text('单独计税没有写明理由。', '單獨計稅沒有寫明理由。', 'There is no reason why the fee is taxed separately.'),
  suggestion: text(
    '请写明理由（例如：不同项目），或改为本月合并计税。',
    '請寫明理由（例如：不同項目），或改為本月合併計稅。',
    'Give the reason (for example: a different project), or tax it with the month.',
  ),
};
export const BOOKED_OUT_OF_ORDER: Rule = {
  code: 'V17',
  severity: 'warning',
  source: '劳务报酬所得个人所得税预扣预缴（预扣率表二）',
  message: text(
    '本月付款日期更晚的讲课费已经入账（{rows}）：本笔与之合并，应扣个税为合并后与已扣的差额。',
    '本月付款日期更晚的講課費已經入帳（{rows}）：本筆與之合併，應扣個稅為合併後與已扣的差額。',
    'A fee of a later day in this month is booked already ({rows}): this one is taxed together with it, less what was withheld.',
  ),
  suggestion: text('请核对付款日期“{value}”；已入账的不必改动。', '請核對付款日期「{value}」；已入帳的不必改動。', 'Check the day of payment, {value}; what is booked stays as it is.'),
};
