// Ids for new rows of a tab whose rows are numbered.

/** The letters of a tab's first number. */
const LETTERS = {
  schedule: 'S',
  roster: 'R',
  speakers: 'P',
  topics: 'T',
  expenses: 'E',
  contacts: 'C',
  leave: 'L',
  wishes: 'W',
  proposals: 'R',
} as const;
export type NumberedTab = keyof typeof LETTERS;

/**
 * Each call returns the next free id: `L014`, `L015` after `L013`. It counts on from the highest number, with the letters and the width of
 * the last row that has a number; a tab without one begins with its own letters.
 */
export function freeIds(
  entries: readonly { readonly cells: { readonly id?: string | null | undefined } }[],
  tab: NumberedTab,
): () => string {
  const parts = entries.flatMap(({ cells }) => {
    const [, before, digits] = /^(.*?)(\d{1,9})$/.exec(cells.id ?? '') ?? [];
    return before === undefined || digits === undefined ? [] : [{ letters: before, digits }];
  });
  const last = parts.at(-1) ?? { letters: LETTERS[tab], digits: '000' };
  const numbers = parts
    .filter((part) => part.letters === last.letters)
    .map((part) => Number(part.digits));
  let highest = Math.max(0, ...numbers);
  return () => last.letters + String((highest += 1)).padStart(last.digits.length, '0');
}
