// Lectern's own way: reads the bytes of the response by columns, counts once for all groups.
import { countAttendance } from '#core/attendance/count-attendance';
import { WHOLE_SESSION } from '#core/model/statuses';
import { ratesOf, type Tally } from '#core/attendance/tally';
import { toDay } from '#core/calendar/day';
import { tablesOf } from './answer-file';
import type { Contender, Fractions } from './contender';

const ALWAYS = { from: toDay('2000-01-01'), to: toDay('2099-12-31') };

export const lectern: Contender = {
  name: 'Lectern',
  run(answer) {
    const tables = tablesOf(answer);
    const attendance = countAttendance(tables, { period: ALWAYS, programme: ALWAYS });
    const fractions = (tally: Tally): Fractions => {
      const { a, b } = ratesOf(tally, attendance.statuses);
      const parts = [a.numerator, a.denominator, b.numerator, b.denominator];
      return parts.map((part) => part / WHOLE_SESSION) as unknown as Fractions; // four parts
    };
    const rates = new Map<string, Fractions>();
    for (const { person, tally } of attendance.people)
      rates.set(`person ${person.id}`, fractions(tally));
    for (const { key, tally } of attendance.units) rates.set(`unit ${key}`, fractions(tally));
    for (const { key, tally } of attendance.months) rates.set(`month ${key}`, fractions(tally));
    return Promise.resolve({ badCells: attendance.badCells.length, rates });
  },
};

/** The lower bound of every client that parses. */
export const jsonParse: Contender = {
  name: 'JSON.parse alone',
  run({ text }) {
    JSON.parse(text);
    return Promise.resolve(null);
  },
};
