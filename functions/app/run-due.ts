import { toLocalTime } from '#core/calendar/zone';
import type { Day } from '#core/calendar/day';
import type { HolidayOverride } from '#core/calendar/holidays';
import type { RunDueResponse } from '#core/contract/run-due';
import { dueNotices, type DueNotice } from '#core/notice/due-notices';
import { parseTable } from '#core/workbook/parse-table';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { AppError } from '../errors';
import { prepareNotice } from './prepare-notice';
import { sendNotice } from './send-notice';
import type { Opened, Ports, UseCase } from './use-case';
import { NOTICE_TABS, REQUIRED_TABS } from './weekly-notice';
import { withPatience } from './with-patience';

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
      if (hasNobody(notice, opened, ports)) continue;
      notices.push(await send(spreadsheetId, notice, { opened, ports }));
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
function hasNobody({ kind, sessionId }: DueNotice, opened: Opened, ports: Ports): boolean {
  const { clock, links } = ports;
  const question = { ...opened, kind, sessionId, now: clock.now(), links };
  return prepareNotice(question).messages.length === 0;
}

/** What is refused for one session does not keep another's notice from going out. */
async function send(
  spreadsheetId: string,
  { kind, sessionId }: DueNotice,
  { opened: { language }, ports }: { opened: Opened; ports: Ports },
): Promise<Ran> {
  const reread = () => withPatience(() => ports.workbook.read(spreadsheetId, NOTICE_TABS), ports);
  const call = { spreadsheetId, kind, sessionId, digest: null, language, reread };
  try {
    const { sent, failed, unknown } = await sendNotice(call, ports);
    return { kind, sessionId, sent, failed: failed.length, unknown: unknown.length, refused: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { detail, nextStep } = error.explain(language);
    return { kind, sessionId, sent: 0, failed: 0, unknown: 0, refused: `${detail} ${nextStep}` };
  }
}
