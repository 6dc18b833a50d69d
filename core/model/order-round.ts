// One round of ordering topics: when it is open, who has ordered in it, and which rows of the orders tab belong to it.
import type { Day } from '../calendar/day';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { entriesOf, rowsIn, type EntryOf } from './book';

export interface OrderRound {
  /** The opening day: it stays when the closing day is put off, so nobody is invited twice to one round. */
  readonly id: Day;
  readonly opens: Day;
  /** The last day on which orders are taken. */
  readonly closes: Day;
}

/** The round that the settings name; null when they name none. */
export function currentRound({
  ordersOpen,
  ordersClose,
}: Pick<Settings, 'ordersOpen' | 'ordersClose'>): OrderRound | null {
  if (ordersOpen === null || ordersClose === null || ordersClose < ordersOpen) return null;
  return { id: ordersOpen, opens: ordersOpen, closes: ordersClose };
}

export const isRoundOpen = ({ opens, closes }: OrderRound, today: Day): boolean =>
  opens <= today && today <= closes;

/** A row without a day was typed by a clerk from a form on paper: it belongs to the round that is on. */
export function isOfRound(
  { date }: Partial<Pick<EntryOf<'orders'>['cells'], 'date'>>,
  { opens, closes }: Pick<OrderRound, 'opens' | 'closes'>,
): boolean {
  return date === undefined || date === null || (opens <= date && date <= closes);
}

/** A row of either tab: a topic that a person ordered, or one that the person proposed. */
export type OrderEntry = EntryOf<'orders'> | EntryOf<'wishes'>;

/** Who has ordered or proposed a topic in this round and has not taken everything back. */
export function orderedIn(snapshot: Snapshot, round: OrderRound): ReadonlySet<string> {
  // The tab of wishes is optional.
  const rows = [...rowsIn(snapshot, 'orders'), ...entriesOf(snapshot.tables, 'wishes')];
  return peopleWhoOrdered(rows.filter(({ cells }) => isOfRound(cells, round)));
}

/** A proposal counts as an order, whether it has become a topic or not. */
export function peopleWhoOrdered(rows: readonly OrderEntry[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ cells }) =>
      cells.memberId !== undefined && !isWithdrawn(cells) ? [cells.memberId] : [],
    ),
  );
}

/** Taken back by the person; the row stays, so that it can be seen. */
export function isWithdrawn({
  withdrawn,
}: Partial<Pick<EntryOf<'orders'>['cells'], 'withdrawn'>>): boolean {
  return withdrawn !== undefined && withdrawn !== null;
}
