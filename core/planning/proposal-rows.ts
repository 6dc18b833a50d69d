// What the rows of the tab Proposals are: open, ticked or a session already; and what a ticked row takes up before it is one.
import type { Book, EntryOf } from '../model/book';
import type { Placement } from './placement';

export type ProposalEntry = EntryOf<'proposals'>;

/** Chosen by a clerk, and no session yet. */
export const isTicked = ({ cells }: ProposalEntry): boolean =>
  cells.accept === true && !cells.sessionId;

/** Lectern's to write again: a row without an id is a clerk's own. */
export const isOpen = (entry: ProposalEntry): boolean =>
  Boolean(entry.cells.id) && !entry.cells.sessionId && !isTicked(entry);

export const tickedRows = ({ entries }: Book): ProposalEntry[] =>
  entries.proposals.filter(isTicked);

/**
 * What the ticked rows take up: nothing else is proposed for their time, speaker, place and money. A row whose time or speaker cannot be
 * read takes up nothing.
 */
export function tickedPlacements(book: Book): Placement[] {
  return tickedRows(book).flatMap(({ cells }) => {
    const { date, start, end, venue = '', taughtHours = null } = cells;
    const speaker = book.speakers.get(cells.speakerId ?? '');
    return date && start && end && speaker
      ? [placementOf({ date, start, end, venue, taughtHours }, speaker)]
      : [];
  });
}

type PlacedCells = Pick<
  NonNullable<ProposalEntry['whole']>,
  'date' | 'start' | 'end' | 'venue' | 'taughtHours'
>;

/** The session that a row would become. */
export function placementOf(
  { date, start, end, venue, taughtHours }: PlacedCells,
  speaker: Placement['speaker'],
): Placement {
  return { slot: { date, start, end }, speaker, venue, taughtHours: taughtHours ?? 0 };
}
