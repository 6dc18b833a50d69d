// What each person has ordered in one round, what can be ordered, and whether anything still can.
import type { Day } from '../calendar/day';
import { rowsIn, type EntryOf } from '../model/book';
import {
  currentRound,
  isOfRound,
  isRoundOpen,
  isWithdrawn,
  orderedIn,
  type OrderRound,
} from '../model/order-round';
import { membersOf } from '../notice/candidates';
import type { Candidate } from '../notice/notice';
import { groupBy } from '../text/group-by';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { TOPIC_SOURCES, type TopicSource } from '../workbook/tabs/topics';

/** A topic as people choose it. */
export interface OpenTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
}

/** Open topics of one source; null: the topics tab names no source. */
export interface TopicGroup {
  readonly source: TopicSource | null;
  readonly topics: readonly OpenTopic[];
}

/** The tabs as they are for one round, read once for many people. */
export interface RoundOrders {
  readonly round: OrderRound;
  readonly isOpen: boolean;
  readonly groups: readonly TopicGroup[];
  /** On the roster today. */
  readonly members: ReadonlyMap<string, Candidate>;
  /** The person's rows of this round in the order of the tab, with those that were taken back. */
  readonly ordersOf: (memberId: string) => readonly EntryOf<'orders'>[];
  readonly wishesOf: (memberId: string) => readonly EntryOf<'wishes'>[];
}

export interface OrderState {
  readonly round: OrderRound;
  readonly member: Candidate;
  readonly isOpen: boolean;
  readonly groups: readonly TopicGroup[];
  /** Open topics in the person's order. */
  readonly ordered: readonly OpenTopic[];
  /** A topic of the person's own that is no topic of the tab yet. */
  readonly wish: string | null;
}

export interface OrderContext {
  /** Of the round that the link is for. */
  readonly roundId: string;
  readonly today: Day;
  readonly settings: Settings;
}

/** Null when the round is not the one in the settings. */
export function readRoundOrders(
  snapshot: Snapshot,
  { roundId, today, settings }: OrderContext,
): RoundOrders | null {
  const round = currentRound(settings);
  if (round?.id !== roundId) return null;
  const members = membersOf(snapshot, { date: today, audience: null });
  const isOfNow = ({ cells }: EntryOf<'orders'> | EntryOf<'wishes'>): boolean =>
    isOfRound(cells, round);
  const orders = groupBy(rowsIn(snapshot, 'orders').filter(isOfNow), ({ cells }) => cells.memberId);
  const wishes = groupBy(rowsIn(snapshot, 'wishes').filter(isOfNow), ({ cells }) => cells.memberId);
  return {
    round,
    isOpen: isRoundOpen(round, today),
    groups: openTopics(snapshot),
    members: new Map(members.map((member) => [member.memberId, member])),
    ordersOf: (memberId) => orders.get(memberId) ?? [],
    wishesOf: (memberId) => wishes.get(memberId) ?? [],
  };
}

/** Null when the person is not on the roster today. */
export function orderStateOf(orders: RoundOrders, memberId: string): OrderState | null {
  const { round, isOpen, groups } = orders;
  const member = orders.members.get(memberId);
  if (!member) return null;
  const rows = orders.ordersOf(memberId);
  const wish = openWishOf(orders.wishesOf(memberId).filter(({ cells }) => !isWithdrawn(cells)));
  return {
    round,
    member,
    isOpen,
    groups,
    ordered: inPriority(rows, groups),
    wish: wish?.cells.wish ?? null,
  };
}

/** Null when the round is not the one in the settings, or the person is not on the roster today. */
export function readOrderState(
  snapshot: Snapshot,
  { memberId, ...at }: OrderContext & { readonly memberId: string },
): OrderState | null {
  const orders = readRoundOrders(snapshot, at);
  return orders && orderStateOf(orders, memberId);
}

/** By source in the order of the tab's drop-down, within one in the order of the rows; those without a source last. */
export function openTopics(snapshot: Snapshot): readonly TopicGroup[] {
  const open = rowsIn(snapshot, 'topics').flatMap(({ cells }) => {
    const { id, title, state, source = null, summary = null } = cells;
    return id !== undefined && title !== undefined && state === 'open'
      ? [{ source, topic: { id, title, summary } }]
      : [];
  });
  return [...TOPIC_SOURCES, null].flatMap((source) => {
    const topics = open.flatMap((one) => (one.source === source ? [one.topic] : []));
    return topics.length === 0 ? [] : [{ source, topics }];
  });
}

export interface RoundCount {
  /** On the roster today. */
  readonly asked: number;
  /** Of those asked, who ordered or proposed a topic in the round. */
  readonly ordered: number;
}

export function countRound(snapshot: Snapshot, round: OrderRound, today: Day): RoundCount {
  const asked = membersOf(snapshot, { date: today, audience: null });
  const orderedIds = orderedIn(snapshot, round);
  const ordered = asked.filter(({ memberId }) => orderedIds.has(memberId));
  return { asked: asked.length, ordered: ordered.length };
}

/** The row that a wish goes to, of the person's rows of the round: the last that is no topic yet. */
export function openWishOf(rows: readonly EntryOf<'wishes'>[]): EntryOf<'wishes'> | undefined {
  return rows.findLast(({ cells }) => (cells.topicId ?? null) === null);
}

function inPriority(
  rows: readonly EntryOf<'orders'>[],
  groups: readonly TopicGroup[],
): readonly OpenTopic[] {
  const topics = new Map(groups.flatMap((group) => group.topics.map((one) => [one.id, one])));
  const kept = rows.filter(({ cells }) => !isWithdrawn(cells));
  const sorted = kept.toSorted(
    (a, b) => (a.cells.priority ?? Infinity) - (b.cells.priority ?? Infinity) || a.row - b.row,
  );
  const ids = new Set(sorted.flatMap(({ cells }) => cells.topicId ?? []));
  return [...ids].flatMap((id) => topics.get(id) ?? []);
}
