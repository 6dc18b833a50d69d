import {
  columnsLabelled,
  reportSheet,
  withTotals,
  type ReportColumn,
} from '../report/report-table';
import { fill, type Language, type Text } from '../text/language';
import { joined } from '../text/listed';
import { formatCents, toCents } from '../money/cents';
import { formatHours, type HundredthHours } from '../money/class-hours';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { COST_HEADS } from '../workbook/tabs/money';
import type { Evidence, Paper } from './papers';
import { generatedLine, money, type BudgetReportFacts } from './report-heading';
import { BUDGET_TEXTS } from './budget.texts';
import type { SettledHead, Settlement } from './settlement';

/** Budget and cost by head with their sum, and below it the papers of the claim. */
export function settlementSheet(settled: Settlement, facts: BudgetReportFacts): ReportSheet {
  const { language } = facts.settings;
  const column = columnsLabelled(BUDGET_TEXTS, language);
  return reportSheet({
    title: BUDGET_TEXTS.settlement[language],
    color: '#e37400',
    heading: heading(settled, facts),
    columns: [
      column('head', {
        kind: 'text',
        width: 140,
        cell: ({ head }: SettledHead) => COST_HEADS[head][language],
        total: BUDGET_TEXTS.sum[language],
      }),
      ...withTotals(amountColumns(language), settled.total),
      column('note', {
        kind: 'text',
        width: 260,
        cell: (line: SettledHead) => noteOf(line, language),
      }),
    ],
    lines: settled.heads,
    second: {
      header: {
        head: BUDGET_TEXTS.paper[language],
        budget: BUDGET_TEXTS.paperState[language],
        actual: BUDGET_TEXTS.amount[language],
        note: BUDGET_TEXTS.evidence[language],
      },
      rows: settled.papers.map(({ key, isThere, evidence, amount }) => ({
        head: BUDGET_TEXTS[key][language],
        budget: paperState(isThere)[language],
        actual: money(amount),
        note: joined(
          evidence.map((one) => evidenceWords(one, language)),
          language,
        ),
      })),
    },
    charts: [
      {
        title: BUDGET_TEXTS.chartSettlement[language],
        type: 'COLUMN',
        rows: 'lines',
        labels: 'head',
        series: ['budget', 'actual'],
      },
    ],
    identity: ['head'],
    frozenThrough: 'head',
  });
}

type Amounts = Settlement['total'];

function amountColumns(language: Language): ReportColumn<Amounts, keyof typeof BUDGET_TEXTS>[] {
  const column = columnsLabelled(BUDGET_TEXTS, language);
  const amount = { kind: 'money', width: 110 } as const;
  return [
    column('budget', { ...amount, cell: ({ budget }) => money(budget) }),
    column('actual', { ...amount, cell: ({ actual }) => money(actual) }),
    column('difference', {
      ...amount,
      cell: ({ budget, actual }) => money(toCents(budget - actual)),
    }),
    column('perPerson', { ...amount, cell: ({ perPerson }) => money(perPerson) }),
  ];
}

function noteOf({ itemLimit }: SettledHead, language: Language): Cell {
  if (itemLimit === null) return null;
  return fill(BUDGET_TEXTS.itemLimit[language], { limit: formatCents(itemLimit) });
}

function paperState(isThere: Paper['isThere']): Text {
  if (isThere === null) return BUDGET_TEXTS.notNeeded;
  return isThere ? BUDGET_TEXTS.there : BUDGET_TEXTS.missing;
}

function evidenceWords(one: Evidence, language: Language): string {
  if (one.kind === 'filed') return one.number;
  if (one.kind === 'mails') return fill(BUDGET_TEXTS.mailed[language], { count: one.count });
  const head = one.head === null ? '' : COST_HEADS[one.head][language];
  const { payee } = one;
  if (payee === null) return fill(BUDGET_TEXTS.noProofOf[language], { head });
  return fill(BUDGET_TEXTS.noProof[language], { payee, head });
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
      attended: settled.attended,
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
    people,
    difference,
    days: formatHours(dayHundredths as HundredthHours), // both are whole hundredths
    quota: quota.quota.value,
    share: percent === 100 ? '' : fill(BUDGET_TEXTS.quotaShare[language], { percent }),
    limit: formatCents(limit),
    actual: formatCents(underQuota),
    document: quota.quota.documentNumber,
  });
  return isDayAssumed ? [line, BUDGET_TEXTS.dayAssumed[language]] : [line];
}
