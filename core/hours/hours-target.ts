// How many credited hours a person of a rank class is to reach, and by when: rows of the standards tab, each with its document.
import { addDays, toDay, yearOf, type Day } from '../calendar/day';
import { findStandard, toStandards, type StandardItem } from '../model/standards';
import { entriesOf } from '../model/book';
import { wordsOf } from '../workbook/codes-by-word';
import type { Table } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';

export type RankClass = keyof typeof ROSTER.columns.rankClass.choices;

export interface HoursTarget {
  /** In hours, as the row has them. */
  readonly hours: number;
  /** First and last day of the time in which they are to be reached. */
  readonly from: Day;
  readonly to: Day;
  readonly documentNumber: string;
}

export type HoursTargets = (rankClass: RankClass) => HoursTarget | null;

const CYCLE_YEARS = 5;

/** The targets of one year. A class with a yearly target has that one; otherwise the five-year one, counted from the row's first day. */
export function hoursTargets(table: Table | undefined, year: number): HoursTargets {
  const standards = toStandards(entriesOf(table ? { standards: table } : {}, 'standards'));
  const lastDay = toDay(`${year}-12-31`);
  return (rankClass) => {
    const words = wordsOf(rankClass, ROSTER.columns.rankClass.choices[rankClass]);
    const find = (item: StandardItem) =>
      words.flatMap((scope) => findStandard(standards, { item, scope, day: lastDay }) ?? [])[0];
    const yearly = find('hoursYearly');
    if (yearly) {
      const { value: hours, documentNumber } = yearly;
      return { hours, from: toDay(`${year}-01-01`), to: lastDay, documentNumber };
    }
    const inFive = find('hoursFiveYears');
    if (!inFive) return null;
    const { value: hours, documentNumber } = inFive;
    return { hours, ...cycleOf(inFive.from, lastDay), documentNumber };
  };
}

/** The five years around `day`, one after the other from the first day on. */
function cycleOf(first: Day, day: Day): { from: Day; to: Day } {
  const monthAndDay = first.slice(4) === '-02-29' ? '-02-28' : first.slice(4);
  const startIn = (year: number): Day => toDay(`${year}${monthAndDay}`);
  const years = Math.floor((yearOf(day) - yearOf(first)) / CYCLE_YEARS) * CYCLE_YEARS;
  const from = startIn(yearOf(first) + years);
  return { from, to: addDays(startIn(yearOf(from) + CYCLE_YEARS), -1) };
}

export interface Pace {
  /** Hours to earn in each year of the target's time. */
  readonly yearly: number;
  /** Hours to have by the end of the year at that pace. */
  readonly byYearEnd: number;
}

/** Whole months count: a target that runs from the middle of a year has earned half of that year's share at its end. */
export function paceOf({ hours, from, to }: HoursTarget, year: number): Pace {
  const years = yearOf(addDays(to, 1)) - yearOf(from);
  const months = (year - yearOf(from)) * 12 + 13 - Number(from.slice(5, 7));
  return {
    yearly: hours / years,
    byYearEnd: (hours * Math.min(months, years * 12)) / (years * 12),
  };
}
