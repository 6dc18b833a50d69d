// What people chose on the page → the rows to write: in each round one row a person and topic, and one wish. Nothing else is touched.
import { freeIds } from '../model/free-ids';
import { rowsIn, type EntryOf, type RowOf } from '../model/book';
import { isWithdrawn } from '../model/order-round';
import { foldWord } from '../text/clean';
import { maskNumbers } from '../text/mask';
import type { Snapshot } from '../workbook/snapshot';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import {
  openWishOf,
  orderStateOf,
  readRoundOrders,
  type OpenTopic,
  type OrderContext,
  type OrderState,
  type RoundOrders,
} from './order-state';

/** What one person chose: topics in their order, and perhaps one of their own. */
export interface OrderClaim {
  readonly memberId: string;
  readonly topicIds: readonly string[];
  /** Blank: none. */
  readonly wish: string;
}

interface PlannedOrders {
  readonly changes: readonly WorkbookChange[];
  /** The state of each person afterwards, in the order of the claims; null for a person or round that is gone. */
  readonly results: readonly (OrderState | null)[];
}

/** Of two claims of one person the last counts. The same choice twice writes nothing the second time. */
export function planOrders(
  snapshot: Snapshot,
  claims: readonly OrderClaim[],
  at: OrderContext,
): PlannedOrders {
  const orders = readRoundOrders(snapshot, at);
  if (!orders) return { changes: [], results: claims.map(() => null) };
  const last = new Map(claims.map((claim) => [claim.memberId, claim]));
  const planned = new Map(
    [...last].map(([memberId, claim]) => [memberId, planPerson(orders, claim, at)]),
  );
  const writes = [...planned.values()].flatMap(({ write }) => write ?? []);
  return {
    changes: rowChanges(snapshot, writes, at),
    results: claims.map(({ memberId }) => planned.get(memberId)?.state ?? null),
  };
}

/** What one person's rows become. */
interface PersonWrite {
  readonly orders: readonly RowWrite<'orders'>[];
  readonly wishes: readonly RowWrite<'wishes'>[];
}

/** `row`: the sheet's own number; null: a new row. */
interface RowWrite<Key extends 'orders' | 'wishes'> {
  readonly row: number | null;
  readonly values: Partial<RowOf<Key>>;
}

function planPerson(
  orders: RoundOrders,
  claim: OrderClaim,
  at: OrderContext,
): { readonly state: OrderState | null; readonly write: PersonWrite | null } {
  const { memberId } = claim;
  const state = orderStateOf(orders, memberId);
  if (!state?.isOpen) return { state, write: null };
  const ordered = chosenTopics(state, claim, at);
  // The tab is read by many: no identity or card number stays in it.
  const wish = maskNumbers(claim.wish);
  return {
    state: { ...state, ordered, wish: wish === '' ? null : wish },
    write: {
      orders: topicRows(orders, { memberId, ordered }, at),
      wishes: wish === (state.wish ?? '') ? [] : wishRows(orders, { memberId, wish }, at),
    },
  };
}

/** Open topics only, each once, as many as one person may order. */
function chosenTopics(
  { groups }: OrderState,
  { topicIds }: OrderClaim,
  { settings }: OrderContext,
): readonly OpenTopic[] {
  const open = new Map(groups.flatMap(({ topics }) => topics.map((topic) => [topic.id, topic])));
  const chosen = [...new Set(topicIds)].flatMap((id) => open.get(id) ?? []);
  return chosen.slice(0, settings.ordersMost);
}

/**
 * The first row of the round with a topic is the one that counts; others with it are taken back. A row of a topic that is planned or given
 * by now stays: the person cannot see it on the page.
 */
function topicRows(
  { ordersOf, groups }: RoundOrders,
  { memberId, ordered }: { readonly memberId: string; readonly ordered: readonly OpenTopic[] },
  { today }: OrderContext,
): readonly RowWrite<'orders'>[] {
  const places = new Map(ordered.map(({ id }, index) => [id, index + 1]));
  const isOpen = new Set(groups.flatMap(({ topics }) => topics.map(({ id }) => id)));
  const found = new Set<string>();
  const updates = ordersOf(memberId).flatMap(({ row, cells }): RowWrite<'orders'>[] => {
    const { topicId = '' } = cells;
    if (!isOpen.has(topicId)) return [];
    const priority = found.has(topicId) ? undefined : places.get(topicId);
    found.add(topicId);
    const isKept = !isWithdrawn(cells);
    if (priority === undefined) return isKept ? [{ row, values: { withdrawn: today } }] : [];
    if (cells.priority === priority && isKept) return [];
    return [{ row, values: { date: today, priority, withdrawn: null } }];
  });
  const fresh = [...places].flatMap(([topicId, priority]) =>
    found.has(topicId) ? [] : [{ row: null, values: { memberId, topicId, date: today, priority } }],
  );
  return [...updates, ...fresh];
}

/**
 * A wish that has become a topic is a clerk's: another one gets a row of its own, and the same one sent again from a page that was open
 * meanwhile is there already.
 */
function wishRows(
  { wishesOf }: RoundOrders,
  { memberId, wish }: { readonly memberId: string; readonly wish: string },
  { today }: OrderContext,
): readonly RowWrite<'wishes'>[] {
  const own = wishesOf(memberId);
  // The wish that the page shows; where none counts, the last one taken back is used again.
  const entry = openWishOf(own.filter(({ cells }) => !isWithdrawn(cells))) ?? openWishOf(own);
  const isTopic = own.some(
    (one) => isAdopted(one) && foldWord(one.cells.wish ?? '') === foldWord(wish),
  );
  if (wish === '' || isTopic) {
    const isKept = entry !== undefined && !isWithdrawn(entry.cells);
    return isKept ? [{ row: entry.row, values: { withdrawn: today } }] : [];
  }
  return entry
    ? [{ row: entry.row, values: { wish, date: today, withdrawn: null, memberId } }]
    : [{ row: null, values: { memberId, wish, date: today } }];
}

const isAdopted = ({ cells }: EntryOf<'wishes'>): boolean =>
  (cells.topicId ?? null) !== null && !isWithdrawn(cells);

/** New rows of all people together, below the last row of each tab. */
function rowChanges(
  snapshot: Snapshot,
  writes: readonly PersonWrite[],
  { settings: { language } }: OrderContext,
): readonly WorkbookChange[] {
  const nextId = freeIds(rowsIn(snapshot, 'wishes'), 'wishes');
  const orders = writes.flatMap((write) => write.orders);
  const wishes = writes.flatMap((write) => write.wishes);
  const newOrders = orders.flatMap(({ row, values }) => (row === null ? [values] : []));
  const newWishes = wishes.flatMap(({ row, values }) =>
    row === null ? [{ id: nextId(), ...values }] : [],
  );
  return [
    ...orders.flatMap(({ row, values }) =>
      row === null ? [] : updateRow(snapshot, 'orders', { row, values, language }),
    ),
    ...appendRows(snapshot, 'orders', { rows: newOrders, language }),
    ...wishes.flatMap(({ row, values }) =>
      row === null ? [] : updateRow(snapshot, 'wishes', { row, values, language }),
    ),
    ...appendRows(snapshot, 'wishes', { rows: newWishes, language }),
  ];
}
