import { entriesOf, holidayOverrides, rowsIn } from '#core/model/book';
import { toLocalTime } from '#core/calendar/zone';
import type { RunDueResponse } from '#core/contract/run-due';
import type { NoticeSent } from '#core/contract/weekly-notice';
import { dueNotices, dueOrderNotices, type DueNotice } from '#core/notice/due-notices';
import { currentRound } from '#core/model/order-round';
import { toTimedSession } from '#core/model/session';
import { readProgress } from '#core/notice/ledger/progress';
import { tableOf } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { draftsInDoubt } from './send/finish-drafts';
import { remainingMails } from './send/remaining-mails';
import { prepareNotice, type PreparedNotice } from './prepare-notice';
import { continueNotice, dueMessages, sendNotice } from './send-notice';
import { isPassing } from '../runtime/retry';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import { NOTICE_TABS, REQUIRED_TABS } from './weekly-notice';

type NoticeRun = RunDueResponse['notices'][number];

interface RunContext {
  readonly opened: OpenedWorkbook;
  readonly ports: Ports;
  /** What was refused and is over by itself within minutes: for a notice that could not be sent now. */
  readonly passing: AppError[];
}

/**
 * What the scheduler calls, as often as it likes. Continues the sends of any sender that were interrupted, then sends what is due by
 * the settings and has not been sent. Throws what refused one of them for the moment, once all others are out: the queue tries again.
 */
export const runDue: UseCase<'runDue'> = {
  tabs: NOTICE_TABS,
  required: REQUIRED_TABS,
  exact: REQUIRED_TABS,
  async run(_, opened, ports) {
    const { automatic } = opened.settings;
    const due = automatic ? dueNow(opened, ports) : [];
    const notices: NoticeRun[] = [];
    const context: RunContext = { opened, ports, passing: [] };
    // What is due goes out as the workbook is now, so it takes what was begun with it.
    const begun = unfinishedSends(opened, ports).filter(
      ({ kind, occasionId }) =>
        !due.some((one) => one.kind === kind && one.occasionId === occasionId),
    );
    for (const notice of begun) notices.push(...(await continueSend(notice, context)));
    for (const notice of due) {
      if (ports.clock.now() >= opened.deadline) break; // the next run is soon
      notices.push(...(await sendDue(notice, context)));
    }
    const [busy] = context.passing;
    if (busy) throw busy;
    return { automatic, notices };
  },
};

function dueNow({ snapshot, settings }: OpenedWorkbook, { clock }: Ports): DueNotice[] {
  const sessions = rowsIn(snapshot, 'schedule').flatMap((entry) => toTimedSession(entry) ?? []);
  const now = toLocalTime(clock.now(), settings.timeZone);
  const schedule = { settings, holidays: holidayOverrides(entriesOf(snapshot.tables, 'holidays')) };
  return [
    ...dueNotices(sessions, now, schedule),
    ...dueOrderNotices(currentRound(settings), now, schedule),
  ];
}

/** The oldest first. */
function unfinishedSends({ snapshot, settings }: OpenedWorkbook, { clock }: Ports): DueNotice[] {
  const instant = clock.now();
  const local = toLocalTime(instant, settings.timeZone);
  const tables = {
    spreadsheetId: snapshot.spreadsheetId,
    notices: tableOf(snapshot, 'notices'),
    schedule: tableOf(snapshot, 'schedule'),
    settings: snapshot.tables.settings,
  };
  return readProgress(tables, { instant, local, isSending: false })
    .filter(({ state }) => state === 'paused')
    .map(({ kind, occasion }) => ({ kind, occasionId: occasion.id }))
    .reverse();
}

/** Both look into what was read already first, so that a run with nothing to do writes nothing. */
async function continueSend(notice: DueNotice, context: RunContext): Promise<NoticeRun[]> {
  const { opened, ports } = context;
  const { snapshot, settings, language } = opened;
  if (ports.clock.now() >= opened.deadline) return [];
  return reportRefusal(notice, context, async () => {
    const at = { snapshot, settings, now: ports.clock.now() };
    const { messages, dropped, drafts } = remainingMails(lookUp(notice, opened, ports), {
      at,
      language,
    });
    if (messages.length + dropped.length + drafts === 0) return null;
    return continueNotice(callFor(notice, { opened }), ports);
  });
}

async function sendDue(notice: DueNotice, context: RunContext): Promise<NoticeRun[]> {
  const { opened, ports } = context;
  return reportRefusal(notice, context, async () => {
    const prepared = lookUp(notice, opened, ports);
    const { plan } = prepared;
    const { snapshot } = opened;
    const isOver =
      dueMessages(prepared, snapshot).length === 0 && draftsInDoubt(snapshot, plan).length === 0;
    if (isOver) return null;
    const missing = plan.turnout.filter(
      ({ outcome }) => outcome === 'notRecorded' || outcome === 'unclear',
    ).length;
    if (missing > 0) throw new AppError('rollIncomplete', { facts: { count: missing } });
    return sendNotice({ ...callFor(notice, { opened }), fingerprint: null }, ports);
  });
}

function lookUp(
  { kind, occasionId }: DueNotice,
  opened: OpenedWorkbook,
  ports: Ports,
): PreparedNotice {
  const { clock, links } = ports;
  return prepareNotice({ ...opened, kind, occasionId, now: clock.now(), links });
}

function callFor(notice: DueNotice, { opened }: Pick<RunContext, 'opened'>) {
  const { language, deadline, snapshot, reread } = opened;
  const { spreadsheetId } = snapshot;
  return { ...notice, spreadsheetId, language, deadline, reread };
}

/** What is refused for one notice does not keep another from going out. */
async function reportRefusal(
  notice: DueNotice,
  { opened, passing }: RunContext,
  send: () => Promise<NoticeSent | null>,
): Promise<NoticeRun[]> {
  try {
    const done = await send();
    if (done === null) return [];
    const { sent, failed, unknown, waiting, toRetry } = done;
    const counts = { sent, failed: failed.length, unknown: unknown.length, waiting, toRetry };
    return [{ ...notice, ...counts, refused: null }];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (isPassing(error)) {
      passing.push(error);
      return [];
    }
    const { detail, nextStep } = error.explain(opened.language);
    const nothing = { sent: 0, failed: 0, unknown: 0, waiting: 0, toRetry: 0 };
    return [{ ...notice, ...nothing, refused: `${detail} ${nextStep}` }];
  }
}
