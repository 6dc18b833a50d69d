// A clerk turns a wish into a topic that can be ordered. Others who wished the same are linked to it by its ID.
import { rowsIn } from '../model/book';
import { freeIds } from '../model/free-ids';
import { isWithdrawn } from '../model/order-round';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import type { Language } from '../text/language';
import type { Snapshot } from '../workbook/snapshot';
import type { TopicSource } from '../workbook/tabs/topics';

export interface Adoption {
  readonly wishId: string;
  /** As the clerk saw it. */
  readonly wish: string;
  readonly title: string;
  readonly source: TopicSource;
  readonly language: Language;
}

/** A wish that waits for a clerk. */
export interface OpenWish {
  /** The sheet's own row number. */
  readonly row: number;
  readonly id: string;
  readonly memberId: string;
  readonly wish: string;
}

/** In the order of the rows. */
export function openWishes(snapshot: Snapshot): readonly OpenWish[] {
  return rowsIn(snapshot, 'wishes').flatMap(({ row, cells }) => {
    const { id, memberId, wish, topicId = null } = cells;
    return id !== undefined &&
      memberId !== undefined &&
      wish !== undefined &&
      topicId === null &&
      !isWithdrawn(cells)
      ? [{ row, id, memberId, wish }]
      : [];
  });
}

interface PlannedAdoption {
  readonly topicId: string;
  readonly changes: readonly WorkbookChange[];
}

/** `noWish`: there is no such wish, or it is a topic already; `wishChanged`: it reads differently now. */
export function planAdoption(
  snapshot: Snapshot,
  { wishId, wish, title, source, language }: Adoption,
): PlannedAdoption | 'noWish' | 'wishChanged' {
  const open = openWishes(snapshot).find(({ id }) => id === wishId);
  if (!open) return 'noWish';
  if (open.wish !== wish) return 'wishChanged';
  const topicId = freeIds(rowsIn(snapshot, 'topics'), 'topics')();
  const topic = { id: topicId, title, source, state: 'open' } as const;
  return {
    topicId,
    changes: [
      ...appendRows(snapshot, 'topics', { rows: [topic], language }),
      ...updateRow(snapshot, 'wishes', { row: open.row, values: { topicId }, language }),
    ],
  };
}
