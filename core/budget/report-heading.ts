// The lines that every budget report begins with, and the cells they share.
import type { Book } from '../model/book';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Settings } from '../workbook/read/settings';
import type { TabKey } from '../workbook/tab-keys';
import type { Cell } from '../workbook/table';
import { centsToYuan, type Cents } from '../money/cents';
import { BUDGET_TEXTS } from './budget.texts';

export interface BudgetReportFacts {
  readonly book: Book;
  readonly settings: Settings;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export function generatedLine(
  { book, settings, generatedAt }: BudgetReportFacts,
  keys: readonly TabKey[],
): string {
  const { language } = settings;
  const sources = keys.flatMap((key) => book.tables[key]?.title ?? []);
  return fill(BUDGET_TEXTS.generated[language], {
    generatedAt,
    sources: sources.join(language === 'en' ? ', ' : '、'),
  });
}

type Column = ReportSheet['columns'][number];

export function column(
  key: keyof typeof BUDGET_TEXTS,
  language: Language,
  kind: Column['kind'],
  width = 100,
): Column {
  return { label: BUDGET_TEXTS[key][language], kind, width };
}

export const money = (amount: Cents | null): Cell => (amount === null ? null : centsToYuan(amount));
