// What last year left open as a report tab of the new workbook.
import { dayToSerial, type Day } from '../calendar/day';
import { centsToYuan } from '../money/cents';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import type { Settings } from '../workbook/read/settings';
import type { Cell } from '../workbook/table';
import type { ReportSheet } from '../workbook/write/change';
import { MATTER_TEXTS, NEW_YEAR_TEXTS } from './new-year.texts';
import type { OpenMatter } from './open-matters';

export interface OpenMattersFacts {
  readonly matters: readonly OpenMatter[];
  readonly year: number;
  readonly sourceTitle: string;
  readonly settings: Pick<Settings, 'language' | 'programme'>;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

const dayCell = (day: Day | null): Cell => day && dayToSerial(day);

export function openMattersSheet(facts: OpenMattersFacts): ReportSheet {
  const { matters, year, sourceTitle: source, generatedAt } = facts;
  const { language, programme } = facts.settings;
  return reportSheet({
    title: NEW_YEAR_TEXTS.sheet[language],
    color: '#5f6368',
    heading: [
      fill(NEW_YEAR_TEXTS.heading[language], { programme, year }),
      fill(NEW_YEAR_TEXTS.generated[language], { generatedAt, source }),
      NEW_YEAR_TEXTS.meaning[language],
    ],
    columns: columnsOf(language),
    lines: matters,
    identity: ['kind', 'sessionId', 'name'],
  });
}

function columnsOf(language: Language): ReportColumn<OpenMatter, keyof typeof NEW_YEAR_TEXTS>[] {
  const column = columnsLabelled(NEW_YEAR_TEXTS, language);
  return [
    column('kind', { kind: 'text', width: 110, cell: ({ kind }) => MATTER_TEXTS[kind][language] }),
    column('sessionId', { kind: 'text', width: 80, cell: ({ sessionId }) => sessionId }),
    column('date', { kind: 'day', width: 100, cell: ({ date }) => dayCell(date) }),
    column('title', { kind: 'text', width: 260, cell: ({ title }) => title }),
    column('name', { kind: 'text', width: 90, cell: ({ name }) => name }),
    column('unit', { kind: 'text', width: 180, cell: ({ unit }) => unit }),
    column('dueOn', { kind: 'day', width: 100, cell: ({ dueOn }) => dayCell(dueOn) }),
    column('gross', {
      kind: 'money',
      width: 110,
      cell: ({ gross }) => (gross === null ? null : centsToYuan(gross)),
    }),
  ];
}
