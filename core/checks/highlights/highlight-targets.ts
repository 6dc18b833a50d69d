// The findings → the cells to mark: errors and warnings that nobody accepted, a cell once, no more of them than can be shown.
import { renderFinding, type Finding } from '../../workbook/finding';
import type { Language } from '../../text/language';
import { placeOf, type Snapshot } from '../../workbook/snapshot';
import { locatorOf, type CellAt } from '../locate';

/** Marks on more cells than this help nobody and make the write slow; errors come first. */
export const HIGHLIGHT_LIMIT = 1000;

export interface HighlightTarget extends CellAt {
  readonly sheetId: number;
  readonly severity: 'error' | 'warning';
  /** What is wrong with the cell, one line each. */
  readonly lines: readonly string[];
}

export interface HighlightTargets {
  readonly targets: readonly HighlightTarget[];
  /** How many wrong cells stay without a mark. */
  readonly notHighlighted: number;
}

export function highlightTargets(
  findings: readonly Finding[],
  snapshot: Snapshot,
  { language, limit = HIGHLIGHT_LIMIT }: { readonly language: Language; readonly limit?: number },
): HighlightTargets {
  const locator = locatorOf(snapshot.tables);
  const byCell = new Map<string, HighlightTarget>();
  for (const found of findings) {
    const { severity } = found.rule;
    const sheetId = placeOf(snapshot, found.tab)?.sheetId;
    const cell = locator.cell(found);
    if (severity === 'info' || cell === null || sheetId === undefined) continue;
    const key = `${sheetId}!${cell.row},${cell.column}`;
    const before = byCell.get(key);
    byCell.set(key, {
      sheetId,
      ...cell,
      severity: before?.severity === 'error' ? 'error' : severity,
      lines: [...(before?.lines ?? []), lineOf(found, language)],
    });
  }
  const cells = [...byCell.values()];
  const inOrder = [
    ...cells.filter(({ severity }) => severity === 'error'),
    ...cells.filter(({ severity }) => severity === 'warning'),
  ];
  const targets = inOrder.slice(0, limit);
  return { targets, notHighlighted: inOrder.length - targets.length };
}

function lineOf(found: Finding, language: Language): string {
  const { message, suggestion } = renderFinding(found, language);
  return `${found.rule.code} ${message} ${suggestion}`.trim();
}
