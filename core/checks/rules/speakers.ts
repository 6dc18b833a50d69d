// V19, V34: the pool of speakers: one person under two ids, and a leader of the district kept as an expert.
import { finding, type Finding } from '../../workbook/finding';
import { isOnRoster } from '../../model/due';
import { foldName, withoutSpaces } from '../../text/clean';
import { SPEAKERS } from '../../workbook/tabs/people';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import { SPEAKER_TWICE, LEADER_IN_POOL, NO_UNIT } from './speakers.texts';

type Speaker = EntryOf<'speakers'>;

export function checkSpeakers(book: Book): Finding[] {
  return [...checkTwice(book), ...checkLeaders(book)];
}

const fold = (words: string): string => withoutSpaces(foldName(words));

/** A unit that cannot be read says nothing. */
function checkTwice(book: Book): Finding[] {
  const groups = groupBy(book.entries.speakers, ({ row, cells: { name, unit } }) =>
    name === undefined || book.isUnreadable('speakers', row, 'unit')
      ? null
      : `${foldName(name)}|${fold(unit ?? '')}`,
  );
  return [...groups.values()].flatMap((group) =>
    group.flatMap((speaker) => {
      const { name, unit } = speaker.cells;
      const other = group.find((each) => maySame(each, speaker));
      const place = placeAt('speakers', speaker.row, 'name');
      return other
        ? [finding(SPEAKER_TWICE, place, name, { unit: unit || NO_UNIT, other: other.row })]
        : [];
    }),
  );
}

/** One id twice, and one identity number twice, are other rules' findings; different numbers are different people. */
function maySame({ cells: a }: Speaker, { cells: b }: Speaker): boolean {
  const isKnown = Boolean(a.idNumber) && Boolean(b.idNumber);
  return a.id !== b.id && !isKnown;
}

/** Those who are leaders today: a person who has left office is an expert like others. */
function checkLeaders({ entries, today }: Book): Finding[] {
  const leaders = new Map(
    entries.roster
      .filter(({ cells }) => cells.category === 'leadership' && isOnRoster(cells, today))
      .map((member) => [foldName(member.cells.name ?? ''), member]),
  );
  return entries.speakers.flatMap(({ row, cells: { name, titleLevel } }) => {
    const leader = name === undefined ? undefined : leaders.get(foldName(name));
    if (!leader || !titleLevel || titleLevel === 'localLeader') return [];
    const title = SPEAKERS.columns.titleLevel.choices[titleLevel];
    const facts = { name: name ?? '', title, other: leader.row, unit: leader.cells.unit ?? '' };
    return [finding(LEADER_IN_POOL, placeAt('speakers', row, 'titleLevel'), title['zh-CN'], facts)];
  });
}
