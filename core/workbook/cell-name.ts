/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(position: number): string {
  const rest = Math.floor(position / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (position % 26))}`;
}

/** `row` counts from 1 as a sheet does, `position` from 0: (2, 3) → D2. */
export function cellName(row: number, position: number): string {
  return `${columnLetters(position)}${row}`;
}
