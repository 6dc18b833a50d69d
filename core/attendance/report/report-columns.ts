// The columns that every attendance report shares: due, counted, attended, each status, the open ones, both rates.
import type { ReportSheet } from '../../workbook/write/change';
import type { Settings } from '../../workbook/read/settings';
import type { Cell } from '../../workbook/table';
import { fill, type Language, type Text } from '../../text/language';
import { formatRate, meetsTarget, NO_BASIS, roundedShare, type Rate } from '../rate';
import { WHOLE_SESSION } from '../../model/statuses';
import { ATTENDANCE_TEXTS } from './report.texts';
import type { Status } from '../../model/statuses';
import { dueCount, ratesOf, type Tally } from '../tally';

export type ReportColumn = ReportSheet['columns'][number];

/** What the cells of a report depend on besides the numbers. */
export interface ReportContext {
  readonly language: Language;
  readonly target: number;
  readonly statuses: readonly Status[];
}

export function contextOf(settings: Settings, statuses: readonly Status[]): ReportContext {
  return { language: settings.language, target: settings.attendanceTarget, statuses };
}

/** Columns of `tallyCells`, in their order. */
export function tallyColumns({ language, target, statuses }: ReportContext): ReportColumn[] {
  const count = (label: string): ReportColumn => ({ label, kind: 'integer', width: 64 });
  const credits = creditsKind(statuses);
  return [
    count(ATTENDANCE_TEXTS.due[language]),
    count(ATTENDANCE_TEXTS.counted[language]),
    { ...count(ATTENDANCE_TEXTS.attended[language]), kind: credits },
    ...statuses.map(({ label }) => count(label)),
    count(ATTENDANCE_TEXTS.notRecorded[language]),
    count(ATTENDANCE_TEXTS.unclear[language]),
    percentColumn(ATTENDANCE_TEXTS.rateA[language]),
    percentColumn(ATTENDANCE_TEXTS.rateB[language]),
    {
      label: fill(ATTENDANCE_TEXTS.meetsTarget[language], { target: formatTarget(target) }),
      kind: 'text',
      width: 110,
    },
    count(ATTENDANCE_TEXTS.countedB[language]),
    { ...count(ATTENDANCE_TEXTS.attendedB[language]), kind: credits },
  ];
}

/** Sums of credits have no decimals while no status earns a part of a session. */
export function creditsKind(statuses: readonly Status[]): ReportColumn['kind'] {
  return statuses.every(({ credit }) => credit % WHOLE_SESSION === 0) ? 'integer' : 'decimal';
}

export function percentColumn(label: string): ReportColumn {
  return { label, kind: 'percent', width: 80 };
}

export function tallyCells(tally: Tally, { language, target, statuses }: ReportContext): Cell[] {
  const { a, b } = ratesOf(tally, statuses);
  const meets = meetsTarget(a, target);
  return [
    dueCount(tally, statuses),
    a.denominator / WHOLE_SESSION,
    a.numerator / WHOLE_SESSION,
    ...tally.counts,
    tally.notRecorded,
    tally.unclear,
    percentCell(a),
    percentCell(b),
    meets === null
      ? NO_BASIS
      : rateSentence(ATTENDANCE_TEXTS[meets ? 'meets' : 'misses'], a, language),
    b.denominator / WHOLE_SESSION,
    b.numerator / WHOLE_SESSION,
  ];
}

/** Where the two rates stand among `tallyColumns`. */
export function ratePositions({ statuses }: ReportContext): readonly [a: number, b: number] {
  const a = 3 + statuses.length + 2;
  return [a, a + 1];
}

/** A number for the percent format; `—` when there is no basis. */
export function percentCell(rate: Rate): Cell {
  return roundedShare(rate) ?? NO_BASIS;
}

/** `90%`, `87.5%`: as exact as the setting. */
export function formatTarget(target: number): string {
  return `${Math.round(target * 1_000_000) / 10_000}%`;
}

/** A part of a rate in sessions, as it is compared. */
export function sessionsCell(hundredths: number): Cell {
  return hundredths / WHOLE_SESSION;
}

/** Prints a rate with both its parts, as they are compared with a target. */
export function rateSentence(sentence: Text, rate: Rate, language: Language): string {
  return fill(sentence[language], {
    attended: rate.numerator / WHOLE_SESSION,
    due: rate.denominator / WHOLE_SESSION,
    rate: formatRate(rate),
  });
}
