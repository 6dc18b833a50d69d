// The lines that every budget report begins with, and the cells they share.
import { joined } from '../text/listed';
import type { Book } from '../model/book';
import { fill } from '../text/language';
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
    sources: joined(sources, language),
  });
}

export const money = (amount: Cents | null): Cell => (amount === null ? null : centsToYuan(amount));
