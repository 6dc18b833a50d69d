// The rule V33 with its sentences.
import type { Rule } from '../../workbook/finding';
import { text } from '../../text/language';

export const TOO_MANY_ABSENCES: Rule = {
  code: 'V33',
  severity: 'warning',
  source: null,
  message: text(
    '{value}在{year}年无故缺席{count}次（界限{limit}次）。',
    '{value}在{year}年無故缺席{count}次（界限{limit}次）。',
    '{value} was absent without leave {count} times in {year} (limit {limit}).',
  ),
  suggestion: text('请提醒本人；界限见“设置”。', '請提醒本人；界限見「設定」。', 'Remind the person; the limit is a setting.'),
};
export const TOO_OFTEN_LATE: Rule = {
  code: 'V33',
  severity: 'warning',
  source: null,
  message: text(
    '{value}在{year}年迟到早退{count}次（界限{limit}次）。',
    '{value}在{year}年遲到早退{count}次（界限{limit}次）。',
    '{value} was late or left early {count} times in {year} (limit {limit}).',
  ),
  suggestion: text('请提醒本人；界限见“设置”。', '請提醒本人；界限見「設定」。', 'Remind the person; the limit is a setting.'),
};
