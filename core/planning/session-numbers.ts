// The numbers of new sessions: on from the highest of their year.
import { yearOf } from '../calendar/day';
import type { Book } from '../model/book';
import { groupBy } from '../text/group-by';

/** Each call gives the next number of that year. A year without numbers begins at 1, unless the numbers of the years before run on. */
export function sessionNumbers({ entries }: Book): (year: number) => number {
  const years = groupBy(entries.schedule, ({ cells: { date, number } }) =>
    date && typeof number === 'number' ? String(yearOf(date)) : null,
  );
  const highest = new Map<number, number>();
  let runsOn = false;
  for (const [year, sessions] of [...years].toSorted(([a], [b]) => Number(a) - Number(b))) {
    const numbers = sessions.map(({ cells }) => cells.number ?? 0);
    runsOn = Math.min(...numbers) > 1;
    highest.set(Number(year), Math.max(...numbers));
  }
  return (year) => {
    const before = Math.max(...[...highest.keys()].filter((each) => each < year));
    const start = runsOn ? (highest.get(before) ?? 0) : 0;
    const number = (highest.get(year) ?? start) + 1;
    highest.set(year, number);
    return number;
  };
}
