// V19, V34: the pool of speakers: one person under two ids, and a leader of the district kept as an expert.
import { finding, type Finding, type Rule } from '../../workbook/finding';
import { isOnRoster } from '../../model/due';
import { foldName, withoutSpaces } from '../../text/clean';
import { text } from '../../text/language';
import { SPEAKERS } from '../../workbook/tabs/people';
import type { Book, EntryOf } from '../../model/book';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';

export const SPEAKER_TWICE: Rule = {
  code: 'V34',
  severity: 'warning',
  source: null,
  message: text(
    '“{value}”（{unit}）与第{other}行姓名、单位都相同，编号不同。',
    '「{value}」（{unit}）與第{other}列姓名、單位都相同，編號不同。',
    '"{value}" ({unit}) has the same name and unit as row {other}, under another id.',
  ),
  suggestion: text(
    '同一人只用一个编号，讲课费才会合并计税；确是两个人的，在单位后注明区别。',
    '同一人只用一個編號，講課費才會合併計稅；確是兩個人的，在單位後註明區別。',
    'One person has one id, so that the fees are taxed together; for two people say after the unit how they differ.',
  ),
};
export const LEADER_IN_POOL: Rule = {
  code: 'V19',
  severity: 'warning',
  source: null,
  message: text(
    '“{name}”与花名册第{other}行的区领导（{unit}）同名，职称级别却是“{title}”。',
    '「{name}」與花名冊第{other}列的區領導（{unit}）同名，職稱級別卻是「{title}」。',
    '"{name}" has the name of a leader of this district (roster row {other}, {unit}), but the title level "{title}".',
  ),
  suggestion: text(
    '是同一人的，职称级别改为“本区领导干部”；只是同名的，在“校验结果”写忽略理由。',
    '是同一人的，職稱級別改為「本區領導幹部」；只是同名的，在「檢核結果」寫忽略理由。',
    'For the same person choose the level Leader of this district; for a namesake give a reason to ignore this in the checks tab.',
  ),
};

type Speaker = EntryOf<'speakers'>;

export function checkSpeakers(book: Book): Finding[] {
  return [...checkTwice(book), ...checkLeaders(book)];
}

const fold = (words: string): string => withoutSpaces(foldName(words));

const NO_UNIT = text('单位空白', '單位空白', 'no unit');

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
