// What people chose on the page → the rows to write: one row a person and topic, and one wish. Nothing else is touched.
import { freeIds } from '../model/free-ids';
import { rowsIn, type EntryOf } from '../model/book';
import { isOfRound, isWithdrawn } from '../model/order-round';
import type { Day } from '../calendar/day';
import { maskNumbers } from '../text/mask';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import { orderRows, readOrderState, wishRow, type OpenTopic, type OrderState } from './order-state';

/** What one person chose: topics in their order, and perhaps one of their own. */
export interface OrderClaim {
  readonly memberId: string;
  readonly topicIds: readonly string[];
  /** Blank: none. */
  readonly wish: string;
}

export interface OrderContext {
  readonly roundId: string;
  readonly today: Day;
  readonly settings: Settings;
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
  const last = new Map(claims.map((claim) => [claim.memberId, claim]));
  const nextId = freeIds(rowsIn(snapshot, 'wishes'), 'W');
  const changes: WorkbookChange[] = [];
  const states = new Map<string, OrderState | null>();
  for (const [memberId, claim] of last) {
    const state = readOrderState(snapshot, { memberId, ...at });
    if (!state?.isOpen) {
      states.set(memberId, state);
      continue;
    }
    const ordered = chosenTopics(state, claim);
    changes.push(...topicChanges(snapshot, { state, ordered }, at));
    // The tab is read by many: no identity or card number stays in it.
    const wish = maskNumbers(claim.wish);
    changes.push(...wishChanges(snapshot, { state, wish }, { ...at, nextId }));
    states.set(memberId, { ...state, ordered, wish: wish === '' ? null : wish });
  }
  return { changes, results: claims.map(({ memberId }) => states.get(memberId) ?? null) };
}

/** Open topics only, each once, as many as one person may order. */
function chosenTopics({ groups }: OrderState, { topicIds }: OrderClaim): readonly OpenTopic[] {
  const open = new Map(groups.flatMap(({ topics }) => topics.map((topic) => [topic.id, topic])));
  return [...new Set(topicIds)].flatMap((id) => open.get(id) ?? []);
}

interface Chosen {
  readonly state: OrderState;
  readonly ordered: readonly OpenTopic[];
}

/**
 * A person has one row for a topic, whatever the round: ordered again, it gets the new day. A row of an earlier round that is not chosen
 * now stays, and so does one of a topic that is planned or given by now: the person cannot see either on the page.
 */
function topicChanges(
  snapshot: Snapshot,
  { state, ordered }: Chosen,
  { today, settings: { language } }: OrderContext,
): WorkbookChange[] {
  const { round, member, groups } = state;
  const { memberId } = member;
  const rows = orderRows(snapshot, memberId);
  const places = new Map(ordered.map(({ id }, index) => [id, index + 1]));
  const isOpen = new Set(groups.flatMap(({ topics }) => topics.map(({ id }) => id)));
  const firsts = new Map<string, EntryOf<'orders'>>();
  const updates = rows.flatMap((entry): WorkbookChange[] => {
    const { row, cells } = entry;
    const { topicId = '' } = cells;
    if (!isOpen.has(topicId)) return [];
    const priority = firsts.has(topicId) ? undefined : places.get(topicId);
    firsts.set(topicId, entry);
    const isOfNow = isOfRound(cells, round) && !isWithdrawn(cells);
    if (priority === undefined)
      return isOfNow
        ? updateRow(snapshot, 'orders', { row, values: { withdrawn: today }, language })
        : [];
    if (cells.priority === priority && isOfNow) return [];
    const values = { date: today, priority, withdrawn: null };
    return updateRow(snapshot, 'orders', { row, values, language });
  });
  const fresh = ordered.flatMap(({ id: topicId }) => {
    const priority = places.get(topicId);
    return firsts.has(topicId) || priority === undefined
      ? []
      : [{ memberId, topicId, date: today, priority }];
  });
  return [...updates, ...appendRows(snapshot, 'orders', { rows: fresh, language })];
}

/** A wish that has become a topic is a clerk's: another one gets a row of its own. */
function wishChanges(
  snapshot: Snapshot,
  { state, wish }: { readonly state: OrderState; readonly wish: string },
  { today, settings, nextId }: OrderContext & { readonly nextId: () => string },
): WorkbookChange[] {
  if (wish === (state.wish ?? '')) return [];
  const { language } = settings;
  const { round, member } = state;
  const { memberId } = member;
  const entry = wishRow(snapshot, { memberId, round }, 'any');
  const values =
    wish === '' ? { withdrawn: today } : { wish, date: today, withdrawn: null, memberId };
  if (entry) return updateRow(snapshot, 'wishes', { row: entry.row, values, language });
  const rows = [{ id: nextId(), memberId, wish, date: today }];
  return appendRows(snapshot, 'wishes', { rows, language });
}
