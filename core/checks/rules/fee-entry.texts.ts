// The rules V12, V14, V15, W50 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

const FEES = '财行〔2016〕540号第十条';
const HEADS = '财行〔2016〕540号第八条';

export const NO_SESSION: Rule = {
  code: 'V12',
  severity: 'error',
  source: FEES,
  message: text(
    '讲课费{amount}元没有填写期次编号，学时和上限无从核对。',
    '講課費{amount}元沒有填寫期次編號，學時和上限無從核對。',
    'The lecture fee of {amount} yuan names no session, so hours and cap cannot be checked.',
  ),
  suggestion: text(
    '请填写讲课那一期的编号；一笔付几期的，分期填写。',
    '請填寫講課那一期的編號；一筆付幾期的，分期填寫。',
    'Enter the id of the session it is paid for; a payment for several sessions is entered for each.',
  ),
};
export const AMOUNT_ONLY: Rule = {
  code: 'V15',
  severity: 'warning',
  source: HEADS,
  message: text(
    '师资费{value}元付给主讲人“{payee}”，只有金额，没有税后、税前和个税，没有按讲课费核对。',
    '師資費{value}元付給主講人「{payee}」，只有金額，沒有稅後、稅前和個稅，沒有按講課費核對。',
    '{value} yuan under Lecturers are paid to the speaker "{payee}" as an amount only, without net, gross and tax, so no cap is checked.',
  ),
  suggestion: text(
    '是讲课费的，请填写税后、税前和个税；是交通、住宿、伙食费的，在“例外说明”写明。',
    '是講課費的，請填寫稅後、稅前和個稅；是交通、住宿、伙食費的，在「例外說明」寫明。',
    'For a lecture fee enter net, gross and tax; for travel, lodging or meals say so under Exception reason.',
  ),
};
export const AMOUNT_TO_STRANGER: Rule = {
  code: 'V14',
  severity: 'warning',
  source: HEADS,
  message: text(
    '师资费{amount}元付给“{value}”，只有金额；收款人既不是本期主讲人，也不在师资库，没有按讲课费核对。',
    '師資費{amount}元付給「{value}」，只有金額；收款人既不是本期主講人，也不在師資庫，沒有按講課費核對。',
    '{amount} yuan under Lecturers are paid to "{value}" as an amount only; the payee is neither this session’s speaker nor in the speakers tab, so no cap is checked.',
  ),
  suggestion: text(
    '是讲课费的，请填写税后、税前和个税，并在“师资库”登记职称级别；是主讲人的住宿、交通等费用的，在“例外说明”写明。',
    '是講課費的，請填寫稅後、稅前和個稅，並在「師資庫」登記職稱級別；是主講人的住宿、交通等費用的，在「例外說明」寫明。',
    'For a lecture fee enter net, gross and tax, and the title level in the speakers tab; for a lecturer’s lodging, travel and the like say so under Exception reason.',
  ),
};
export const FEE_UNDER_OTHER_HEAD: Rule = {
  code: 'W50',
  severity: 'error',
  source: HEADS,
  message: text('付给主讲人“{payee}”的讲课费列在“{head}”。', '付給主講人「{payee}」的講課費列在「{head}」。', 'The lecture fee of "{payee}" is recorded under "{head}".'),
  suggestion: text(
    '讲课费的科目是“师资费”，不占综合定额：请改正科目。',
    '講課費的科目是「師資費」，不佔綜合定額：請改正科目。',
    'A lecture fee belongs to the head Lecturers, outside the quota: correct the head.',
  ),
};
export const LIKE_A_FEE: Rule = {
  code: 'W50',
  severity: 'warning',
  source: HEADS,
  message: text(
    '“{payee}”的{amount}元列在“{head}”，像是讲课费：{why}。',
    '「{payee}」的{amount}元列在「{head}」，像是講課費：{why}。',
    '{amount} yuan to "{payee}" are recorded under "{head}", but look like a lecture fee: {why}.',
  ),
  suggestion: text(
    '是讲课费的，科目改为“师资费”，收款人填师资库中的姓名；不是的，在“忽略理由”写明。',
    '是講課費的，科目改為「師資費」，收款人填師資庫中的姓名；不是的，在「忽略理由」寫明。',
    'For a lecture fee choose the head Lecturers and the name in the speakers tab; otherwise say so under "Reason to ignore".',
  ),
};

export const HAS_TAX = text('填了税后、税前或个税', '填了稅後、稅前或個稅', 'net, gross or tax are given');
export const TO_SPEAKER = text('收款人是主讲人', '收款人是主講人', 'the payee is a speaker');
