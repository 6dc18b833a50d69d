// What a check writes on the cells themselves: narrow reads of notes and colours, and the marks to put and to take away.
import { HIGHLIGHTS_REFUSED, NOT_HIGHLIGHTED } from '#core/checks/highlights/highlight-rules.texts';
import { HIGHLIGHT_LIMIT, highlightTargets } from '#core/checks/highlights/highlight-targets';
import { HIGHLIGHT_START } from '#core/checks/highlights/highlight-note';
import {
  areasToRead,
  planHighlights,
  tabsToSearch,
  type HighlightScope,
} from '#core/checks/highlights/plan-highlights';
import { finding, type Finding } from '#core/workbook/finding';
import type { WorkbookChange } from '#core/workbook/write/change';
import { AppError } from '../../errors';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

export interface HighlightWrites {
  readonly writes: readonly WorkbookChange[];
  /** Cells that carry a mark afterwards. */
  readonly highlighted: number;
  /** Wrong cells that do not, because there are too many. */
  readonly notHighlighted: number;
}

export async function highlightCells(
  findings: readonly Finding[],
  { snapshot, settings }: Pick<OpenedWorkbook, 'snapshot' | 'settings'>,
  { workbook, scope }: Pick<Ports, 'workbook'> & { readonly scope: HighlightScope },
): Promise<HighlightWrites> {
  const { language } = settings;
  const { targets, notHighlighted } = highlightTargets(findings, snapshot, { language });
  const question = { places: snapshot.places, targets, scope };
  const id = snapshot.spreadsheetId;
  const carriers = await workbook.findNotes(id, tabsToSearch(question), HIGHLIGHT_START);
  const areas = areasToRead(question, carriers);
  const decorations = await workbook.readDecorations(id, areas);
  return {
    writes: planHighlights(question, areas, decorations),
    highlighted: targets.length,
    notHighlighted,
  };
}

/** Nothing on the cells: what is left when Google does not let marks be written. */
export function withoutHighlights({
  highlighted,
  notHighlighted,
}: HighlightWrites): HighlightWrites {
  return { writes: [], highlighted: 0, notHighlighted: highlighted + notHighlighted };
}

/** Said in the checks tab too, so that nobody takes an unmarked cell for a right one. */
export function notHighlightedFinding({ highlighted, notHighlighted }: HighlightWrites): Finding[] {
  if (notHighlighted === 0) return [];
  const place = { tab: 'checks', row: null, column: null } as const;
  const rule = highlighted === 0 ? HIGHLIGHTS_REFUSED : NOT_HIGHLIGHTED;
  return [finding(rule, place, '', { count: notHighlighted, limit: HIGHLIGHT_LIMIT })];
}

/** Whether marks may have been refused because of cells that clerks protected. */
export const areHighlightsRefused = (error: unknown): boolean =>
  error instanceof AppError && error.refusal === 'cellsProtected';
