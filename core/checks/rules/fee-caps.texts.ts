// The rules V12, V13, V14, V18, V19 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

const FEES = '财行〔2016〕540号第十条';

export const OVER_CAP: Rule = {
  code: 'V12',
  severity: 'error',
  source: FEES,
  message: text(
    '税后讲课费{value}元超过上限：{title} {hours}学时×{cap}元={limit}元（{document}）。',
    '稅後講課費{value}元超過上限：{title} {hours}學時×{cap}元={limit}元（{document}）。',
    'Fee of {value} yuan after tax is over the cap: {title}, {hours} h × {cap} = {limit} yuan ({document}).',
  ),
  suggestion: text(
    '请按{limit}元以内发放，或核对授课学时和职称；主讲人来自异地的，请在“师资库”注明。',
    '請按{limit}元以內發放，或核對授課學時和職稱；主講人來自異地的，請在「師資庫」註明。',
    'Pay at most {limit} yuan, or check the hours taught and the title; for a lecturer from out of town, say so in Speakers.',
  ),
};
export const HOURS_UNKNOWN: Rule = {
  code: 'V12',
  severity: 'error',
  source: FEES,
  message: text('{session}没有授课学时，无法核对讲课费{value}元。', '{session}沒有授課學時，無法核對講課費{value}元。', 'The fee of {value} yuan cannot be checked: {session} has no taught hours.'),
  suggestion: text('请在“日程”中填写实际授课学时。', '請在「日程」中填寫實際授課學時。', 'Enter the hours actually taught in the schedule.'),
};
export const EXPERT_OVER_USUAL: Rule = {
  code: 'V13',
  severity: 'warning',
  source: FEES,
  message: text(
    '院士、全国知名专家一般不超过每学时{cap}元，本笔税后{value}元超过{limit}元，且没有审批号。',
    '院士、全國知名專家一般不超過每學時{cap}元，本筆稅後{value}元超過{limit}元，且沒有審批號。',
    'A nationally known expert usually gets at most {cap} yuan per hour; {value} yuan is over {limit} and has no approval number.',
  ),
  suggestion: text('请填写审批号，或按一般标准发放。', '請填寫審批號，或按一般標準發放。', 'Enter the approval number, or pay the usual fee.'),
};
export const TITLE_UNKNOWN: Rule = {
  code: 'V14',
  severity: 'error',
  source: FEES,
  message: text('有讲课费，但“{value}”的职称级别未知。', '有講課費，但「{value}」的職稱級別未知。', 'A fee is paid, but the title level of "{value}" is unknown.'),
  suggestion: text('请在“师资库”登记此人和职称级别（附证明）。', '請在「師資庫」登記此人和職稱級別（附證明）。', 'Enter the person with the title level (and its proof) in the speakers tab.'),
};
export const PAYEE_UNKNOWN: Rule = {
  code: 'V14',
  severity: 'error',
  source: FEES,
  message: text(
    '讲课费收款人“{value}”既不是本期主讲人“{speaker}”，也不在师资库，职称和上限无从核对。',
    '講課費收款人「{value}」既不是本期主講人「{speaker}」，也不在師資庫，職稱和上限無從核對。',
    '"{value}" is neither this session’s speaker ("{speaker}") nor in the speakers tab, so title and cap cannot be checked.',
  ),
  suggestion: text(
    '收款人填主讲人本人的姓名；确由此人讲课的，先在“师资库”登记职称级别（附证明）。',
    '收款人填主講人本人的姓名；確由此人講課的，先在「師資庫」登記職稱級別（附證明）。',
    'Enter the lecturer’s own name; somebody else who taught is entered with the title level (and its proof) in the speakers tab first.',
  ),
};
export const PAID_TWICE: Rule = {
  code: 'V18',
  severity: 'error',
  source: FEES,
  message: text('同一人同日同题的讲课费发了不止一次（第{rows}行）。', '同一人同日同題的講課費發了不止一次（第{rows}列）。', 'The same lecture on the same day is paid more than once (rows {rows}).'),
  suggestion: text(
    '同时听课的班次再多，讲课费也只发一次；请删去重复的。',
    '同時聽課的班次再多，講課費也只發一次；請刪去重複的。',
    'A lecture is paid once, regardless of the number of classes: remove the others.',
  ),
};
export const LOCAL_LEADER_PAID: Rule = {
  code: 'V19',
  severity: 'warning',
  source: null,
  message: text(
    '“{name}”是本区领导干部，讲课费{value}元没有审批号。',
    '「{name}」是本區領導幹部，講課費{value}元沒有審批號。',
    '"{name}" is a leader of this district; the fee of {value} yuan has no approval number.',
  ),
  suggestion: text(
    '本区领导授课一般不发讲课费；确需发放的，填写依据的审批号。',
    '本區領導授課一般不發講課費；確需發放的，填寫依據的審批號。',
    'Leaders of the district are usually not paid; otherwise enter the approval number.',
  ),
};
