// A clerk turns a wish into a topic that can be ordered. Others who wished the same are linked to it by its ID.
import { rowsIn, type RowOf } from '../model/book';
import { freeIds } from '../model/free-ids';
import { isWithdrawn } from '../model/order-round';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import type { Language } from '../text/language';
import type { Snapshot } from '../workbook/snapshot';

export type TopicSource = NonNullable<RowOf<'topics'>['source']>;

export interface Adoption {
  readonly wishId: string;
  readonly title: string;
  readonly source: TopicSource;
  readonly language: Language;
}

/** A wish that waits for a clerk. */
export interface OpenWish {
  readonly id: string;
  readonly memberId: string;
  readonly wish: string;
}

/** In the order of the rows. */
export function openWishes(snapshot: Snapshot): readonly OpenWish[] {
  return rowsIn(snapshot, 'wishes').flatMap(({ cells }) => {
    const { id, memberId, wish, topicId = null } = cells;
    return id !== undefined &&
      memberId !== undefined &&
      wish !== undefined &&
      topicId === null &&
      !isWithdrawn(cells)
      ? [{ id, memberId, wish }]
      : [];
  });
}

/** Null when there is no such wish, or it is a topic already. */
export function planAdoption(
  snapshot: Snapshot,
  { wishId, title, source, language }: Adoption,
): { readonly topicId: string; readonly changes: readonly WorkbookChange[] } | null {
  const isOpen = openWishes(snapshot).some(({ id }) => id === wishId);
  const entry = rowsIn(snapshot, 'wishes').find(({ cells }) => cells.id === wishId);
  if (!isOpen || !entry) return null;
  const topicId = freeIds(rowsIn(snapshot, 'topics'), 'T')();
  const topic = { id: topicId, title, source, state: 'open' } as const;
  return {
    topicId,
    changes: [
      ...appendRows(snapshot, 'topics', { rows: [topic], language }),
      ...updateRow(snapshot, 'wishes', { row: entry.row, values: { topicId }, language }),
    ],
  };
}
