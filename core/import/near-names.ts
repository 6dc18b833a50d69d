// Names that differ so little that one may be a slip for the other. They are offered, never taken.

/** How many characters must be inserted, deleted or replaced; `most` + 1 when there are more than `most`. */
export function editDistance(left: string, right: string, most: number): number {
  const [from, to] = [Array.from(left), Array.from(right)];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, character] of from.entries()) {
    const line = [row + 1];
    for (const [column, other] of to.entries())
      line.push(
        Math.min(
          (before[column + 1] ?? 0) + 1,
          (line[column] ?? 0) + 1,
          (before[column] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    before = line;
    if (Math.min(...line) > most) return most + 1;
  }
  return Math.min(before[to.length] ?? 0, most + 1);
}

/** One character of a name of two or three, two of a longer one. */
export const mostSlips = (name: string): number => (Array.from(name).length > 3 ? 2 : 1);

export function isNearName(left: string, right: string): boolean {
  const most = Math.min(mostSlips(left), mostSlips(right));
  return left !== right && editDistance(left, right, most) <= most;
}
