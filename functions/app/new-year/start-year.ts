// A new year: what last year's workbook hands over to this empty one, or goes on in this copy of it; shown first, then written in one step.
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
import { lastYearsPart, startInCopy, type LastYearsPart } from '#core/new-year/start-in-copy';
import { spreadsheetIdIn } from '#core/new-year/spreadsheet-id';
import { otherYearOf, rowsFrom, type DatedRows } from '#core/new-year/rows-of-the-year';
import { NEEDED_TABS, readBook, type Book } from '#core/model/book';
import { toCents } from '#core/money/cents';
import { fill, type Language } from '#core/text/language';
import { joined, joinedClauses, listed } from '#core/text/listed';
import { isCopy, type Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { appendRows } from '#core/workbook/write/append-rows';
import type { SwapLease, WorkbookChange } from '#core/workbook/write/change';
import { AppError } from '../../errors';
import { fingerprintOf } from '../runtime/fingerprint';
import { optimisticWrite } from '../runtime/optimistic-write';
import { releasedLeases } from '../runtime/released-leases';
import { checkTabs, type OpenedWorkbook, type Ports, type UseCase } from '../runtime/use-case';
import { planReport, type ReportTab } from '../runtime/write-report';

const REPORT = 'report-new-year' as const;

/** The sidebar lists so many open matters; the report has them all. */
const LISTED = 30;

const ALL = { required: TAB_KEYS, exact: TAB_KEYS } as const;
const NEEDED = { required: NEEDED_TABS, exact: NEEDED_TABS } as const;

export const startYear: UseCase<'startYear'> = {
  tabs: TAB_KEYS,
  reports: ({ action }) => (action === 'apply' ? [REPORT] : []),
  // What is missing is said of a copy in other words.
  required: [],
  exact: [],
  opensCopies: true,
  async run(request, opened, ports) {
    const call = { request, opened, source: await sourceOf(request, opened) };
    if (request.action === 'preview') return preview(prepare(call, opened.snapshot, ports));
    return apply({ ...call, fingerprint: request.fingerprint }, ports);
  },
};

/** Null: the workbook itself, a copy. Throws `AppError` workbookIsCopy, sourceIsTarget, sourceUnknown or sourceIncomplete. */
async function sourceOf(
  { source, spreadsheetId }: StartYearRequest,
  opened: OpenedWorkbook,
): Promise<Snapshot | null> {
  if (source === undefined) return null;
  if (isCopy(opened.snapshot)) throw new AppError('workbookIsCopy');
  const sourceId = spreadsheetIdIn(source);
  if (sourceId === spreadsheetId) throw new AppError('sourceIsTarget');
  const snapshot = await opened.readOther(sourceId, TAB_KEYS);
  return complete(snapshot, { tabs: NEEDED, refusal: 'sourceIncomplete' }, opened.language);
}

interface Completeness {
  readonly tabs: Parameters<typeof checkTabs>[0];
  readonly refusal: 'sourceIncomplete' | 'copyIncomplete';
}

/** The snapshot, when it has all that a new year needs. Throws `AppError` `refusal`. */
function complete(
  snapshot: Snapshot,
  { tabs, refusal }: Completeness,
  language: Language,
): Snapshot {
  try {
    checkTabs(tabs, snapshot, language);
    return snapshot;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problems = error.explain(language).detail;
    throw new AppError(refusal, { facts: { problems }, cause: error });
  }
}

interface YearCall {
  readonly request: StartYearRequest;
  readonly opened: OpenedWorkbook;
  /** Null: the workbook itself, a copy. */
  readonly source: Snapshot | null;
}

interface PreparedYear {
  readonly plan: NewYearPlan;
  readonly source: Snapshot;
  /** What is last year's in a copy; null: the year begins in an empty workbook. */
  readonly lastYears: LastYearsPart | null;
  /** Of the caller. */
  readonly language: Language;
  /** Of the new workbook. */
  readonly ownLanguage: Language;
  readonly fingerprint: string;
}

/** Throws `AppError` notACopy, copyIncomplete, tabMissing, columnMissing, yearNotLater, yearMistaken or copyHasNewYear. */
function prepare(call: YearCall, target: Snapshot, ports: Ports): PreparedYear {
  const { request, opened } = call;
  const source = call.source ?? copyIn(target, opened.language);
  if (call.source !== null) checkTabs(ALL, target, opened.language);
  const { settings } = readSettings(source.tables.settings);
  const { language: ownLanguage } = readSettings(target.tables.settings).settings;
  const last = Math.trunc(settings.year);
  const year = request.year ?? last + 1;
  if (year <= last) throw new AppError('yearNotLater', { facts: { year, last } });
  const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
  const { book } = readBook(source.tables, today);
  checkYear(book, last);
  const plan = planNewYear({
    source,
    target: call.source === null ? null : target,
    year,
    today,
    language: ownLanguage,
  });
  const { missingColumns } = plan;
  if (missingColumns.length > 0)
    throw new AppError('columnMissing', {
      facts: { problems: joined(missingColumns, opened.language) },
    });
  if (call.source === null) checkRows(rowsFrom(target, book, plan.firstDay), year, opened.language);
  const lastYears = call.source === null ? lastYearsPart(target, plan) : null;
  const ids = [source.spreadsheetId, target.spreadsheetId];
  return {
    plan,
    source,
    lastYears,
    language: opened.language,
    ownLanguage,
    fingerprint: fingerprintOf([ids, plan, lastYears]),
  };
}

/** Somebody may have entered the new year in the settings already. Throws `AppError` yearMistaken. */
function checkYear(book: Book, last: number): void {
  const found = otherYearOf(book);
  if (found !== null) throw new AppError('yearMistaken', { facts: { last, found } });
}

/** Throws `AppError` copyHasNewYear: all rows of these tabs are deleted in a copy. */
function checkRows(dated: readonly DatedRows[], year: number, language: Language): void {
  if (dated.length === 0) return;
  const rows = dated.map((one) =>
    fill(NEW_YEAR_TEXTS.rowsOfTab[language], {
      tab: one.title,
      rows: listed(one.rows.map(String)),
    }),
  );
  throw new AppError('copyHasNewYear', { facts: { year, rows: joinedClauses(rows, language) } });
}

/** Throws `AppError` notACopy or copyIncomplete. */
function copyIn(snapshot: Snapshot, language: Language): Snapshot {
  if (!isCopy(snapshot)) throw new AppError('notACopy');
  return complete(snapshot, { tabs: ALL, refusal: 'copyIncomplete' }, language);
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
  const { request, opened, source } = call;
  let leases: readonly SwapLease[] = [];
  const decide = (target: Snapshot) => {
    const prepared = prepare(call, target, ports);
    const { plan, language, ownLanguage } = prepared;
    if (plan.withEntries.length > 0)
      throw new AppError('yearHasEntries', { facts: { tabs: joined(plan.withEntries, language) } });
    if (prepared.fingerprint !== fingerprint) throw new AppError('yearOutdated');
    const { changes, after, deletedIds } =
      source === null
        ? startInCopy(target, plan, ownLanguage)
        : { changes: newYearChanges(target, plan, ownLanguage), after: target, deletedIds: [] };
    const at = { target: after, deletedIds, who: opened.caller.email, now: ports.clock.now() };
    const report = reportChange(prepared, at);
    return {
      changes: [
        ...leases,
        ...changes,
        ...logChanges(prepared, at),
        ...(report ? [report.change] : []),
      ],
      result: { action: 'apply' as const, ...summaryOf(prepared), tab: report?.tab ?? null },
    };
  };
  const read = async (): Promise<Snapshot> => {
    // A send that goes on in the workbook that was copied is none of this one.
    if (source === null) leases = await releasedLeases(request.spreadsheetId, ['sending'], ports);
    return opened.reread();
  };
  const write = { read, decide, whenBusy: 'writeConflict' } as const;
  return optimisticWrite(request.spreadsheetId, write, ports);
}

interface WriteMoment {
  /** As it reads once what is last year's is gone. */
  readonly target: Snapshot;
  readonly deletedIds: readonly number[];
  readonly who: string;
  readonly now: Date;
}

function reportChange(
  { plan, source, ownLanguage: language }: PreparedYear,
  { target, deletedIds, now }: WriteMoment,
): { readonly change: WorkbookChange; readonly tab: ReportTab } | null {
  if (plan.matters.length === 0) return null;
  const { programme, timeZone } = readSettings(source.tables.settings).settings;
  const { day, time } = toLocalTime(now, timeZone);
  const sheet = openMattersSheet({
    matters: plan.matters,
    year: plan.year,
    sourceTitle: plan.sourceTitle,
    settings: { language, programme },
    generatedAt: `${day} ${time}`,
  });
  return planReport(target, { key: REPORT, sheet }, deletedIds);
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
    before: `${plan.sourceTitle} ${originOf(source)}`,
    after: joined(counts, language),
  };
  return appendRows(target, 'log', { rows: [row], language });
}

/** A copy has the id of the workbook that it was made from. */
const originOf = (source: Snapshot): string =>
  isCopy(source) ? (source.ownId ?? '') : source.spreadsheetId;

function summaryOf({
  plan,
  lastYears,
  language,
}: PreparedYear): Omit<StartYearApplied, 'action' | 'tab'> {
  const { tabs, settings, period, matters, notRecorded } = plan;
  const count = (kind: OpenMatter['kind']): number =>
    matters.filter((matter) => matter.kind === kind).length;
  return {
    year: plan.year,
    sourceTitle: plan.sourceTitle,
    emptied: [...(lastYears?.emptied ?? [])],
    reports: [...(lastYears?.reports ?? [])],
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
