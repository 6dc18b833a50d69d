import { toLocalTime } from '#core/calendar/zone';
import { readBook } from '#core/model/book';
import type { SignInRemark, SignInSheetRequest } from '#core/contract/sign-in-sheet';
import { duePeople, type LeftOut } from '#core/model/due-people';
import { signInKey, buildSignInSheet as makeSheet } from '#core/sign-in/sheet';
import { sortEntries } from '#core/sign-in/sort-entries';
import { SIGN_IN_TEXTS } from '#core/sign-in/sign-in.texts';
import { fill } from '#core/text/language';
import { cellName } from '#core/workbook/cell-name';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { closeSignIn } from './close-sign-in';
import { signInScreen } from './sign-in-screen';
import {
  findSignInSession,
  readEnteredSheet,
  shown,
  type SignInContext,
  type SignInWrite,
} from './sign-in-session';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import { optimisticWrite } from '../runtime/optimistic-write';
import { planReport } from '../runtime/write-report';

const REQUIRED: readonly TabKey[] = [
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'leave',
  'log',
];
const TABS: readonly TabKey[] = [...REQUIRED, 'settings', 'speakers', 'holidays', 'topics'];

/** One session's sign-in sheet, made as often as one likes, and taken into the attendance when it is closed. */
export const signInSheet: UseCase<'signInSheet'> = {
  tabs: TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const { book } = readAt(opened.snapshot, opened, ports);
    const session = findSignInSession(book, request);
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
    return optimisticWrite(
      request.spreadsheetId,
      { read, decide, whenBusy: 'writeConflict' },
      ports,
    );
  },
};

function readAt(
  snapshot: Snapshot,
  { settings, language, caller }: OpenedWorkbook,
  { clock }: Pick<Ports, 'clock'>,
): Omit<SignInContext, 'snapshot' | 'key'> {
  const now = clock.now();
  const { book } = readBook(snapshot.tables, toLocalTime(now, settings.timeZone).day);
  return { book, language, who: caller.email, at: now.toISOString() };
}

function make(request: SignInSheetRequest, at: SignInContext): SignInWrite {
  const { book, snapshot, key, language } = at;
  const session = findSignInSession(book, request);
  const attendees = duePeople(book, session);
  const entered = sortEntries(readEnteredSheet(at)?.entries ?? [], attendees.people);
  const { sheet, ...counted } = makeSheet({ book, session, attendees, entered });
  const { change, tab } = planReport(snapshot, { key, sheet });
  return {
    changes: [change],
    result: {
      action: 'make',
      session: shown(session, language),
      ...counted,
      leftOut: attendees.leftOut.map((row) => leftOutRemark(row, at)),
      tab,
    },
  };
}

function leftOutRemark(
  { row, name, why }: LeftOut,
  { book, snapshot, language }: SignInContext,
): SignInRemark {
  const { sheetId } = tableOf(snapshot, 'roster');
  const cell = cellName(
    row,
    book.positions.get('roster')?.get(why === 'noName' ? 'name' : 'id') ?? 0,
  );
  return { words: fill(SIGN_IN_TEXTS[why][language], { row, name }), sheetId, cell };
}
