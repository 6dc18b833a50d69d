import type { Finding, Severity } from '../workbook/finding';

export function countSeverities(
  findings: readonly Pick<Finding, 'rule'>[],
): Record<Severity, number> {
  const count = (severity: Severity): number =>
    findings.filter(({ rule }) => rule.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
