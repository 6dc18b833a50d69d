// After a call: when the schedule has to look at the workbook again, as far as the call shows.
import { toInstant, toLocalTime } from '#core/calendar/zone';
import type { FunctionName, ResponseOf } from '#core/contract/functions';
import type { NoticeSent } from '#core/contract/weekly-notice';
import { entriesOf, holidayOverrides, rowsIn } from '#core/model/book';
import { currentRound } from '#core/model/order-round';
import { toTimedSession } from '#core/model/session';
import { nextDueTime } from '#core/notice/due-notices';
import type { CallDone } from '../runtime/use-case';

/**
 * `at`: null when nothing is to come that is known now. `isBegun`: a send has left some of its mails, or a run some of its notices, and
 * goes on at once.
 */
export interface NextLook {
  readonly at: Date | null;
  readonly isBegun: boolean;
}

/** What is refused waits for people: it is tried again so much later. */
const REFUSED_MINUTES = 60;
/** What a mail server refuses for now is tried again so much later: with the next dispatch, which comes every quarter of an hour. */
const RETRY_MINUTES = 10;

/** Null: the call says nothing about it. */
export function nextLook(done: CallDone, now: Date): NextLook | null {
  const { name, request, response, opened } = done;
  if (name === 'runDue') return afterRun(response as ResponseOf<'runDue'>, opened, now); // the response of this function
  const sends = sendsOf(done);
  if (sends.some(({ waiting }) => waiting > 0)) return { at: now, isBegun: true };
  if (sends.some(({ toRetry }) => toRetry > 0))
    return { at: earliest(nextDueOf(opened, now), later(now, RETRY_MINUTES)), isBegun: false };
  if (changesWhatIsDue(name, request, opened)) return { at: now, isBegun: false };
  // Without the holidays the moment would be wrong where one of them moves it.
  const { schedule, holidays } = opened.snapshot.tables;
  if (!schedule || !holidays) return null;
  return { at: nextDueOf(opened, now), isBegun: false };
}

function afterRun(
  { notices }: ResponseOf<'runDue'>,
  opened: CallDone['opened'],
  now: Date,
): NextLook {
  const isCut = notices.some(({ waiting }) => waiting > 0) || now >= opened.deadline;
  if (isCut) return { at: now, isBegun: true };
  const again = [
    notices.some(({ toRetry }) => toRetry > 0) ? later(now, RETRY_MINUTES) : null,
    notices.some(({ refused }) => refused !== null) ? later(now, REFUSED_MINUTES) : null,
  ];
  return { at: earliest(nextDueOf(opened, now), ...again), isBegun: false };
}

const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

function earliest(...moments: readonly (Date | null)[]): Date | null {
  const [first] = moments.flatMap((one) => one ?? []).sort((a, b) => a.getTime() - b.getTime());
  return first ?? null;
}

/** What the use cases decide that write sessions, settings or what notices are about. */
const CHANGES: Partial<Readonly<Record<FunctionName, readonly string[] | 'always'>>> = {
  setUpWorkbook: 'always',
  applySuggestions: 'always',
  startYear: ['apply'],
  importRows: ['apply'],
  planQuarter: ['accept'],
  topicOrders: ['adopt'],
  signInSheet: ['close'],
  weeklyNotice: ['resolve'],
};

/** Tabs whose edited rows may make a notice due. */
const TABS_OF_THE_SCHEDULE: readonly string[] = ['schedule', 'settings', 'holidays', 'attendance'];

function changesWhatIsDue(
  name: FunctionName,
  request: CallDone['request'],
  { snapshot }: CallDone['opened'],
): boolean {
  if (name === 'checkRows' && 'sheetId' in request) {
    const edited = snapshot.places.find(({ sheetId }) => sheetId === request.sheetId);
    return TABS_OF_THE_SCHEDULE.includes(edited?.key ?? '');
  }
  const actions = CHANGES[name];
  if (actions === undefined || actions === 'always') return actions === 'always';
  return 'action' in request && actions.includes(request.action ?? '');
}

/** What a clerk's call has sent. */
function sendsOf({ name, response }: CallDone): readonly NoticeSent[] {
  if (name === 'weeklyNotice') {
    const done = response as ResponseOf<'weeklyNotice'>; // the response of this function
    return done.action === 'send' ? [done] : [];
  }
  if (name !== 'absenceFollowUp') return [];
  const done = response as ResponseOf<'absenceFollowUp'>; // the response of this function
  return done.action === 'send' ? [done.absence ?? [], done.digest ?? []].flat() : [];
}

function nextDueOf({ snapshot, settings }: CallDone['opened'], now: Date): Date | null {
  if (!settings.automatic || !snapshot.tables.schedule) return null;
  const holidays = holidayOverrides(entriesOf(snapshot.tables, 'holidays'));
  const sessions = rowsIn(snapshot, 'schedule').flatMap((entry) => toTimedSession(entry) ?? []);
  const next = nextDueTime(
    { sessions, round: currentRound(settings) },
    toLocalTime(now, settings.timeZone),
    { settings, holidays },
  );
  return next && toInstant(next, settings.timeZone);
}
