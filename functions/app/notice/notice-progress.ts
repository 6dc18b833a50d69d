import { toLocalTime } from '#core/calendar/zone';
import { isLeaseFree } from '#core/notice/ledger/lease';
import { describeOccasion } from '#core/notice/occasion';
import { readProgress } from '#core/notice/ledger/progress';
import { tableOf } from '#core/workbook/snapshot';
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';

const TABS = ['schedule', 'notices'] as const;

/** How far a running or interrupted send has come. Reads only; may be asked again and again. */
export const noticeProgress: UseCase<'noticeProgress'> = {
  tabs: TABS,
  required: TABS,
  exact: TABS,
  run: ({ spreadsheetId }, opened, ports) => readSends(spreadsheetId, opened, ports),
};

/** The same for another function that has read these tabs. */
export async function readSends(
  spreadsheetId: string,
  { snapshot, settings, language, caller, admins }: OpenedWorkbook,
  { workbook, clock }: Ports,
): Promise<NoticeProgressResponse> {
  const lease = await workbook.readLease(spreadsheetId);
  const instant = clock.now();
  const tables = {
    spreadsheetId: snapshot.spreadsheetId,
    notices: tableOf(snapshot, 'notices'),
    schedule: tableOf(snapshot, 'schedule'),
    settings: snapshot.tables.settings,
  };
  const local = toLocalTime(instant, settings.timeZone);
  const sends = readProgress(tables, { instant, local, isSending: !isLeaseFree(lease, instant) });
  return {
    sends: sends.map(({ occasion, ...counts }) => {
      const { title, when } = describeOccasion(occasion, language);
      return { ...counts, occasion: { id: occasion.id, title, when } };
    }),
    isDeploymentAdmin: admins.includes(caller.email),
  };
}
