import { toLocalTime } from '#core/calendar/zone';
import { readBook, type Book } from '#core/checks/book';
import type { SignInPerson, SignInSheetRequest, SignInSheetResponse } from '#core/contract/sign-in-sheet'; // prettier-ignore
import { formatNoticeSpan } from '#core/notice/notice-date';
import { openingOf } from '#core/sign-in/arrival';
import { chooseSession } from '#core/sign-in/choose-session';
import { duePeople, toSession, type Session, type SessionEntry } from '#core/sign-in/due-people';
import { planClose, type ClosePlan } from '#core/sign-in/plan-close';
import { readSignInSheet, type SignInSheet } from '#core/sign-in/read-sheet';
import { signInKey, signInSheet as makeSheet } from '#core/sign-in/sheet';
import type { Language } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { planReports } from '#core/workbook/plan-reports';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../errors';
import type { Opened, Ports, UseCase } from './use-case';
import { writeInTurn } from './write-in-turn';

const REQUIRED: readonly TabKey[] = [
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'leave',
  'log',
];
const TABS: readonly TabKey[] = [...REQUIRED, 'settings', 'speakers', 'holidays'];

/** One session's sign-in sheet, made as often as one likes, and taken into the attendance when it is closed. */
export const signInSheet: UseCase<'signInSheet'> = {
  tabs: TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const { book } = readAt(opened.snapshot, opened, ports);
    const session = findSession(book, request);
    if (request.action === 'screen') return screen(request.spreadsheetId, session, { opened, ports });
    const key = signInKey(session.id);
    const read = () => ports.workbook.read(request.spreadsheetId, TABS, [key]);
    const decide = (snapshot: Snapshot) => {
      const at = { ...readAt(snapshot, opened, ports), snapshot, key };
      return request.action === 'make' ? make({ ...request, sessionId: session.id }, at) : close({ ...request, sessionId: session.id }, at);
    };
    return writeInTurn(request.spreadsheetId, { read, decide }, ports);
  },
}; // prettier-ignore

/** The screen says for a while that check-in is over. */
const SCREEN_AFTER_MS = 60 * 60_000;

/** Throws `AppError` noPages when the deployment has no public address. */
function screen(
  spreadsheetId: string,
  session: Session,
  { opened, ports }: { readonly opened: Opened; readonly ports: Ports },
): SignInSheetResponse {
  const { settings, language } = opened;
  const { doors, opens, closes } = openingOf(session, settings, ports.clock.now());
  const expires = new Date(closes.getTime() + SCREEN_AFTER_MS);
  const claims = { spreadsheetId, sessionId: session.id, memberId: null, expires };
  const address = ports.links?.address('checkInScreen', claims) ?? null;
  if (address === null) throw new AppError('noPages');
  const timeOf = (at: Date): string => toLocalTime(at, settings.timeZone).time;
  return {
    action: 'screen',
    session: shown(session, language),
    ...{ address, doors },
    ...{ opens: timeOf(opens), closes: timeOf(closes) },
  };
}

interface At {
  readonly book: Book;
  readonly snapshot: Snapshot;
  readonly key: string;
  readonly language: Language;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Decided {
  readonly changes: ReturnType<typeof planReports> | Extract<ClosePlan, { outcome: 'closed' }>['changes'];
  readonly result: SignInSheetResponse;
} // prettier-ignore

function readAt(
  snapshot: Snapshot,
  { settings, language, caller }: Opened,
  { clock }: Pick<Ports, 'clock'>,
): Omit<At, 'snapshot' | 'key'> {
  const now = clock.now();
  const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
  return { book, language, who: caller.email, at: now.toISOString() };
}

/** Throws `AppError` noSignIn when there is no such session with a day and times. */
function findSession(
  book: Book,
  { sessionId, action }: Pick<SignInSheetRequest, 'sessionId' | 'action'>,
): Session {
  const found =
    sessionId === undefined ? chooseSession(book, action) : book.sessions.get(sessionId);
  const session = found && toSession(found);
  if (!session || session.state === 'cancelled') throw new AppError('noSignIn');
  return session;
}

function make(request: SignInSheetRequest, { book, snapshot, key, language }: At): Decided {
  const session = findSession(book, request);
  const attendees = duePeople(book, session);
  const entered = sheetOf(snapshot, key)?.entries ?? [];
  const { sheet, ...counted } = makeSheet({ book, session, attendees, entered });
  const changes = planReports(snapshot, [{ key, sheet }]);
  const [tab] = changes;
  if (!tab) throw new Error('a sheet has its tab');
  return {
    changes,
    result: {
      action: 'make',
      session: shown(session, language),
      ...counted,
      tab: { title: tab.sheet.title, sheetId: tab.sheetId },
    },
  };
}

function sheetOf(snapshot: Snapshot, key: string): SignInSheet | null {
  const cells = snapshot.ownCells?.[key];
  return cells ? readSignInSheet(cells) : null;
}

function close(request: Extract<SignInSheetRequest, { action: 'close' }>, at: At): Decided {
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

function shown({ id, title = '', date, start, end }: Session, language: Language) {
  return { id, title, when: formatNoticeSpan(date, { start, end }, language) };
}
