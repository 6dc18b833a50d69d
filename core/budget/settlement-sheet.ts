import { fill, type Language } from '../text/language';
import { formatCents, toCents } from '../money/cents';
import { formatHours, type HundredthHours } from '../money/class-hours';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { COST_HEADS } from '../workbook/tabs/money';
import type { Paper } from './papers';
import { column, generatedLine, money, type ReportFacts } from './report-heading';
import { WORDS } from './report-words';
import type { SettledHead, Settlement } from './settlement';

/** Budget and cost by head with their sum, and below it the papers of the claim. */
export function settlementSheet(settled: Settlement, facts: ReportFacts): ReportSheet {
  const { language } = facts.settings;
  const heads = settled.heads.map((line) => [
    COST_HEADS[line.head][language],
    ...headCells(line),
    noteOf(line, language),
  ]);
  const total = [WORDS.sum[language], ...headCells(settled.total)];
  const paperHeader = [
    WORDS.paper[language],
    WORDS.paperState[language],
    WORDS.amount[language],
    null,
    null,
    WORDS.evidence[language],
  ];
  return {
    title: WORDS.settlement[language],
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
              title: WORDS.chartSettlement[language],
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
  return fill(WORDS.itemLimit[language], { limit: formatCents(itemLimit) });
}

function paperCells({ key, isThere, evidence, amount }: Paper, language: Language): Cell[] {
  const state = isThere === null ? 'notNeeded' : isThere ? 'there' : 'missing';
  return [WORDS[key][language], WORDS[state][language], money(amount), null, null, evidence];
}

function heading(settled: Settlement, facts: ReportFacts): string[] {
  const { language, programme } = facts.settings;
  const { cells } = settled.session;
  const speaker = facts.book.speakers.get(cells.speakerId ?? '')?.cells.name ?? '—';
  const { title = '', venue = '', staffCount, planNumber } = cells;
  return [
    fill(WORDS.settlementHeading[language], { programme, number: cells.number ?? cells.id ?? '' }),
    fill(WORDS.sessionLine[language], { title, date: settled.date, venue, speaker }),
    fill(WORDS.peopleLine[language], {
      due: settled.due,
      came: settled.came,
      staff: staffCount ?? '—',
      plan: planNumber ?? '—',
    }),
    generatedLine(facts, ['budget', 'expenses', 'schedule', 'attendance', 'rates']),
    WORDS[settled.hasOwnBudget ? 'ownBudget' : 'sharedBudget'][language],
    ...quotaLines(settled, language),
  ];
}

function quotaLines({ quota, underQuota }: Settlement, language: Language): string[] {
  if (!quota) return [WORDS.noQuota[language]];
  const { people, dayHundredths, percent, limit, isDayAssumed } = quota;
  const over = underQuota - limit;
  const difference = fill(WORDS[over > 0 ? 'quotaOver' : 'quotaUnder'][language], {
    amount: formatCents(toCents(Math.abs(over))),
  });
  const line = fill(WORDS.quotaLine[language], {
    ...{ people, difference },
    days: formatHours(dayHundredths as HundredthHours), // both are whole hundredths
    quota: quota.quota.value,
    share: percent === 100 ? '' : fill(WORDS.quotaShare[language], { percent }),
    limit: formatCents(limit),
    actual: formatCents(underQuota),
    document: quota.quota.documentNumber,
  });
  return isDayAssumed ? [line, WORDS.dayAssumed[language]] : [line];
}
