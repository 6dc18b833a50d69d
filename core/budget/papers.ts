// The papers finance asks for with a session's claim, and which of them are there.
import type { Book, EntryOf } from '../model/book';
import { toCents, type Cents } from '../money/cents';
import type { SessionEntry } from '../model/session';
import { sumCents, type CostHead } from './execution';

export type PaperKey = 'plan' | 'notice' | 'signIn' | 'slip' | 'bills';

/** A number under which a paper is filed, mails in place of one, or a payment without one. */
export type Evidence =
  | { readonly kind: 'filed'; readonly number: string }
  | { readonly kind: 'mails'; readonly count: number }
  | { readonly kind: 'lacking'; readonly payee: string | null; readonly head: CostHead | null };

export interface Paper {
  readonly key: PaperKey;
  /** Null: this session needs none. */
  readonly isThere: boolean | null;
  readonly evidence: readonly Evidence[];
  /** The money it documents. */
  readonly amount: Cents | null;
}

export function papersOf(book: Book, session: SessionEntry): Paper[] {
  const { id, planNumber, noticeNumber, signInProof } = session.cells;
  const expenses = book.entries.expenses.filter(
    ({ cells }) => id !== undefined && cells.sessionId === id,
  );
  const mails = book.entries.notices.filter(
    ({ cells }) => id !== undefined && cells.sessionId === id && cells.state === 'sent',
  ).length;
  return [
    paper('plan', filed(planNumber)),
    paper('notice', mails > 0 && !noticeNumber ? mailed(mails) : filed(noticeNumber)),
    paper('signIn', filed(signInProof)),
    bills('slip', expenses.filter(isFee)),
    bills(
      'bills',
      expenses.filter((expense) => !isFee(expense)),
    ),
  ];
}

const isFee = ({ cells }: EntryOf<'expenses'>): boolean =>
  cells.head === 'lecturer' && ((cells.net ?? 0) > 0 || (cells.gross ?? 0) > 0);

const paper = (key: PaperKey, evidence: readonly Evidence[]): Paper => ({
  key,
  isThere: evidence.length > 0,
  evidence,
  amount: null,
});

const filed = (number: string | null | undefined): Evidence[] =>
  number ? [{ kind: 'filed', number }] : [];

const mailed = (count: number): Evidence[] => [{ kind: 'mails', count }];

/** Each payment has its own paper. */
function bills(key: PaperKey, expenses: readonly EntryOf<'expenses'>[]): Paper {
  const lacking = expenses.filter(({ cells }) => !cells.proof);
  return {
    key,
    isThere: expenses.length === 0 ? null : lacking.length === 0,
    evidence: [
      ...expenses.flatMap(({ cells }) => filed(cells.proof)),
      ...lacking.map(({ cells: { payee = null, head = null } }): Evidence => ({
        kind: 'lacking',
        payee,
        head,
      })),
    ],
    amount:
      expenses.length === 0
        ? null
        : toCents(sumCents(expenses.map(({ cells }) => cells.amount ?? 0))),
  };
}
