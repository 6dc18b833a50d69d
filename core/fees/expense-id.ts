import type { Book } from '../model/book';

const NUMBERED = /^(.*?)(\d+)$/;

/** One more than the highest number so far, written the same way: `E007` → `E008`. */
export function nextExpenseId(book: Book): string {
  let highest = { prefix: 'E', digits: '000' };
  for (const { cells } of book.entries.expenses) {
    const [, prefix = '', digits = ''] = NUMBERED.exec(cells.id ?? '') ?? [];
    if (digits !== '' && digits.length < 16 && Number(digits) >= Number(highest.digits))
      highest = { prefix, digits };
  }
  const next = String(Number(highest.digits) + 1).padStart(highest.digits.length, '0');
  return `${highest.prefix}${next}`;
}
