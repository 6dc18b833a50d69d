// How many people have reached their hours target, and who is not expected to.
import type { AttendanceData } from '../attendance/attendance-data';
import type { Tables } from '../workbook/table';
import { buildHoursLedger } from './hours-ledger';
import { HOUR, missingHours, type HoursLine } from './hours-line';
import { hoursTargets } from './hours-target';
import { readOtherHours } from './other-hours';

export interface HoursSummary {
  readonly people: number;
  /** Of these, who left within the year. */
  readonly left: number;
  readonly withTarget: number;
  readonly reached: number;
  /** Not there yet, but will be if things go on. */
  readonly onCourse: number;
  /** Not expected to reach the target; in hours. */
  readonly short: readonly {
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    readonly missing: number;
  }[];
}

/** The summary of a year from the workbook's tables. */
export function hoursOfYear(
  tables: Pick<Tables, 'otherHours' | 'standards'>,
  data: AttendanceData,
  year: number,
): HoursSummary {
  const other = readOtherHours(tables.otherHours, data);
  const targets = hoursTargets(tables.standards, year);
  return hoursSummary(buildHoursLedger({ data, other, targets }, year));
}

export function hoursSummary(lines: readonly HoursLine[]): HoursSummary {
  const withTarget = lines.flatMap(({ person, progress }) =>
    progress === null
      ? []
      : [
          {
            person,
            target: progress.hours,
            missing: missingHours(progress, progress.achieved),
            expected:
              progress.projected === null ? null : missingHours(progress, progress.projected),
          },
        ],
  );
  const open = withTarget.filter(({ missing }) => missing > 0);
  return {
    people: lines.length,
    left: lines.filter(({ left }) => left !== null).length,
    withTarget: withTarget.length,
    reached: withTarget.length - open.length,
    onCourse: open.filter(({ expected }) => expected === 0).length,
    short: open.flatMap(({ person: { name, unit }, target, expected }) =>
      expected !== null && expected > 0
        ? [{ name, unit, target, missing: Math.round((expected * 100) / HOUR) / 100 }]
        : [],
    ),
  };
}
