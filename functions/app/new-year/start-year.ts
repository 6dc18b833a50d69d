// A new year: what last year's workbook hands over to this empty one, shown first, then written in one step.
import { toLocalTime } from '#core/calendar/zone';
import { toAmount } from '#core/contract/amount';
import type {
  StartYearApplied,
  StartYearPreview,
  StartYearRequest,
} from '#core/contract/start-year';
import { readSettings } from '#core/model/read-settings';
import { MATTER_TEXTS, NEW_YEAR_TEXTS } from '#core/new-year/new-year.texts';
import type { OpenMatter } from '#core/new-year/open-matters';
import { openMattersSheet } from '#core/new-year/open-matters-sheet';
import { newYearChanges, planNewYear, type NewYearPlan } from '#core/new-year/plan-new-year';
import { spreadsheetIdIn } from '#core/new-year/spreadsheet-id';
import { NEEDED_TABS } from '#core/model/book';
import { toCents } from '#core/money/cents';
import { fill, type Language } from '#core/text/language';
import { joined } from '#core/text/listed';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { appendRows } from '#core/workbook/write/append-rows';
import type { WorkbookChange } from '#core/workbook/write/change';
import { AppError } from '../../errors';
import { fingerprintOf } from '../runtime/fingerprint';
import { optimisticWrite } from '../runtime/optimistic-write';
import { checkTabs, type OpenedWorkbook, type Ports, type UseCase } from '../runtime/use-case';
import { planReport, type ReportTab } from '../runtime/write-report';

const REPORT = 'report-new-year' as const;

/** The sidebar lists so many open matters; the report has them all. */
const LISTED = 30;

export const startYear: UseCase<'startYear'> = {
  tabs: TAB_KEYS,
  reports: ({ action }) => (action === 'apply' ? [REPORT] : []),
  required: TAB_KEYS,
  exact: TAB_KEYS,
  async run(request, opened, ports) {
    const sourceId = spreadsheetIdIn(request.source);
    if (sourceId === request.spreadsheetId) throw new AppError('sourceIsTarget');
    const source = await readSource(sourceId, opened);
    const call = { request, opened, source };
    if (request.action === 'preview') return preview(prepare(call, opened.snapshot, ports));
    return apply({ ...call, fingerprint: request.fingerprint }, ports);
  },
};

/** Throws `AppError` sourceIncomplete when something is missing that the new year needs. */
async function readSource(
  sourceId: string,
  { readOther, language }: OpenedWorkbook,
): Promise<Snapshot> {
  const source = await readOther(sourceId, TAB_KEYS);
  try {
    checkTabs({ required: NEEDED_TABS, exact: NEEDED_TABS }, source, language);
    return source;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problems = error.explain(language).detail;
    throw new AppError('sourceIncomplete', { facts: { problems }, cause: error });
  }
}

interface YearCall {
  readonly request: StartYearRequest;
  readonly opened: OpenedWorkbook;
  readonly source: Snapshot;
}

interface PreparedYear {
  readonly plan: NewYearPlan;
  readonly source: Snapshot;
  /** Of the caller. */
  readonly language: Language;
  /** Of the new workbook. */
  readonly ownLanguage: Language;
  readonly fingerprint: string;
}

/** Throws `AppError` yearNotLater or columnMissing. */
function prepare(
  { request, opened, source }: YearCall,
  target: Snapshot,
  ports: Ports,
): PreparedYear {
  const { settings } = readSettings(source.tables.settings);
  const { language: ownLanguage } = readSettings(target.tables.settings).settings;
  const last = Math.trunc(settings.year);
  const year = request.year ?? last + 1;
  if (year <= last) throw new AppError('yearNotLater', { facts: { year, last } });
  const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
  const plan = planNewYear({ source, target, year, today, language: ownLanguage });
  const { missingColumns } = plan;
  if (missingColumns.length > 0)
    throw new AppError('columnMissing', {
      facts: { problems: joined(missingColumns, opened.language) },
    });
  return {
    plan,
    source,
    language: opened.language,
    ownLanguage,
    fingerprint: yearFingerprint(source, target, plan),
  };
}

