// The words of the templates: fields that would not be filled in.
import type { Finding } from '../../workbook/finding';
import { templateFindings } from '../../notice/words/template-findings';
import type { Book } from '../../model/book';

const COLUMNS = ['subject', 'body'] as const;

export function checkTemplates(book: Book): Finding[] {
  const { language } = book.settings;
  return book.entries.templates.flatMap(({ row, cells: { kind, ...cells } }) =>
    kind === undefined
      ? []
      : COLUMNS.flatMap((column) => {
          if (cells[column] === undefined) return [];
          const words = String(book.rawCell('templates', row, column));
          return templateFindings({ kind, row, column, words }, language);
        }),
  );
}
