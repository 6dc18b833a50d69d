import { fill, type Language } from '../text/language';
import { formatCents, toCents } from '../money/cents';
import { formatHours, type HundredthHours } from '../money/class-hours';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { COST_HEADS } from '../workbook/tabs/money';
import type { Paper } from './papers';
import { column, generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';
import type { SettledHead, Settlement } from './settlement';

/** Budget and cost by head with their sum, and below it the papers of the claim. */
export function settlementSheet(settled: Settlement, facts: BudgetReportFacts): ReportSheet {
  const { language } = facts.settings;
  const heads = settled.heads.map((line) => [
    COST_HEADS[line.head][language],
    ...headCells(line),
    noteOf(line, language),
  ]);
  const total = [BUDGET_TEXTS.sum[language], ...headCells(settled.total)];
  const paperHeader = [
    BUDGET_TEXTS.paper[language],
    BUDGET_TEXTS.paperState[language],
    BUDGET_TEXTS.amount[language],
    null,
    null,
    BUDGET_TEXTS.evidence[language],
  ];
  return {
    title: BUDGET_TEXTS.settlement[language],
    color: '#e37400',
    heading: heading(settled, facts),
    columns: [
      column('head', language, 'text', 140),
      column('budget', language, 'money', 110),
      column('actual', language, 'money', 110),
      column('difference', language, 'money', 110),
      column('perPerson', language, 'money', 110),
      column('note', language, 'text', 260),
    ],
    rows: [
      ...heads,
      total,
      [],
      paperHeader,
      ...settled.papers.map((one) => paperCells(one, language)),
    ],
    boldRows: [heads.length, heads.length + 2],
    charts:
      heads.length === 0
        ? []
        : [
            {
              title: BUDGET_TEXTS.chartSettlement[language],
              type: 'COLUMN',
              labels: 0,
              series: [1, 2],
              firstRow: 0,
              rowCount: heads.length,
            },
          ],
    ...{ identity: [0], frozenColumns: 1 },
  };
}

function headCells({ budget, actual, perPerson }: Settlement['total']): Cell[] {
  return [budget, actual, toCents(budget - actual), perPerson].map(money);
}

function noteOf({ itemLimit }: SettledHead, language: Language): Cell {
  if (itemLimit === null) return null;
  return fill(BUDGET_TEXTS.itemLimit[language], { limit: formatCents(itemLimit) });
}

function paperCells({ key, isThere, evidence, amount }: Paper, language: Language): Cell[] {
  const state = isThere === null ? 'notNeeded' : isThere ? 'there' : 'missing';
  return [
    BUDGET_TEXTS[key][language],
    BUDGET_TEXTS[state][language],
    money(amount),
    null,
    null,
    evidence,
  ];
}

function heading(settled: Settlement, facts: BudgetReportFacts): string[] {
  const { language, programme } = facts.settings;
  const { cells } = settled.session;
  const speaker = facts.book.speakers.get(cells.speakerId ?? '')?.cells.name ?? '—';
  const { title = '', venue = '', staffCount, planNumber } = cells;
  return [
    fill(BUDGET_TEXTS.settlementHeading[language], {
      programme,
      number: cells.number ?? cells.id ?? '',
    }),
    fill(BUDGET_TEXTS.sessionLine[language], { title, date: settled.date, venue, speaker }),
    fill(BUDGET_TEXTS.peopleLine[language], {
      due: settled.due,
      came: settled.came,
      staff: staffCount ?? '—',
      plan: planNumber ?? '—',
    }),
    generatedLine(facts, ['budget', 'expenses', 'schedule', 'attendance', 'standards']),
    BUDGET_TEXTS[settled.hasOwnBudget ? 'ownBudget' : 'sharedBudget'][language],
    ...quotaLines(settled, language),
  ];
}

function quotaLines({ quota, underQuota }: Settlement, language: Language): string[] {
  if (!quota) return [BUDGET_TEXTS.noQuota[language]];
  const { people, dayHundredths, percent, limit, isDayAssumed } = quota;
  const over = underQuota - limit;
  const difference = fill(BUDGET_TEXTS[over > 0 ? 'quotaOver' : 'quotaUnder'][language], {
    amount: formatCents(toCents(Math.abs(over))),
  });
  const line = fill(BUDGET_TEXTS.quotaLine[language], {
    ...{ people, difference },
    days: formatHours(dayHundredths as HundredthHours), // both are whole hundredths
    quota: quota.quota.value,
    share: percent === 100 ? '' : fill(BUDGET_TEXTS.quotaShare[language], { percent }),
    limit: formatCents(limit),
    actual: formatCents(underQuota),
    document: quota.quota.documentNumber,
  });
  return isDayAssumed ? [line, BUDGET_TEXTS.dayAssumed[language]] : [line];
}
