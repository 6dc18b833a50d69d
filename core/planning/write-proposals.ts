// Proposals → rows of their tab. The id of a row belongs to its topic: the topic's proposal is written into the topic's open row, or below the
// others with a new id. A row whose topic is proposed no longer stays, with the day on which it was withdrawn: an emptied row has nothing left
// that shows whether a write reached the right one.
import { weekdayOf } from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import { freeIds } from '../model/free-ids';
import type { Book, RowOf } from '../model/book';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import { updateRow } from '../workbook/write/update-row';
import type { Proposal } from './proposal';
import { isOpen } from './proposal-rows';

type ProposalRow = RowOf<'proposals'>;

/** Rows that are ticked or a session already, and a clerk's own rows without an id, stay as they are. */
export function writeProposals(
  book: Book,
  snapshot: Snapshot,
  proposals: readonly Proposal[],
): WorkbookChange[] {
  const { today } = book;
  const { language } = book.settings;
  const unwritten = new Map(proposals.map((proposal) => [proposal.topic.cells.id ?? '', proposal]));
  const nextId = freeIds(book.entries.proposals, 'proposals');
  const updates = book.entries.proposals.filter(isOpen).flatMap(({ row, cells }) => {
    const topicId = cells.topicId ?? '';
    const proposal = unwritten.get(topicId);
    unwritten.delete(topicId);
    if (!proposal && cells.withdrawn) return [];
    const values = proposal ? rowOf(proposal, book) : { withdrawn: today };
    // A row that is ticked meanwhile stays as its clerk saw it.
    return updateRow(snapshot, 'proposals', { row, values, language, dependsOn: ['accept'] });
  });
  const rows = [...unwritten.values()].map((proposal) => ({
    ...rowOf(proposal, book),
    id: nextId(),
  }));
  return [...updates, ...appendRows(snapshot, 'proposals', { rows, language })];
}

function rowOf(
  { topic, slot, speaker, venue, ...proposal }: Proposal,
  { settings }: Book,
): Omit<ProposalRow, 'id' | 'accept' | 'sessionId'> {
  return {
    date: slot.date,
    weekday: weekdayName(weekdayOf(slot.date))[settings.language],
    start: slot.start,
    end: slot.end,
    topicId: topic.cells.id ?? '',
    title: topic.cells.title ?? '',
    speakerId: speaker.cells.id ?? '',
    speaker: speaker.cells.name ?? '',
    venue,
    taughtHours: proposal.taughtHours,
    creditedHours: proposal.creditedHours,
    planNumber: proposal.planNumber,
    fee: proposal.fee,
    reason: proposal.reason,
    withdrawn: null,
  };
}
