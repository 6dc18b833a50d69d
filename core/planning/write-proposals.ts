// Proposals → rows of their tab: in place of those proposed before that nobody has accepted. Accepted rows stay as they are.
import { weekdayOf } from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import { freeIds } from '../model/free-ids';
import type { Book, RowOf } from '../model/book';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import { updateRow } from '../workbook/write/update-row';
import type { Proposal } from './proposal';

type ProposalRow = RowOf<'proposals'>;

/** Nothing in any of the tab's own columns. */
const BLANK: { readonly [Key in keyof ProposalRow]: null } = {
  id: null,
  accept: null,
  date: null,
  weekday: null,
  start: null,
  end: null,
  topicId: null,
  title: null,
  speakerId: null,
  speaker: null,
  venue: null,
  taughtHours: null,
  creditedHours: null,
  planNumber: null,
  fee: null,
  reason: null,
  sessionId: null,
};

/** A row that has an id and no session is Lectern's to write again; a row without an id is a clerk's own. */
export function writeProposals(
  book: Book,
  snapshot: Snapshot,
  proposals: readonly Proposal[],
): WorkbookChange[] {
  const { language } = book.settings;
  const open = book.entries.proposals.filter(({ cells }) => cells.id && !cells.sessionId);
  const nextId = freeIds(book.entries.proposals, 'R');
  const rows = proposals.map((proposal, at) => ({
    ...BLANK,
    ...rowOf(proposal, book),
    id: open[at]?.cells.id ?? nextId(),
  }));
  return [
    ...open.flatMap(({ row }, at) => {
      // An emptied row: the writer takes null for any kind of cell.
      const values = (rows[at] ?? BLANK) as Partial<ProposalRow>;
      return updateRow(snapshot, 'proposals', { row, values, language });
    }),
    ...appendRows(snapshot, 'proposals', { rows: rows.slice(open.length), language }),
  ];
}

function rowOf(
  { topic, slot, speaker, venue, ...proposal }: Proposal,
  { settings }: Book,
): Omit<ProposalRow, 'id'> {
  return {
    accept: null,
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
    sessionId: null,
  };
}
