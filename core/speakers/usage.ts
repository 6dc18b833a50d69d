// How each speaker was used: sessions, hours and fees by year, when last and when next, and how listeners found them.
import { yearOf, type Day } from '../calendar/day';
import { sessionFees } from '../budget/session-fees';
import type { Book, EntryOf } from '../model/book';
import { toCents, type Cents } from '../money/cents';
import { toHundredthHours, type HundredthHours } from '../money/class-hours';

export type SpeakerEntry = EntryOf<'speakers'>;

/** A mean of all scores of one speaker, in hundredths, with the number of answers behind it. */
export interface SpeakerScore {
  readonly mean: number;
  readonly answers: number;
}

export interface YearUsage {
  readonly year: number;
  /** Held. */
  readonly sessions: number;
  readonly hours: HundredthHours;
  /** Gross, of held sessions: as booked, otherwise expected. */
  readonly fees: Cents;
}

export interface SpeakerUsage {
  readonly speaker: SpeakerEntry;
  /** The latest year first; years without a session are not listed. */
  readonly years: readonly YearUsage[];
  readonly sessions: number;
  /** The latest held session. */
  readonly last: Day | null;
  /** The next planned one from today on. */
  readonly next: Day | null;
  /** Null: too few answers to say, or none. */
  readonly score: SpeakerScore | null;
}

/** In the order of the pool; a row without an id is nobody. */
export function speakerUsage(
  book: Book,
  scores: ReadonlyMap<string, SpeakerScore>,
): SpeakerUsage[] {
  const fees = sessionFees(book);
  const sessions = book.entries.schedule;
  return [...book.speakers].map(([id, speaker]) => {
    const own = sessions.filter(({ cells }) => cells.speakerId === id && cells.date);
    const held = own.filter(({ cells }) => cells.state === 'held');
    const planned = own.flatMap(({ cells: { state, date } }) =>
      state === 'planned' && date && date >= book.today ? [date] : [],
    );
    const days = held.flatMap(({ cells }) => cells.date ?? []).toSorted();
    const years = [...new Set(days.map(yearOf))].toSorted((a, b) => b - a);
    return {
      speaker,
      years: years.map((year) => yearUsage(year, held, fees)),
      sessions: held.length,
      last: days.at(-1) ?? null,
      next: planned.toSorted().at(0) ?? null,
      score: scores.get(id) ?? null,
    };
  });
}

function yearUsage(
  year: number,
  held: readonly EntryOf<'schedule'>[],
  fees: ReturnType<typeof sessionFees>,
): YearUsage {
  const here = held.filter(({ cells }) => cells.date && yearOf(cells.date) === year);
  const hours = here.reduce((sum, { cells }) => sum + toHundredthHours(cells.taughtHours ?? 0), 0);
  const cost = here.reduce((sum, { row }) => sum + (fees.get(row)?.gross ?? 0), 0);
  return {
    year,
    sessions: here.length,
    hours: toHundredthHours(hours / 100),
    fees: toCents(cost),
  };
}
