import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { SignInRemark, SignInSheetRequest } from '#core/contract/sign-in-sheet';
import { duePeople, type LeftOut } from '#core/model/due-people';
import { signInKey, signInSheet as makeSheet } from '#core/sign-in/sheet';
import { sortEntries } from '#core/sign-in/sort-entries';
import { WORDS } from '#core/sign-in/words';
import { fill } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { planReports } from '#core/report/plan-reports';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { closeSignIn } from './close-sign-in';
import { signInScreen } from './sign-in-screen';
import { findSession, sheetOf, shown, type At, type Decided } from './sign-in-session';
import type { Opened, Ports, UseCase } from '../runtime/use-case';
import { writeInTurn } from '../runtime/write-in-turn';

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
    if (request.action === 'screen')
      return signInScreen(request.spreadsheetId, session, { opened, ports });
    const key = signInKey(session.id);
    const read = () => opened.reread([key]);
    const decide = (snapshot: Snapshot) => {
      const at = { ...readAt(snapshot, opened, ports), snapshot, key };
      return request.action === 'make'
        ? make({ ...request, sessionId: session.id }, at)
        : closeSignIn({ ...request, sessionId: session.id }, at);
    };
    return writeInTurn(request.spreadsheetId, { read, decide }, ports);
  },
};

function readAt(
  snapshot: Snapshot,
  { settings, language, caller }: Opened,
  { clock }: Pick<Ports, 'clock'>,
): Omit<At, 'snapshot' | 'key'> {
  const now = clock.now();
  const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
  return { book, language, who: caller.email, at: now.toISOString() };
}

function make(request: SignInSheetRequest, at: At): Decided {
  const { book, snapshot, key, language } = at;
  const session = findSession(book, request);
  const attendees = duePeople(book, session);
  const entered = sortEntries(sheetOf(at)?.entries ?? [], attendees.people);
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
      leftOut: attendees.leftOut.map((row) => leftOutRemark(row, at)),
      tab: { title: tab.sheet.title, sheetId: tab.sheetId },
    },
  };
}

function leftOutRemark(
  { row, name, why }: LeftOut,
  { book, snapshot, language }: At,
): SignInRemark {
  const { sheetId } = tableOf(snapshot, 'roster');
  const cell = cellName(
    row,
    book.positions.get('roster')?.get(why === 'noName' ? 'name' : 'id') ?? 0,
  );
  return { words: fill(WORDS[why][language], { row, name }), sheetId, cell };
}
