// The papers finance asks for with a session's claim, and which of them are there.
import type { Book, EntryOf } from '../model/book';
import { toCents, type Cents } from '../money/cents';
import type { SessionEntry } from '../model/session';
import { sumCents } from './execution';

export type PaperKey = 'plan' | 'notice' | 'signIn' | 'slip' | 'bills';

export interface Paper {
  readonly key: PaperKey;
  /** Null: this session needs none. */
  readonly isThere: boolean | null;
  /** Numbers under which it is filed. */
  readonly evidence: string;
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
    named('plan', planNumber),
    named('notice', noticeNumber ?? (mails > 0 ? `@ ${mails}` : null)),
    named('signIn', signInProof),
    bills('slip', expenses.filter(isFee)),
    bills(
      'bills',
      expenses.filter((expense) => !isFee(expense)),
    ),
  ];
}

const isFee = ({ cells }: EntryOf<'expenses'>): boolean =>
  cells.head === 'lecturer' && ((cells.net ?? 0) > 0 || (cells.gross ?? 0) > 0);

function named(key: PaperKey, evidence: string | null | undefined): Paper {
  return { key, isThere: Boolean(evidence), evidence: evidence ?? '', amount: null };
}

/** Each payment has its own paper. */
function bills(key: PaperKey, expenses: readonly EntryOf<'expenses'>[]): Paper {
  const lacking = expenses.filter(({ cells }) => !cells.proof);
  const filed = expenses.flatMap(({ cells }) => cells.proof ?? []);
  return {
    key,
    isThere: expenses.length === 0 ? null : lacking.length === 0,
    evidence: [...filed, ...lacking.map(({ cells }) => `? ${cells.id ?? ''}`)].join('、'),
    amount:
      expenses.length === 0
        ? null
        : toCents(sumCents(expenses.map(({ cells }) => cells.amount ?? 0))),
  };
}
