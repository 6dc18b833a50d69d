// One round of ordering topics: when it is open, who has ordered in it, and which rows of the orders tab belong to it.
import type { Day } from '../calendar/day';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { rowsIn, type EntryOf } from './book';

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

/** Who has ordered a topic in this round and has not taken every order back. */
export function orderedIn(snapshot: Snapshot, round: OrderRound): ReadonlySet<string> {
  return new Set(
    rowsIn(snapshot, 'orders').flatMap(({ cells }) =>
      cells.memberId !== undefined && !isWithdrawn(cells) && isOfRound(cells, round)
        ? [cells.memberId]
        : [],
    ),
  );
}

/** Taken back by the person; the row stays, so that it can be seen. */
export function isWithdrawn({
  withdrawn,
}: Partial<Pick<EntryOf<'orders'>['cells'], 'withdrawn'>>): boolean {
  return withdrawn !== undefined && withdrawn !== null;
}
