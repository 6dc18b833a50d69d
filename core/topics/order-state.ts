// What one person has ordered in one round, what can be ordered, and whether anything still can.
import type { Day } from '../calendar/day';
import { rowsIn, type EntryOf, type RowOf } from '../model/book';
import {
  currentRound,
  isOfRound,
  isRoundOpen,
  isWithdrawn,
  type OrderRound,
} from '../model/order-round';
import { membersOf } from '../notice/candidates';
import type { Candidate } from '../notice/notice';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs/index';

type Source = NonNullable<RowOf<'topics'>['source']>;

/** A topic as people choose it. */
export interface OpenTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
}

/** Open topics of one source; null: the topics tab names no source. */
export interface TopicGroup {
  readonly source: Source | null;
  readonly topics: readonly OpenTopic[];
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

export interface OrderQuery {
  readonly memberId: string;
  /** Of the round that the link is for. */
  readonly roundId: string;
  readonly today: Day;
  readonly settings: Settings;
}

/** Null when the round is not the one in the settings, or the person is not on the roster today. */
export function readOrderState(snapshot: Snapshot, query: OrderQuery): OrderState | null {
  const { memberId, roundId, today, settings } = query;
  const round = currentRound(settings);
  const everybody = membersOf(snapshot, { date: today, audience: null });
  const member = everybody.find((one) => one.memberId === memberId);
  if (!member || round?.id !== roundId) return null;
  const groups = openTopics(snapshot);
  const rows = orderRows(snapshot, memberId).filter(({ cells }) => isOfRound(cells, round));
  return {
    round,
    member,
    isOpen: isRoundOpen(round, today),
    groups,
    ordered: inPriority(rows, groups),
    wish: wishRow(snapshot, { memberId, round })?.cells.wish ?? null,
  };
}

/** By source in the order of the tab's drop-down, within one in the order of the rows; those without a source last. */
export function openTopics(snapshot: Snapshot): readonly TopicGroup[] {
  const open = rowsIn(snapshot, 'topics').flatMap(({ cells }) => {
    const { id, title, state, source = null, summary = null } = cells;
    return id !== undefined && title !== undefined && state === 'open'
      ? [{ source, topic: { id, title, summary } }]
      : [];
  });
  const sources = Object.keys(TABS.topics.columns.source.choices) as Source[]; // the table's own keys
  return [...sources, null].flatMap((source) => {
    const topics = open.flatMap((one) => (one.source === source ? [one.topic] : []));
    return topics.length === 0 ? [] : [{ source, topics }];
  });
}

type OwnRows = { readonly memberId: string; readonly round: OrderRound };

/** All rows of the person, of earlier rounds too, and those that were taken back. */
export function orderRows(snapshot: Snapshot, memberId: string): readonly EntryOf<'orders'>[] {
  return rowsIn(snapshot, 'orders').filter(({ cells }) => cells.memberId === memberId);
}

/** The row that a wish of this person goes to: the last of the round that is no topic yet. */
export function wishRow(
  snapshot: Snapshot,
  { memberId, round }: OwnRows,
  taken: 'kept' | 'any' = 'kept',
): EntryOf<'wishes'> | undefined {
  return rowsIn(snapshot, 'wishes').findLast(
    ({ cells }) =>
      cells.memberId === memberId &&
      isOfRound(cells, round) &&
      (cells.topicId ?? null) === null &&
      (taken === 'any' || !isWithdrawn(cells)),
  );
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
