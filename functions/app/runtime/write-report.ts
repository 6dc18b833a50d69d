// A report is made from the workbook as read and written to its own tab; the answer says where it is.
import { readSettings } from '#core/model/read-settings';
import { planReports, type KeyedReport } from '#core/report/plan-reports';
import type { Snapshot } from '#core/workbook/snapshot';
import type { WriteReport } from '#core/workbook/write/change';
import type { OpenedWorkbook, Ports } from './use-case';
import { writeWithRetry } from './write-with-retry';

/** Where a reader finds a report. */
export interface ReportTab {
  readonly title: string;
  readonly sheetId: number;
}

export interface MadeReport<Answer> extends KeyedReport {
  readonly answer: Answer;
}

/** `make` may be called again with a newer workbook. */
export function writeReport<Answer extends object>(
  make: (snapshot: Snapshot) => MadeReport<Answer>,
  { snapshot: first, reread }: Pick<OpenedWorkbook, 'snapshot' | 'reread'>,
  ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>,
): Promise<Answer & { readonly tab: ReportTab }> {
  const decide = (snapshot: Snapshot) => {
    const { answer, ...report } = make(snapshot);
    const { change, tab } = planReport(snapshot, report);
    return { changes: [change], result: { ...answer, tab } };
  };
  return writeWithRetry(first, { reread, decide }, ports);
}

/** For a caller who may read, or wants to: the answer alone, and nothing is written. */
export function readReport<Answer extends object>(
  make: (snapshot: Snapshot) => MadeReport<Answer>,
  { snapshot }: Pick<OpenedWorkbook, 'snapshot'>,
): Answer & { readonly tab: null } {
  return { ...make(snapshot).answer, tab: null };
}

/** For a report that is written together with other changes; `deletedIds` as in `planReports`. */
export function planReport(
  snapshot: Snapshot,
  report: KeyedReport,
  deletedIds: readonly number[] = [],
): { readonly change: WriteReport; readonly tab: ReportTab } {
  const { language } = readSettings(snapshot.tables.settings).settings;
  const [change] = planReports(snapshot, [report], language, deletedIds);
  if (!change) throw new Error(`no change was planned for ${report.key}`);
  return { change, tab: tabOf(change) };
}

export function tabOf({ sheet, sheetId }: WriteReport): ReportTab {
  return { title: sheet.title, sheetId };
}
