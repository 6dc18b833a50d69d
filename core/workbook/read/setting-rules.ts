// What is reported of a setting whose cell cannot be read.
import { text } from '../../text/language';
import type { Rule } from '../finding';

export const BAD_SETTING: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text(
    '设置“{label}”的值“{value}”无效。',
    '設定「{label}」的值「{value}」無效。',
    'Setting "{label}" cannot be "{value}".',
  ),
  suggestion: text('{help}', '{help}', '{help}'),
};

export const SETTING_OUT_OF_LIMITS: Rule = {
  code: 'W10',
  severity: 'error',
  source: null,
  message: text(
    '设置“{label}”的值“{value}”不在 {least} 到 {most} 之间。',
    '設定「{label}」的值「{value}」不在 {least} 到 {most} 之間。',
    'Setting "{label}" cannot be "{value}": it must be between {least} and {most}.',
  ),
  suggestion: text(
    '改正以前按“{initial}”计算。{help}',
    '改正以前按「{initial}」計算。{help}',
    'Until it is corrected, "{initial}" applies. {help}',
  ),
};
