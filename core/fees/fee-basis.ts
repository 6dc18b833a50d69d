// What a session's fee rests on: who taught, for how long, under which cap that was valid on its own date.
import type { Book, EntryOf } from '../model/book';
import { findStandard, type Standard, type Standards, type TitleLevel } from '../model/standards';
import type { SessionEntry } from '../model/session';
import { placeAt } from '../model/place-at';
import { finding, type Finding } from '../workbook/finding';
import { SPEAKERS } from '../workbook/tabs/people';
import { toCents, yuanToCents, type Cents } from '../money/cents';
import { toHundredthHours, type HundredthHours } from '../money/class-hours';
import { NO_CAP, NO_HOURS, NO_SPEAKER } from './fee-rules.texts';

export interface FeeBasis {
  readonly session: SessionEntry;
  readonly speaker: EntryOf<'speakers'> | null;
  readonly level: TitleLevel | null;
  readonly taught: HundredthHours;
  /** The hours that are paid: no more than a half-day may have. */
  readonly payable: HundredthHours;
  readonly hourLimit: Standard | null;
  readonly cap: Standard | null;
  /** What is paid for an hour unless somebody chooses less: the cap; nothing for the district's own leaders. */
  readonly usualPerHour: Cents;
  /** Only the central model gives the cap, and nobody has confirmed it for this place. */
  readonly isModel: boolean;
  /** Why the fee cannot be calculated; none for the district's own leaders. */
  readonly missing: readonly Finding[];
}

export function feeBasis(book: Book, standards: Standards, session: SessionEntry): FeeBasis {
  const { speakerId, taughtHours } = session.cells;
  const speaker = book.speakers.get(speakerId ?? '') ?? null;
  const level = speaker?.cells.titleLevel ?? null;
  const taught = toHundredthHours(taughtHours ?? 0);
  const hourLimit = standardOn(standards, session, 'halfDayHours', null);
  const limit = hourLimit ? toHundredthHours(hourLimit.value) : taught;
  const isPaid = level !== null && level !== 'localLeader';
  const cap = isPaid ? standardOn(standards, session, 'feeCap', level) : null;
  return {
    session,
    speaker,
    level,
    taught,
    hourLimit,
    cap,
    payable: taught > limit ? limit : taught,
    usualPerHour: (cap && yuanToCents(cap.value)) ?? toCents(0),
    isModel: cap !== null && isUnconfirmedModel(book, cap),
    missing: missingFor(session, { level, taught, cap }),
  };
}

function standardOn(
  standards: Standards,
  { cells }: SessionEntry,
  item: 'halfDayHours' | 'feeCap',
  scope: TitleLevel | null,
): Standard | null {
  return cells.date ? findStandard(standards, { item, scope, day: cells.date }) : null;
}

function isUnconfirmedModel(book: Book, rate: Standard): boolean {
  const entry = book.entries.standards.find(({ row }) => row === rate.row);
  return rate.level === 'central' && !entry?.cells.confirmedBy;
}

function missingFor(
  { row, cells }: SessionEntry,
  { level, taught, cap }: Pick<FeeBasis, 'level' | 'taught' | 'cap'>,
): Finding[] {
  const session = cells.id ?? '';
  if (level === null)
    return [
      finding(NO_SPEAKER, placeAt('schedule', row, 'speakerId'), cells.speakerId ?? '', {
        session,
      }),
    ];
  if (level === 'localLeader') return [];
  if (taught === 0)
    return [
      finding(NO_HOURS, placeAt('schedule', row, 'taughtHours'), cells.taughtHours ?? '', {
        session,
      }),
    ];
  if (cap !== null) return [];
  const facts = { date: cells.date ?? '', title: SPEAKERS.columns.titleLevel.choices[level] };
  return [finding(NO_CAP, placeAt('standards', null, null), '', facts)];
}
