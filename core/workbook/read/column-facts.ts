// What the rules about cells say of a column: its label, what it expects, what it offers.
import type { Text } from '../../text/language';
import { listedTexts } from '../../text/listed';
import type { Column } from '../column';

export function factsOf(column: Column): Record<string, Text> {
  const expected = EXPECTED[column.kind];
  return {
    label: column.label,
    ...(expected && { expected }),
    choices: column.kind === 'choice' ? listedTexts(Object.values(column.choices)) : YES_OR_NO,
  };
}

const YES_OR_NO: Text = { 'zh-CN': '是、否', 'zh-TW': '是、否', en: 'yes, no' };
const EXPECTED: Partial<Record<Column['kind'], Text>> = {
  integer: { 'zh-CN': '整数', 'zh-TW': '整數', en: 'a whole number' },
  decimal: { 'zh-CN': '数字', 'zh-TW': '數字', en: 'a number' },
  percent: { 'zh-CN': '0% 到 100%', 'zh-TW': '0% 到 100%', en: 'a share from 0% to 100%' },
  money: {
    'zh-CN': '金额（元，最多两位小数）',
    'zh-TW': '金額（元，最多兩位小數）',
    en: 'an amount in yuan with at most two decimals',
  },
};