/** Changes with every cell that would be written, and with what is listed. */
function yearFingerprint(source: Snapshot, target: Snapshot, plan: NewYearPlan): string {
  const { year, tabs, settings, matters, withEntries } = plan;
  const ids = [source.spreadsheetId, target.spreadsheetId];
  return fingerprintOf([ids, source.title, year, tabs, settings, matters, withEntries]);
}

function preview(prepared: PreparedYear): StartYearPreview {
  const { withEntries } = prepared.plan;
  return {
    action: 'preview',
    ...summaryOf(prepared),
    withEntries: [...withEntries],
    canApply: withEntries.length === 0,
    fingerprint: prepared.fingerprint,
  };
}

/** Throws `AppError` yearHasEntries or yearOutdated; nothing is written then. */
function apply(
  { fingerprint, ...call }: YearCall & { readonly fingerprint: string },
  ports: Ports,
): Promise<StartYearApplied> {
  const { request, opened } = call;
  const decide = (target: Snapshot) => {
    const prepared = prepare(call, target, ports);
    const { plan, language } = prepared;
    if (plan.withEntries.length > 0)
      throw new AppError('yearHasEntries', { facts: { tabs: joined(plan.withEntries, language) } });
    if (prepared.fingerprint !== fingerprint) throw new AppError('yearOutdated');
    const at = { target, who: opened.caller.email, now: ports.clock.now() };
    const report = reportChange(prepared, at);
    return {
      changes: [
        ...newYearChanges(target, plan, prepared.ownLanguage),
        ...logChanges(prepared, at),
        ...(report ? [report.change] : []),
      ],
      result: { action: 'apply' as const, ...summaryOf(prepared), tab: report?.tab ?? null },
    };
  };
  const read = () => opened.reread();
  const write = { read, decide, whenBusy: 'writeConflict' } as const;
  return optimisticWrite(request.spreadsheetId, write, ports);
}

interface WriteMoment {
  readonly target: Snapshot;
  readonly who: string;
  readonly now: Date;
}

function reportChange(
  { plan, source, ownLanguage: language }: PreparedYear,
  { target, now }: WriteMoment,
): { readonly change: WorkbookChange; readonly tab: ReportTab } | null {
  if (plan.matters.length === 0) return null;
  const { programme, timeZone } = readSettings(source.tables.settings).settings;
  const { day, time } = toLocalTime(now, timeZone);
  const sheet = openMattersSheet({
    matters: plan.matters,
    year: plan.year,
    sourceTitle: source.title,
    settings: { language, programme },
    generatedAt: `${day} ${time}`,
  });
  return planReport(target, { key: REPORT, sheet });
}

/** What came from where. */
function logChanges(
  { plan, source, ownLanguage: language }: PreparedYear,
  { target, who, now }: WriteMoment,
): WorkbookChange[] {
  const filled = plan.tabs.filter(({ rows }) => rows.length > 0);
  const counts = filled.map(({ title, rows }) =>
    fill(NEW_YEAR_TEXTS.logAfter[language], { tab: title, n: rows.length }),
  );
  const row = {
    at: now.toISOString(),
    who,
    action: NEW_YEAR_TEXTS.logAction[language],
    target: String(plan.year),
    before: `${source.title} ${source.spreadsheetId}`,
    after: joined(counts, language),
  };
  return appendRows(target, 'log', { rows: [row], language });
}

function summaryOf({
  plan,
  source,
  language,
}: PreparedYear): Omit<StartYearApplied, 'action' | 'tab'> {
  const { tabs, settings, period, matters, notRecorded } = plan;
  const count = (kind: OpenMatter['kind']): number =>
    matters.filter((matter) => matter.kind === kind).length;
  return {
    year: plan.year,
    sourceTitle: source.title,
    tabs: tabs.map(({ title, rows, leftOut }) => ({ title, rows: rows.length, leftOut })),
    settings: settings.settings.length,
    keptSettings: [...settings.kept],
    hours: { people: plan.totals, from: period.from, to: period.to, notRecorded },
    matters: matters.slice(0, LISTED).map(({ kind, gross, ...matter }) => ({
      ...matter,
      kind,
      label: MATTER_TEXTS[kind][language],
      gross: gross === null ? null : toAmount(gross),
    })),
    matterCounts: { makeUp: count('makeUp'), fee: count('fee'), session: count('session') },
    unpaid: toAmount(toCents(matters.reduce((sum, { gross }) => sum + (gross ?? 0), 0))),
  };
}
