// How many people have reached their hours target, and who is projected to miss it.
import { HOUR, missingHours, type HoursLine } from './hours-line';

export interface HoursSummary {
  readonly people: number;
  /** Who left within the year; they are not compared with a target. */
  readonly left: number;
  readonly withTarget: number;
  readonly reached: number;
  /** Not there yet, but on course by the person's own rate. */
  readonly onCourse: number;
  /** Who is projected to miss the target, in official order, with the missing hours. */
  readonly short: readonly {
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    readonly missing: number;
  }[];
}

export function summarizeHours(lines: readonly HoursLine[]): HoursSummary {
  const compared = lines.flatMap(({ person, progress }) =>
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
  const open = compared.filter(({ missing }) => missing > 0);
  return {
    people: lines.length,
    left: lines.filter(({ left }) => left !== null).length,
    withTarget: compared.length,
    reached: compared.length - open.length,
    onCourse: open.filter(({ expected }) => expected === 0).length,
    short: open.flatMap(({ person: { name, unit }, target, expected }) =>
      expected !== null && expected > 0
        ? [{ name, unit, target, missing: Math.round((expected * 100) / HOUR) / 100 }]
        : [],
    ),
  };
}
