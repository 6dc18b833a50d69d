// What a check writes on the cells themselves: narrow reads of notes and colours, and the marks to put and to take away.
import { MARKS_REFUSED, NOT_MARKED } from '#core/checks/marks/mark-rules';
import { MARK_LIMIT, markTargets } from '#core/checks/marks/mark-targets';
import { MARK_START } from '#core/checks/marks/mark-note';
import {
  areasToRead,
  planMarks,
  tabsToSearch,
  type MarkScope,
} from '#core/checks/marks/plan-marks';
import { finding, type Finding } from '#core/workbook/finding';
import type { WorkbookChange } from '#core/workbook/write/change';
import { AppError } from '../../errors';
import type { Opened, Ports } from '../runtime/use-case';

export interface MarkWrites {
  readonly writes: readonly WorkbookChange[];
  /** Cells that carry a mark afterwards. */
  readonly marked: number;
  /** Wrong cells that do not, because there are too many. */
  readonly notMarked: number;
}

export async function markCells(
  findings: readonly Finding[],
  { snapshot, settings }: Pick<Opened, 'snapshot' | 'settings'>,
  { workbook, scope }: Pick<Ports, 'workbook'> & { readonly scope: MarkScope },
): Promise<MarkWrites> {
  const { language } = settings;
  const { targets, notMarked } = markTargets(findings, snapshot, { language });
  const question = { places: snapshot.places, targets, scope };
  const id = snapshot.spreadsheetId;
  const carriers = await workbook.findNotes(id, tabsToSearch(question), MARK_START);
  const areas = areasToRead(question, carriers);
  const decorations = await workbook.readDecorations(id, areas);
  return { writes: planMarks(question, areas, decorations), marked: targets.length, notMarked };
}

/** Nothing on the cells: what is left when Google does not let marks be written. */
export function withoutMarks({ marked, notMarked }: MarkWrites): MarkWrites {
  return { writes: [], marked: 0, notMarked: marked + notMarked };
}

/** Said in the checks tab too, so that nobody takes an unmarked cell for a right one. */
export function notMarkedFinding({ marked, notMarked }: MarkWrites): Finding[] {
  if (notMarked === 0) return [];
  const place = { tab: 'checks', row: null, column: null } as const;
  const rule = marked === 0 ? MARKS_REFUSED : NOT_MARKED;
  return [finding(rule, place, '', { count: notMarked, limit: MARK_LIMIT })];
}

/** Whether marks may have been refused because of cells that clerks protected. */
export const areMarksRefused = (error: unknown): boolean =>
  error instanceof AppError && error.refusal === 'cellsProtected';
