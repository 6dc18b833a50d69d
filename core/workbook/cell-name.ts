/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (position % 26))}`;
}

/** A → 1, Z → 26, AA → 27. */
export const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** `row` counts from 1 as a sheet does, `position` from 0: (2, 3) → D2. */
export function cellName(row: number, position: number): string {
  return `${columnLetters(position)}${row}`;
}
