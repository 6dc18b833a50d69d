import type { SignInPerson, SignInSheetRequest } from '#core/contract/sign-in-sheet';
import { duePeople, type SessionEntry } from '#core/sign-in/due-people';
import type { CloseAnswers } from '#core/sign-in/judge-person';
import { planClose, type ClosePlan } from '#core/sign-in/plan-close';
import type { SheetEntry, SignInSheet } from '#core/sign-in/read-sheet';
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
    answers: answersOf(request),
  });
  return {
    changes: plan.outcome === 'closed' ? plan.changes : [],
    result: {
      action: 'close',
      outcome: plan.outcome,
      session: shown(session, at.language),
      ...(plan.outcome === 'asks' ? asked(plan, { ...place, sheet }) : NOTHING_ASKED),
      ...(plan.outcome === 'closed' ? done(plan) : NOTHING_DONE),
      tab: { title: place.title, sheetId: place.sheetId },
    },
  };
}

const answersOf = (request: CloseRequest): CloseAnswers => ({
  present: new Set(request.present),
  absent: new Set(request.absent),
  notRecorded: new Set(request.notRecorded),
  bySheet: new Set(request.bySheet),
  byAttendance: new Set(request.byAttendance),
});

const NOTHING_ASKED = { unmarked: [], unclear: [], differing: [] };
const NOTHING_DONE = { added: 0, changed: 0, absent: 0, notRecorded: [], came: [], excused: [] };

type Plan<Outcome> = Extract<ClosePlan, { outcome: Outcome }>;

function asked(
  { unmarked, unclear, differing }: Plan<'asks'>,
  { sheetId, sheet }: { readonly sheetId: number; readonly sheet: SignInSheet },
) {
  const placeOfEntry = ({ row }: SheetEntry) => ({ sheetId, cell: cellName(row, sheet.statusColumn) });
  return {
    unmarked: unmarked.map(({ person, word }) => ({ ...toPerson(person), word })),
    unclear: unclear.map(({ person, entry }) => ({
      ...{ name: person.name, word: entry.status ?? '' },
      ...placeOfEntry(entry),
    })),
    differing: differing.map(({ person, entry, sheet: here, known }) => ({
      ...{ ...toPerson(person), sheet: here, known },
      ...placeOfEntry(entry),
    })),
  };
} // prettier-ignore

function done({ added, changed, absent, ...people }: Plan<'closed'>) {
  return {
    ...{ added, changed, absent },
    notRecorded: people.notRecorded.map(toPerson),
    came: people.came.map(toPerson),
    excused: people.excused.map(toPerson),
  };
}

const toPerson = ({ id, name, unit }: { id: string; name: string; unit: string }): SignInPerson => ({
  memberId: id,
  name,
  unit,
}); // prettier-ignore
