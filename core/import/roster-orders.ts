// Official order of people who join the roster or change their unit: numbers beside those that are there, so that as few as possible change.

/** Numbers are given in steps, so that somebody can be put in between later. */
export const STEP = 10;

/** A place in the order: its present number, or null for one to come. */
type Places = readonly (number | null)[];

/**
 * Numbers for the places in this order. Those that are there stay when they rise; a gap that is too small, or an order that differs,
 * gives all of them new ones.
 */
export function numbersInOrder(places: Places): readonly number[] {
  return betweenPresent(places) ?? places.map((_, index) => (index + 1) * STEP);
}

function betweenPresent(places: Places): readonly number[] | null {
  const present = places.filter((place) => place !== null);
  if (present.some((place, index) => index > 0 && place <= (present[index - 1] ?? 0))) return null;
  const numbers: number[] = [];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? null;
    if (place !== null) {
      numbers.push(place);
      continue;
    }
    const before = numbers.at(-1) ?? 0;
    const next = places.slice(at).find((one) => one !== null);
    const open = places.slice(at).findIndex((one) => one !== null);
    const count = open < 0 ? places.length - at : open;
    const step = next === undefined ? STEP : Math.floor((next - before) / (count + 1));
    if (step < 1) return null;
    for (let one = 1; one <= count; one += 1) numbers.push(before + one * step);
    at += count - 1;
  }
  return numbers;
}

/** The number of a unit that comes after another one, where there is room; otherwise behind all. */
export function unitNumberAfter(before: number | null, taken: ReadonlySet<number>): number {
  const highest = Math.max(0, ...taken);
  if (before === null || before >= highest) return highest + STEP;
  const next = Math.min(...[...taken].filter((number) => number > before));
  const middle = Math.floor((before + next) / 2);
  return middle > before ? middle : highest + STEP;
}
