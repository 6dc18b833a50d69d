import { toInstant } from '#core/calendar/zone';
import type { SignInPerson, SignInSheetRequest } from '#core/contract/sign-in-sheet';
import { duePeople } from '#core/model/due-people';
import type { CloseAnswers } from '#core/sign-in/evaluate-entry';
import { planClose, type ClosePlan } from '#core/sign-in/plan-close';
import type { SheetEntry, SignInSheet } from '#core/sign-in/read-sheet';
import { buildSignInSheet } from '#core/sign-in/sheet';
import { sortEntries } from '#core/sign-in/sort-entries';
import { SIGN_IN_TEXTS } from '#core/sign-in/sign-in.texts';
import { fill, type Language } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { placeOf } from '#core/workbook/snapshot';
import type { WriteReport } from '#core/workbook/write/change';
import { applySteps } from '#core/workbook/write/line-steps';
import type { SessionEntry } from '#core/model/session';
import { AppError } from '../../errors';
import { planReport } from '../runtime/write-report';
import {
  findSignInSession,
  readEnteredSheet,
  shown,
  type SignInContext,
  type SignInWrite,
} from './sign-in-session';

type CloseRequest = Extract<SignInSheetRequest, { action: 'close' }>;

/** The sheet into the attendance, or questions. Throws `AppError` signInTooEarly, noSheet or sheetUnreadable. */
export function closeSignIn(request: CloseRequest, at: SignInContext): SignInWrite {
  const { book, snapshot, key } = at;
  const session = findSignInSession(book, request);
  const begins = toInstant({ day: session.date, time: session.start }, book.settings.timeZone);
  if (at.at < begins.toISOString())
    throw new AppError('signInTooEarly', { facts: { date: session.date, time: session.start } });
  const place = placeOf(snapshot, key);
  const sheet = readEnteredSheet(at);
  if (!place || !sheet) throw new AppError('noSheet', { facts: { id: session.id } });
  const entry = book.sessions.get(session.id) as SessionEntry; // findSession found it there
  const attendees = duePeople(book, session);
  const entries = sortEntries(sheet.entries, attendees.people);
  const plan = planClose({
    book,
    snapshot,
    session,
    who: at.who,
    at: at.at,
    sessionRow: entry.row,
    attendees,
    entries,
    answers: answersOf(request),
  });
  const closed = plan.outcome === 'closed' ? plan : null;
  const shownSheet = closed?.shown
    ? buildSignInSheet({
        book,
        session,
        attendees,
        entered: { ...entries, byPerson: closed.shown },
      }).sheet
    : null;
  const report = shownSheet && planReport(snapshot, { key, sheet: shownSheet }).change;
  return {
    changes: [...(closed?.changes ?? []), ...(report ? [report] : [])],
    result: {
      action: 'close',
      outcome: plan.outcome,
      session: shown(session, at.language),
      ...(plan.outcome === 'needsAnswers'
        ? asked(plan, cellsOf(place, sheet), at.language)
        : NOTHING_ASKED),
      ...(closed ? done(closed, cellsOf(place, sheet, report)) : NOTHING_DONE),
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
const NOTHING_DONE = {
  added: 0,
  changed: 0,
  absent: 0,
  notRecorded: [],
  attended: [],
  excused: [],
  notTaken: [],
};

type Plan<Outcome> = Extract<ClosePlan, { outcome: Outcome }>;

type CellOf = (entry: SheetEntry, column?: 'status' | 'time') => { sheetId: number; cell: string };

/** Where an entry is, also once the sheet is written anew. */
function cellsOf(
  { sheetId }: { readonly sheetId: number },
  { statusColumn, timeColumn }: SignInSheet,
  report: WriteReport | null = null,
): CellOf {
  const steps = report?.replaces?.rowSteps ?? [];
  const count = report?.replaces?.rowCount ?? 0;
  const before = Array.from({ length: count }, (_, row) => row + 1);
  const after = applySteps<number | null>(before, steps, () => null);
  return ({ row }, column = 'status') => ({
    sheetId,
    cell: cellName(
      report ? after.indexOf(row) + 1 : row,
      column === 'time' ? timeColumn : statusColumn,
    ),
  });
}

function asked(
  { unmarked, unclear, differing }: Plan<'needsAnswers'>,
  cellOf: CellOf,
  language: Language,
) {
  return {
    unmarked: unmarked.map(({ person, word }) => ({
      ...toPerson(person),
      note: word === null ? null : fill(SIGN_IN_TEXTS.outdated[language], { word }),
    })),
    unclear: unclear.map(({ why, person, entry }) => {
      const isTime = why === 'unclearTime';
      const word = (isTime ? entry.strangeTime : entry.status) ?? '';
      const words = fill(SIGN_IN_TEXTS[why][language], { name: person.name, word });
      return { words, ...cellOf(entry, isTime ? 'time' : 'status') };
    }),
    differing: differing.map(({ person, entry, sheet, known }) => ({
      ...toPerson(person),
      sheet,
      known,
      ...cellOf(entry),
    })),
  };
}

function done({ added, changed, absent, ...others }: Plan<'closed'>, cellOf: CellOf) {
  return {
    added,
    changed,
    absent,
    notRecorded: others.notRecorded.map(toPerson),
    attended: others.attended.map(toPerson),
    excused: others.excused.map(toPerson),
    notTaken: others.notTaken.map((entry) => ({ words: wordsOf(entry), ...cellOf(entry) })),
  };
}

/** For the clerk to know the row again. */
const wordsOf = ({ cells, status }: SheetEntry): string =>
  [cells.id, cells.name ?? cells.order, status]
    .map((cell) => String(cell ?? '').trim())
    .filter((word) => word !== '')
    .join(' ');

const toPerson = ({
  id,
  name,
  unit,
}: {
  id: string;
  name: string;
  unit: string;
}): SignInPerson => ({
  memberId: id,
  name,
  unit,
});
