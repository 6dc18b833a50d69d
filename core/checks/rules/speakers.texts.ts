// The rules V19, V34 with their sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const SPEAKER_TWICE: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”（{unit}）与第{other}行姓名、单位都相同，编号不同。',
    '「{value}」（{unit}）與第{other}列姓名、單位都相同，編號不同。',
    '"{value}" ({unit}) has the same name and unit as row {other}, under another id.',
  ),
  suggestion: text(
    '同一人只用一个编号，讲课费才会合并计税；确是两个人的，在单位后注明区别。',
    '同一人只用一個編號，講課費才會合併計稅；確是兩個人的，在單位後註明區別。',
    'One person has one id, so that the fees are taxed together; for two people say after the unit how they differ.',
  ),
};
export const LEADER_IN_POOL: Rule = {
  code: 'V19',
  severity: 'warning',
  source: null,
  message: text(
    '“{name}”与花名册第{other}行的区领导（{unit}）同名，职称级别却是“{title}”。',
    '「{name}」與花名冊第{other}列的區領導（{unit}）同名，職稱級別卻是「{title}」。',
    '"{name}" has the name of a leader of this district (roster row {other}, {unit}), but the title level "{title}".',
  ),
  suggestion: text(
    '是同一人的，职称级别改为“本区领导干部”；只是同名的，在“校验结果”写忽略理由。',
    '是同一人的，職稱級別改為「本區領導幹部」；只是同名的，在「檢核結果」寫忽略理由。',
    'For the same person choose the level Leader of this district; for a namesake give a reason to ignore this in the checks tab.',
  ),
};

export const NO_UNIT = text('单位空白', '單位空白', 'no unit');
