import type { RenderedFinding } from '#core/contract/rendered-finding';

export type Severity = RenderedFinding['severity'];

export interface FindingGroup {
  readonly severity: Severity;
  /** How many there are, shown or not. */
  readonly count: number;
  readonly shown: readonly RenderedFinding[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The worst first, the workbook's order kept inside; a group without findings is left out. */
export function groupFindings(
  findings: readonly RenderedFinding[],
  limit: number,
  counts?: Readonly<Record<Severity, number>>,
): FindingGroup[] {
  const groups = ORDER.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity);
    const count = counts?.[severity] ?? found.length;
    return { severity, count, shown: found.slice(0, limit) };
  });
  return groups.filter((group) => group.count > 0);
}
