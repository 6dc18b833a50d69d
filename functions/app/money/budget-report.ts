import { headCounts } from '#core/attendance/head-counts';
import { formatRate } from '#core/attendance/rate';
import { toLocalTime } from '#core/calendar/zone';
import { readBook, type Book } from '#core/model/book';
import type {
  BudgetReportResponse,
  ExecutionAnswer,
  SettlementAnswer,
  YearAnswer,
} from '#core/contract/budget-report';
import { budgetExecution, executionRate, type HeadLine } from '#core/budget/execution';
import { executionSheet } from '#core/budget/execution-sheet';
import type { BudgetReportFacts } from '#core/budget/report-heading';
import { BUDGET_TEXTS } from '#core/budget/budget.texts';
import { settlementOf, type Settlement } from '#core/budget/settlement';
import { settlementSheet } from '#core/budget/settlement-sheet';
import { yearReport } from '#core/budget/year-sheet';
import { toAmount } from '#core/contract/amount';
import type { Language } from '#core/text/language';
import type { ReportSheet } from '#core/workbook/write/change';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { COST_HEADS } from '#core/workbook/tabs/money';
import { findSession, sessionChoices } from '#core/model/session';
import { AppError } from '../../errors';
import { readReport, writeReport } from '../runtime/write-report';
import type { UseCase } from '../runtime/use-case';

const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'budget', 'expenses', 'standards'];
const TABS: readonly TabKey[] = [
  ...REQUIRED,
  ...(['roster', 'attendance', 'statuses', 'notices'] as const),
];

/** Execution by head, settlement of a session, or the year's report; rewrites that report's tab. */
export const budgetReport: UseCase<'budgetReport'> = {
  tabs: TABS,
  reports: ({ report }) => [`report-budget-${report}`],
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    const { settings, language } = opened;
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const make = (snapshot: Snapshot) => {
      const { book } = readBook(snapshot.tables, now.day);
      const facts = { book, settings, generatedAt: `${now.day} ${now.time}` };
      const key = `report-budget-${request.report}` as const;
      return { key, ...reportOf(request, facts, language) };
    };
    return request.action === 'read' ? readReport(make, opened) : writeReport(make, opened, ports);
  },
};

type WithoutTab<Answer> = Answer extends unknown ? Omit<Answer, 'tab'> : never;

interface Report {
  readonly sheet: ReportSheet;
  readonly answer: WithoutTab<BudgetReportResponse>;
}

function reportOf(
  request: Parameters<typeof budgetReport.run>[0],
  facts: BudgetReportFacts,
  language: Language,
): Report {
  if (request.report === 'settlement') {
    const settled = settledSession(facts.book, request.sessionId);
    return {
      sheet: settlementSheet(settled, facts),
      answer: settlementAnswer(settled, facts.book, language),
    };
  }
  const year = request.year ?? Math.trunc(facts.settings.year);
  if (request.report === 'year') return yearAnswer(year, facts);
  const execution = budgetExecution(facts.book, year);
  return {
    sheet: executionSheet(execution, facts),
    answer: executionAnswer(execution, language),
  };
}

/** The session asked for, or the last one held. */
function settledSession(book: Book, sessionId: string | undefined): Settlement {
  const { today, entries } = book;
  const session = findSession(entries.schedule, { purpose: 'settlement', sessionId, today });
  const settled = session && settlementOf(book, session, headCounts(book));
  if (!settled) throw new AppError('noSettlement');
  return settled;
}

function amountsOf(line: Omit<HeadLine, 'head' | 'state'>): ExecutionAnswer['overall'] {
  const { total, spent, committed, left, forecast } = line;
  return {
    total: toAmount(total),
    spent: toAmount(spent),
    committed: toAmount(committed),
    left: toAmount(left),
    forecast: toAmount(forecast),
    rate: formatRate(executionRate(line)),
  };
}

function executionAnswer(
  { year, heads, overall, leftOut }: ReturnType<typeof budgetExecution>,
  language: Language,
): Omit<ExecutionAnswer, 'tab'> {
  return {
    report: 'execution',
    year,
    leftOut,
    heads: heads.map((line) => ({
      head: line.head,
      label: COST_HEADS[line.head][language],
      state: line.state,
      stateLabel: BUDGET_TEXTS[line.state][language],
      ...amountsOf(line),
    })),
    overall: amountsOf(overall),
  };
}

function settlementAnswer(
  { session, date, due, attended, heads, total, quota, underQuota, papers }: Settlement,
  { entries, today }: Book,
  language: Language,
): Omit<SettlementAnswer, 'tab'> {
  const { id = '', title = '' } = session.cells;
  return {
    report: 'settlement',
    session: { id, title, date },
    sessions: sessionChoices(entries.schedule, ['held'], today),
    due,
    attended,
    heads: heads.map((line) => ({
      head: line.head,
      label: COST_HEADS[line.head][language],
      ...settledAmounts(line),
    })),
    ...settledAmounts(total),
    quota: quota && {
      limit: toAmount(quota.limit),
      actual: toAmount(underQuota),
      isOver: underQuota > quota.limit,
    },
    papers: papers.map(({ key, isThere }) => ({
      key,
      label: BUDGET_TEXTS[key][language],
      isThere,
    })),
  };
}

function settledAmounts({ budget, actual, perPerson }: Settlement['total']): {
  budget: ReturnType<typeof toAmount>;
  actual: ReturnType<typeof toAmount>;
  perPerson: ReturnType<typeof toAmount> | null;
} {
  return {
    budget: toAmount(budget),
    actual: toAmount(actual),
    perPerson: perPerson === null ? null : toAmount(perPerson),
  };
}

function yearAnswer(
  year: number,
  facts: BudgetReportFacts,
): { sheet: ReportSheet; answer: Omit<YearAnswer, 'tab'> } {
  const { sheet, sessions, cost } = yearReport(year, facts, headCounts(facts.book));
  return { sheet, answer: { report: 'year', year, sessions, cost: toAmount(cost) } };
}
