// Hours earned until the new year, as rows of the tab of other hours: one earlier total a person, with where it comes from.
import { readAttendanceData } from '../attendance/attendance-data';
import { addDays, toDay, type Day } from '../calendar/day';
import { earnedHours, runningPeriod, type Period } from '../hours/earned-hours';
import { HOUR } from '../hours/hours-line';
import { readOtherHours } from '../hours/other-hours';
import type { RowOf } from '../model/book';
import { fill, type Language } from '../text/language';
import type { Tables } from '../workbook/table';
import { NEW_YEAR_TEXTS } from './new-year.texts';

export interface HoursOrigin {
  readonly sourceTitle: string;
  /** The year of the source. */
  readonly sourceYear: number;
  readonly firstDay: Day;
  readonly memberIds: ReadonlySet<string>;
  readonly language: Language;
}

export interface CarriedHours {
  readonly period: Period;
  readonly rows: readonly Partial<RowOf<'otherHours'>>[];
  /** Marks that are missing in held sessions of the last year: they may still earn hours. */
  readonly notRecorded: number;
}

export function carriedHours(source: Tables, origin: HoursOrigin): CarriedHours {
  const { sourceTitle, sourceYear, firstDay, memberIds, language } = origin;
  const lastDay = addDays(firstDay, -1);
  const yearFrom = toDay(`${sourceYear}-01-01`);
  const period = runningPeriod(source.standards, { firstDay, lastDay, yearFrom });
  const data = readAttendanceData(source);
  const earned = earnedHours({ data, other: readOtherHours(source.otherHours, data) }, period);
  const going = earned.filter(({ memberId }) => memberIds.has(memberId));
  const words = { from: period.from, to: period.to, source: sourceTitle };
  const rows = going.flatMap(({ memberId, earned: parts }) => {
    const hours = Math.round((parts * 100) / HOUR) / 100;
    if (hours === 0) return [];
    const title = fill(NEW_YEAR_TEXTS.earlierTotal[language], words);
    return [
      { memberId, date: lastDay, hours, kind: 'earlier' as const, title, proof: sourceTitle },
    ];
  });
  const notRecorded = going.reduce((sum, one) => sum + one.notRecorded, 0);
  return { period, rows, notRecorded };
}
