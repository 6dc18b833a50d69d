// Every rule over a whole workbook: the findings in the workbook's own order.
import { dayOrderOf } from '../calendar/day-order';
import type { Day } from '../calendar/day';
import type { Finding } from '../workbook/finding';
import { ALL_TAB_KEYS } from '../workbook/tab-keys';
import type { Tables } from '../workbook/table';
import { TABS } from '../workbook/tabs/index';
import { readBook, type Book, type ReadBook } from '../model/book';
import { withoutCascading } from './cascading-findings';
import { readAttendanceData } from '../attendance/attendance-data';
import { headCounts } from '../attendance/head-counts';
import { withIgnored } from './accepted-findings';
import { indexMarks } from '../model/mark-index';
import { toStandards } from '../model/standards';
import { checkAbsences } from './rules/absences';
import { checkAttendance } from './rules/attendance';
import { checkBalance } from './rules/balance';
import { checkBounces } from './rules/bounces';
import { checkBudgetLimits } from './rules/budget-limits';
import { checkCalendar } from './rules/calendar';
import { checkCellText } from './rules/cell-text';
import { checkFees } from './rules/fee-caps';
import { checkFeeEntries } from './rules/fee-entry';
import { checkFeeTax } from './rules/fee-tax';
import { checkHalfDayPrices } from './rules/half-day-price';
import { checkIdNumbers } from './rules/id-number';
import { checkKeys, checkReferences } from './rules/identity';
import { checkKnownNames } from './rules/known-names';
import { checkLeave } from './rules/leave';
import { checkAttendedOnLeave, checkLeaveMarks, checkLeaveShare } from './rules/leave-balance';
import { checkLimits } from './rules/limits';
import { checkInvited } from './rules/not-invited';
import { checkNeededColumns } from './rules/needed-columns';
import { checkOtherHours } from './rules/other-hours';
import { checkOverlaps } from './rules/overlaps';
import { checkProgrammeOrder } from './rules/programme-order';
import { checkPapers } from './rules/papers';
import { checkQuota } from './rules/quota';
import { checkStandards } from './rules/standards';
import { checkRoster } from './rules/roster';
import { checkShownNames } from './rules/shown-names';
import { checkSessionTimes } from './rules/session-times';
import { checkSpeakers } from './rules/speakers';
import { checkSpending } from './rules/spending';
import { checkStatusTab } from './rules/statuses';
import { checkTemplates } from './rules/templates';
import { statusesOf } from '../model/statuses';
import { withFixes } from './with-fixes';

export interface CheckedWorkbook {
  readonly findings: Finding[];
  /** Rows that were looked at, over all tabs. */
  readonly rows: number;
}

/** `today` decides what is over and what is still to come, the workbook's `locale` which number of `3/6` is offered as the month. */
export function checkWorkbook(tables: Tables, today: Day, locale = ''): CheckedWorkbook {
  return checkBook(readBook(tables, today), locale);
}

/** The same of a workbook that was read already. */
export function checkBook({ book, findings, rows }: ReadBook, locale = ''): CheckedWorkbook {
  const wrongCells = withFixes(book, findings, dayOrderOf(locale));
  const all = withoutCascading(book, [...wrongCells, ...checkMeaning(book)]);
  return { findings: inWorkbookOrder(withIgnored(all, book.tables)), rows };
}

function checkMeaning(book: Book): Finding[] {
  const standards = toStandards(book.entries.standards);
  const statuses = statusesOf(book.entries.statuses);
  const marks = indexMarks(book);
  const attendance = readAttendanceData(book.tables, book.attendance);
  const people = headCounts(book, attendance);
  return [
    ...checkKeys(book),
    ...checkReferences(book),
    ...checkCalendar(book),
    ...checkSessionTimes(book, standards),
    ...checkOverlaps(book),
    ...checkProgrammeOrder(book),
    ...checkRoster(book),
    ...checkSpeakers(book),
    ...checkIdNumbers(book),
    ...checkAttendance(book, statuses, marks),
    ...checkInvited(book),
    ...checkBalance(book, statuses, marks),
    ...checkLeave(book),
    ...checkLeaveMarks(book, statuses),
    ...checkAttendedOnLeave(book),
    ...checkLeaveShare(book),
    ...checkAbsences(book, attendance),
    ...checkOtherHours(book),
    ...checkLimits(book),
    ...checkFees(book, standards),
    ...checkFeeEntries(book),
    ...checkFeeTax(book),
    ...checkHalfDayPrices(book, standards),
    ...checkQuota(book, standards, people),
    ...checkPapers(book, standards, people),
    ...checkStandards(book, standards),
    ...checkSpending(book),
    ...checkBudgetLimits(book),
    ...checkStatusTab(book, statuses),
    ...checkTemplates(book),
    ...checkNeededColumns(book),
    ...checkKnownNames(book),
    ...checkShownNames(book),
    ...checkBounces(book),
    ...checkCellText(book),
  ];
}

const TAB_POSITION = new Map(ALL_TAB_KEYS.map((key, index) => [key, index]));
const COLUMN_POSITION = new Map(
  ALL_TAB_KEYS.map((key) => [
    key,
    new Map(Object.keys(TABS[key].columns).map((column, index) => [column, index])),
  ]),
);

/** By tab, row and column as declared; what is about a whole tab or row comes first. */
function inWorkbookOrder(findings: readonly Finding[]): Finding[] {
  const columnAt = ({ tab, column }: Finding): number =>
    column === null ? -1 : (COLUMN_POSITION.get(tab)?.get(column) ?? -1);
  return findings.toSorted(
    (a, b) =>
      (TAB_POSITION.get(a.tab) ?? 0) - (TAB_POSITION.get(b.tab) ?? 0) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      columnAt(a) - columnAt(b) ||
      (a.rule.code < b.rule.code ? -1 : a.rule.code > b.rule.code ? 1 : 0),
  );
}
