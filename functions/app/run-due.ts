import { toLocalTime } from '#core/calendar/zone';
import type { Day } from '#core/calendar/day';
import type { HolidayOverride } from '#core/calendar/holidays';
import type { RunDueResponse } from '#core/contract/run-due';
import { dueNotices, type DueNotice } from '#core/notice/due-notices';
import { parseTable } from '#core/workbook/parse-table';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../errors';
import { prepareNotice, type Preparation } from './prepare-notice';
import { sendNotice } from './send-notice';
import type { Opened, Ports, UseCase } from './use-case';
import { NOTICE_TABS, REQUIRED_TABS } from './weekly-notice';

type Ran = RunDueResponse['notices'][number];

/** What the scheduler calls, as often as it likes: sends what the settings say is due and has not been sent. */
export const runDue: UseCase<'runDue'> = {
  tabs: NOTICE_TABS,
  required: REQUIRED_TABS,
  exact: REQUIRED_TABS,
  async run({ spreadsheetId }, opened, ports) {
    const { settings, snapshot } = opened;
    if (!settings.automatic) return { automatic: false, notices: [] };
    const sessions = parseTable(TABS.schedule, tableOf(snapshot, 'schedule')).entries.flatMap(
      ({ whole }) => (whole ? [whole] : []),
    );
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const due = dueNotices(sessions, now, { settings, holidays: holidaysOf(snapshot) });
    const notices: Ran[] = [];
    for (const notice of due) {
      const { plan, messages } = lookUp(notice, opened, ports);
      if (messages.length === 0) continue;
      const missing = plan.turnout.filter(
        ({ outcome }) => outcome === 'notRecorded' || outcome === 'unclear',
      ).length;
      notices.push(
        missing > 0
          ? refused(notice, new AppError('rollIncomplete', { facts: { count: missing } }), opened)
          : await send(spreadsheetId, notice, { opened, ports }),
      );
    }
    return { automatic: true, notices };
  },
};

function holidaysOf(snapshot: Snapshot): Map<Day, HolidayOverride> {
  const table = snapshot.tables.holidays;
  const rows = table ? parseTable(TABS.holidays, table).entries : [];
  return new Map(
    rows.flatMap(({ whole }) =>
      whole ? [[whole.date, { kind: whole.kind, name: whole.name }] as const] : [],
    ),
  );
}

/** Looked up in what was read already, so that a run with nothing to do writes nothing. */
function lookUp({ kind, sessionId }: DueNotice, opened: Opened, ports: Ports): Preparation {
  const { clock, links } = ports;
  const question = { ...opened, kind, sessionId, now: clock.now(), links };
  return prepareNotice(question);
}

/** What is refused for one session does not keep another's notice from going out. */
async function send(
  spreadsheetId: string,
  notice: DueNotice,
  { opened, ports }: { opened: Opened; ports: Ports },
): Promise<Ran> {
  const { language, reread } = opened;
  const call = { ...notice, spreadsheetId, digest: null, language, reread };
  try {
    const { sent, failed, unknown } = await sendNotice(call, ports);
    return { ...notice, sent, failed: failed.length, unknown: unknown.length, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(notice, error, opened);
  }
}

function refused(notice: DueNotice, error: AppError, { language }: Opened): Ran {
  const { detail, nextStep } = error.explain(language);
  return { ...notice, sent: 0, failed: 0, unknown: 0, refused: `${detail} ${nextStep}` };
}
