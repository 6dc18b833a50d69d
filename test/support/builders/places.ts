// Findings in a form that a test can write out: `V07 schedule 2 end`.
import { toDay, type Day } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import type { Finding } from '#core/workbook/finding';
import type { Tables } from '#core/workbook/table';

/** The Monday before the builders' session. */
export const MONDAY = toDay('2026-03-02');

export function placeOf({ rule, tab, row, column }: Finding): string {
  return [rule.code, tab, row, column].join(' ').trimEnd();
}

/** What is found in a workbook on a day, in order; `only` keeps the rules whose code begins so. */
export function placesIn(tables: Tables, only = '', today: Day = MONDAY): string[] {
  return checkWorkbook(tables, today)
    .findings.map(placeOf)
    .filter((place) => place.startsWith(only));
}

export function findingsIn(tables: Tables, only: string, today: Day = MONDAY): Finding[] {
  return checkWorkbook(tables, today).findings.filter(({ rule }) => rule.code.startsWith(only));
}
