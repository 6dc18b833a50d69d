// Who could teach a topic, the best first: whom the topic names, then those of its field, by tier mix and by how long ago they taught.
import { yearOf, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { foldWord } from '../text/clean';
import type { Tier } from '../workbook/read/tier-shares';
import type { Booking, SpeakerEntry, TopicEntry } from './placement';

/** Why a speaker is thought of. */
export type SpeakerChoice = { readonly speaker: SpeakerEntry; readonly because: 'named' | 'field' };

/** Sessions of one year by tier: of the schedule and of what is proposed so far. */
export interface TierMix {
  readonly counts: Readonly<Record<Tier, number>>;
  readonly total: number;
}

export function tierMix(book: Book, bookings: readonly Booking[], year: number): TierMix {
  const counts: Record<Tier, number> = { national: 0, province: 0, city: 0, district: 0 };
  let total = 0;
  for (const { date, speakerId } of bookings) {
    if (yearOf(date) !== year) continue;
    const tier = book.speakers.get(speakerId ?? '')?.cells.tier;
    if (!tier) continue;
    counts[tier] += 1;
    total += 1;
  }
  return { counts, total };
}

/** Sessions that the tier lacks to its share of one session more than there are; 0 without a share in the settings. */
export function tierGap(
  book: Book,
  { counts, total }: TierMix,
  tier: Tier | null | undefined,
): number {
  const share = tier ? book.settings.tierShares[tier] : undefined;
  return tier && share !== undefined ? share * (total + 1) - counts[tier] : 0;
}

export interface SpeakerQuery {
  readonly topic: TopicEntry;
  readonly bookings: readonly Booking[];
  readonly mix: TierMix;
}

/** Every choice once; equal ones in the order of their ids. */
export function speakerChoices(
  book: Book,
  { topic, bookings, mix }: SpeakerQuery,
): SpeakerChoice[] {
  const named = book.speakers.get(topic.cells.speakerId ?? '');
  const fields = topicFields(topic, named);
  const title = foldWord(topic.cells.title ?? '');
  const others = [...book.speakers.values()]
    .filter((speaker) => speaker !== named && isOfField(speaker, fields, title))
    .map((speaker) => ({
      speaker,
      gap: tierGap(book, mix, speaker.cells.tier),
      last: lastDay(bookings, speaker.cells.id ?? '') ?? '',
    }))
    .toSorted(
      (a, b) =>
        b.gap - a.gap || compare(a.last, b.last) || compare(a.speaker.cells.id, b.speaker.cells.id),
    );
  return [
    ...(named ? [{ speaker: named, because: 'named' as const }] : []),
    ...others.map(({ speaker }) => ({ speaker, because: 'field' as const })),
  ];
}

/** The day of the speaker's latest session, held or to come. */
export function lastDay(bookings: readonly Booking[], speakerId: string): Day | null {
  return bookings.reduce<Day | null>(
    (last, { date, speakerId: other }) =>
      other === speakerId && (last === null || date > last) ? date : last,
    null,
  );
}

const partsOf = (field: string | null | undefined): string[] =>
  (field ?? '')
    .split(/[、,，;；/\n]/)
    .map(foldWord)
    .filter((part) => part !== '');

/** The topic's own fields; without any those of the speaker it names, who may not be free. */
function topicFields({ cells }: TopicEntry, named: SpeakerEntry | undefined): readonly string[] {
  const own = partsOf(cells.field);
  return own.length > 0 ? own : partsOf(named?.cells.field);
}

/** A speaker fits by a field of the topic; where the topic has none, by a field that its title names. */
function isOfField(speaker: SpeakerEntry, fields: readonly string[], title: string): boolean {
  const own = partsOf(speaker.cells.field);
  return fields.length > 0
    ? own.some((field) => fields.includes(field))
    : own.some((field) => title.includes(field));
}

function compare(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
