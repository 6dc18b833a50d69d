// How many findings the checks tab holds: one write to Google takes ten megabytes, and nobody reads on after some thousands.
import { finding, type Finding, type Rule, type Severity } from '../workbook/finding';
import { text } from '../text/language';

export const LIST_LIMIT = 4000;

export const NOT_LISTED: Rule = {
  code: 'W42',
  severity: 'info',
  source: null,
  message: text(
    '还有 {count} 条没有列出（一次最多列 {limit} 条，错误在前）。',
    '還有 {count} 條沒有列出（一次最多列 {limit} 條，錯誤在前）。',
    '{count} more findings are not listed ({limit} at most, errors first).',
  ),
  suggestion: text(
    '同一类错误往往出自同一原因：先改正列出的，再校验一次。',
    '同一類錯誤往往出自同一原因：先改正列出的，再檢核一次。',
    'Many findings often have one cause: correct the listed ones, then check again.',
  ),
};

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** All of them as they come or, when there are too many, errors first and a last line that counts the rest. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= LIST_LIMIT) return findings;
  const rank = ({ rule }: Finding): number => ORDER.indexOf(rule.severity);
  const first = findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, LIST_LIMIT);
  const place = { tab: 'checks', row: null, column: null } as const;
  const count = findings.length - LIST_LIMIT;
  return [...first, finding(NOT_LISTED, place, '', { count, limit: LIST_LIMIT })];
}
