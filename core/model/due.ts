// Who is expected at a session: people on the roster that day who are in its audience.
import type { Day } from '../calendar/day';
import { foldWord } from '../text/clean';
import { codesByWord } from '../workbook/codes-by-word';
import type { TabRow } from '../workbook/tab';
import { ROSTER } from '../workbook/tabs/people';

export type Member = TabRow<typeof ROSTER>;
/** Part of a row: a cell that is blank or could not be read may be missing. */
type PartOf<Key extends keyof Member> = { readonly [K in Key]?: Member[K] | undefined };
type OnRoster = PartOf<'name' | 'from' | 'to'>;
/** What decides whether a row of the roster is due. */
export type Invited = OnRoster & PartOf<'unit' | 'category'>;
type Ordered = {
  readonly [K in 'unitOrder' | 'personOrder']?: Member[K] | null | undefined;
};

/** What decides who is due at a session. */
export interface Invitation {
  readonly date: Day;
  readonly audience?: string | null;
}

/** Words that mean an unfilled post in the name column. */
const VACANT = new Set(['空缺', '缺', '暂缺', '暫缺', '待定', '出缺', 'vacant', '-', '—']);
const EVERYBODY = new Set([
  '全体',
  '全體',
  '全部',
  '所有人',
  '全员',
  '全員',
  'all',
  'everybody',
  'everyone',
]);

/** A vacant post; it has a row to keep its place, but nobody is due. */
export function isVacant(member: OnRoster): boolean {
  return VACANT.has(foldWord(member.name ?? ''));
}

/** The time a person is on the roster; null: never, because the post is vacant. */
export interface Term {
  readonly from: Day | null;
  readonly to: Day | null;
}

export function termOf(member: OnRoster): Term | null {
  return isVacant(member) ? null : { from: member.from ?? null, to: member.to ?? null };
}

/** `from` and `to` both belong to the term. */
export function covers(term: Term | null, day: Day): boolean {
  return (
    term !== null &&
    (term.from === null || term.from <= day) &&
    (term.to === null || day <= term.to)
  );
}

export function isOnRoster(member: OnRoster, day: Day): boolean {
  return covers(termOf(member), day);
}

/** The categories and units an audience text names; null: everybody. Separators are `、`, `,`, `，`, `;`, `；` and line ends. */
export function audienceParts(audience: string | null | undefined): readonly string[] | null {
  const parts = (audience ?? '')
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 || parts.some((part) => EVERYBODY.has(foldWord(part))) ? null : parts;
}

const CATEGORY_BY_WORD: ReadonlyMap<string, string> = codesByWord(ROSTER.columns.category);

/** Who an audience text invites, read once for many people. */
export function audienceMatcher(audience: string | null | undefined): (member: Invited) => boolean {
  const parts = audienceParts(audience);
  if (parts === null) return () => true;
  const folded = new Set(parts.map(foldWord));
  const categories = new Set([...folded].map((part) => CATEGORY_BY_WORD.get(part)));
  return ({ category, unit }) =>
    (category !== undefined && categories.has(category)) ||
    (unit !== undefined && folded.has(foldWord(unit)));
}

/** Expected at this session. */
export function isDue(member: Invited, session: Invitation): boolean {
  return isOnRoster(member, session.date) && audienceMatcher(session.audience)(member);
}

/**
 * Sorts by unit, then by person; both orders are assigned by hand. A missing order comes last, where a clerk sees it. Equal ones keep
 * the order of their rows.
 */
export function inOfficialOrder(a: Ordered, b: Ordered): number {
  return (
    (a.unitOrder ?? LAST) - (b.unitOrder ?? LAST) ||
    (a.personOrder ?? LAST) - (b.personOrder ?? LAST)
  );
}

const LAST = Number.MAX_SAFE_INTEGER;
