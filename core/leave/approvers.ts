// Who may approve whose leave: rows of the tab Approvers, the first that applies decides.
import type { Book, EntryOf, RowOf } from '../model/book';
import { foldNameOrId } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { Day } from '../calendar/day';
import { isOnRoster } from '../model/due';
import { ROSTER } from '../workbook/tabs/people';

type MemberCells = Partial<RowOf<'roster'>>;
type Rule = Partial<RowOf<'approvers'>>;

/** `noRule`: no row applies, so nothing is checked. */
export type ApproverEntitlement = 'ok' | 'self' | 'notEntitled' | 'noRule';

const wordsOf = (cell: string | null | undefined): string[] =>
  (cell ?? '')
    .split(/[、,，;；\n]/)
    .map(foldNameOrId)
    .filter((word) => word !== '');

/** Every word by which a person may be meant: id, name, unit, post and parts of it, category in any language. */
function namesOf({ id, name, unit, post, category }: MemberCells): Set<string> {
  const categories = category
    ? [
        category,
        ...LANGUAGES.map((language) => ROSTER.columns.category.choices[category][language]),
      ]
    : [];
  const single = [id, name, unit, post, ...categories].flatMap((word) =>
    word ? foldNameOrId(word) : [],
  );
  return new Set([...single, ...wordsOf(post)]);
}

/** A row of the roster with its words folded. */
interface FoldedPerson {
  readonly cells: MemberCells;
  readonly id: string;
  readonly name: string;
  readonly posts: ReadonlySet<string>;
}

type Roster = readonly EntryOf<'roster'>[];

/** Every leave asks about the same roster, and folding takes long. */
const FOLDED = new WeakMap<Roster, readonly FoldedPerson[]>();

function foldedRoster(roster: Roster): readonly FoldedPerson[] {
  const known = FOLDED.get(roster);
  if (known) return known;
  const folded = roster.map(({ cells }) => ({
    cells,
    id: foldNameOrId(cells.id ?? ''),
    name: foldNameOrId(cells.name ?? ''),
    posts: postsOf(cells),
  }));
  FOLDED.set(roster, folded);
  return folded;
}

const postsOf = ({ post }: MemberCells): Set<string> =>
  new Set([foldNameOrId(post ?? ''), ...wordsOf(post)]);

/** The row that decides on this person's leave of this kind. */
export function approverRule(
  { entries }: Pick<Book, 'entries'>,
  member: MemberCells,
  kind: Rule['kind'],
): Rule | null {
  const names = namesOf(member);
  const applies = ({ scope, kind: only }: Rule): boolean => {
    const words = wordsOf(scope);
    return (
      (!only || only === kind) && (words.length === 0 || words.some((word) => names.has(word)))
    );
  };
  return entries.approvers.find(({ cells }) => cells.approver && applies(cells))?.cells ?? null;
}

/**
 * Whether the word means the member himself: name, ID, unit and post together, or a post or part of one that nobody else on the roster
 * holds that day.
 */
function isSelf(
  { entries }: Pick<Book, 'entries'>,
  member: MemberCells,
  word: string,
  on: Day | null,
): boolean {
  const { id, name, unit, post } = member;
  const own = [id, name, post && `${unit ?? ''}${post}`].map((each) => foldNameOrId(each ?? ''));
  if (own.includes(word)) return true;
  if (!postsOf(member).has(word)) return false;
  return !foldedRoster(entries.roster).some(
    ({ cells, posts }) =>
      cells.id !== id && posts.has(word) && (on === null || isOnRoster(cells, on)),
  );
}

/** The first whom the rules name for this member's leave and who is not the member; null: they name nobody. */
export function suggestedApprover(
  book: Pick<Book, 'entries'>,
  member: MemberCells,
  leave: { readonly kind: Rule['kind']; readonly on: Day },
): string | null {
  const named = approverRule(book, member, leave.kind)?.approver?.split(/[、,，;；\n]/) ?? [];
  const words = named.map((word) => word.trim()).filter((word) => word !== '');
  return words.find((word) => !isSelf(book, member, foldNameOrId(word), leave.on)) ?? null;
}

/** Whether `approver`, as typed into the leave, may approve this member's leave. */
export function approverEntitlement(
  book: Pick<Book, 'entries'>,
  member: MemberCells,
  leave: { readonly approver: string; readonly kind: Rule['kind']; readonly on?: Day },
): ApproverEntitlement {
  const approver = foldNameOrId(leave.approver);
  if (isSelf(book, member, approver, leave.on ?? null)) return 'self';
  const rule = approverRule(book, member, leave.kind);
  if (rule === null) return 'noRule';
  const entitled = wordsOf(rule.approver);
  if (entitled.includes(approver)) return 'ok';
  const { on } = leave;
  const known = foldedRoster(book.entries.roster).filter(
    ({ cells, id, name }) =>
      (name === approver || id === approver) && (on === undefined || isOnRoster(cells, on)),
  );
  const isEntitled = known.some(({ cells }) => {
    const names = namesOf(cells);
    return entitled.some((word) => names.has(word));
  });
  return isEntitled ? 'ok' : 'notEntitled';
}
