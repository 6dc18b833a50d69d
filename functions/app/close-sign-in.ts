import type { SignInPerson, SignInSheetRequest } from '#core/contract/sign-in-sheet';
import { duePeople, type SessionEntry } from '#core/sign-in/due-people';
import { planClose, type ClosePlan } from '#core/sign-in/plan-close';
import { cellName } from '#core/workbook/cell-name';
import { placeOf } from '#core/workbook/snapshot';
import { AppError } from '../errors';
import { findSession, sheetOf, shown, type At, type Decided } from './sign-in-session';

type CloseRequest = Extract<SignInSheetRequest, { action: 'close' }>;

/** The sheet into the attendance, or questions. Throws `AppError` signInTooEarly or noSheet. */
export function closeSignIn(request: CloseRequest, at: At): Decided {
  const { book, snapshot, key } = at;
  const session = findSession(book, request);
  if (session.date > book.today)
    throw new AppError('signInTooEarly', { facts: { date: session.date } });
  const place = placeOf(snapshot, key);
  const sheet = sheetOf(snapshot, key);
  if (!place || !sheet) throw new AppError('noSheet', { facts: { id: session.id } });
  const entry = book.sessions.get(session.id) as SessionEntry; // findSession found it there
  const plan = planClose({
    ...{ book, snapshot, session, who: at.who, at: at.at, sessionRow: entry.row },
    attendees: duePeople(book, session),
    entries: sheet.entries,
    absent: new Set(request.absent),
    notRecorded: new Set(request.notRecorded),
  });
  const tab = { title: place.title, sheetId: place.sheetId };
  const unclear = plan.outcome === 'closed' ? [] : plan.unclear;
  return {
    changes: plan.outcome === 'closed' ? plan.changes : [],
    result: {
      action: 'close',
      outcome: plan.outcome,
      session: shown(session, at.language),
      ...countsOf(plan),
      unclear: unclear.map(({ person, entry: { row, status } }) => ({
        ...{ name: person.name, word: status ?? '', sheetId: place.sheetId },
        cell: cellName(row, sheet.statusColumn),
      })),
      tab,
    },
  };
}

function countsOf(plan: ClosePlan) {
  if (plan.outcome === 'asks') {
    const unmarked = plan.unmarked.map(toPerson);
    return { unmarked, added: 0, changed: 0, absent: 0, notRecorded: [], came: [] };
  }
  const { added, changed, absent } = plan;
  const notRecorded = plan.notRecorded.map(toPerson);
  return { unmarked: [], added, changed, absent, notRecorded, came: plan.came.map(toPerson) };
}

const toPerson = ({ id, name, unit }: { id: string; name: string; unit: string }): SignInPerson => ({
  memberId: id,
  name,
  unit,
}); // prettier-ignore
