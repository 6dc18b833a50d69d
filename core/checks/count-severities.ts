import type { Finding, Severity } from '../workbook/finding';

export function countSeverities(
  findings: readonly Pick<Finding, 'rule' | 'isFurtherChoice'>[],
): Record<Severity, number> {
  const count = (severity: Severity): number =>
    findings.filter((found) => found.rule.severity === severity && found.isFurtherChoice !== true)
      .length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}
