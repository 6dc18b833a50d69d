// Adds to each refused cell what was probably meant by it.
import { attachFix, type Finding } from '../workbook/finding';
import { NOT_A_DAY, NOT_A_NUMBER, NOT_A_TIME, NOT_AN_EMAIL } from '../workbook/shape-rules.texts';
import type { Column } from '../workbook/column';
import { TABS } from '../workbook/tabs/index';
import { interpretCell } from '../workbook/read/interpret-cell';
import type { Book } from '../model/book';

const INTERPRETABLE = new Set([NOT_A_DAY, NOT_A_TIME, NOT_A_NUMBER, NOT_AN_EMAIL]);

/** Findings that carry a fix already keep it. */
export function withFixes(book: Book, findings: readonly Finding[]): Finding[] {
  return findings.map((found) =>
    found.fix || !INTERPRETABLE.has(found.rule) ? found : withFix(book, found),
  );
}

function withFix(book: Book, found: Finding): Finding {
  const { tab, row, column } = found;
  if (row === null || column === null) return found;
  const declared = (TABS[tab].columns as Readonly<Record<string, Column>>)[column];
  const before = book.rawCell(tab, row, column) ?? null;
  if (!declared || declared.kind === 'choice') return found;
  const meant = interpretCell(declared.kind, before, book.settings.year);
  return meant ? attachFix(found, { place: { tab, row, column }, before, ...meant }) : found;
}
