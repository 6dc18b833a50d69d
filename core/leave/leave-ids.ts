// The next free number of the leave tab.
import type { LeaveCells } from '../model/leave-state';

/** `L014`, `L015` after `L013`: from the highest number on, with the letters and width of the last one. */
export function leaveIds(entries: readonly { readonly cells: LeaveCells }[]): () => string {
  const parts = entries.flatMap(({ cells }) => {
    const [, letters, digits] = /^(.*?)(\d{1,9})$/.exec(cells.id ?? '') ?? [];
    return letters === undefined || digits === undefined ? [] : [{ letters, digits }];
  });
  const { letters, digits } = parts.at(-1) ?? { letters: 'L', digits: '000' };
  const numbers = parts
    .filter((part) => part.letters === letters)
    .map((part) => Number(part.digits));
  let last = Math.max(0, ...numbers);
  return () => letters + String((last += 1)).padStart(digits.length, '0');
}
