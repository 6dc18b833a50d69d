// The columns that every attendance report shares: due, counted, attended, each status, the open ones, both rates.
import { columnsLabelled, type ReportColumn } from '../../report/report-table';
import type { Settings } from '../../workbook/read/settings';
import type { Cell } from '../../workbook/table';
import { fill, type Language, type Text } from '../../text/language';
import { formatRate, meetsTarget, type Rate } from '../rate';
import { NO_BASIS, percentCell } from '../../report/percent-cell';
import { WHOLE_SESSION, type Status } from '../../model/statuses';
import { ATTENDANCE_TEXTS } from './report.texts';
import { dueCount, ratesOf, type Tally } from '../tally';

export interface CountedLine {
  readonly tally: Tally;
}

type TallyKey = keyof typeof ATTENDANCE_TEXTS | `status-${string}`;

/** What the cells of a report depend on besides the numbers. */
export interface ReportContext {
  readonly language: Language;
  readonly target: number;
  readonly statuses: readonly Status[];
}

export function contextOf(settings: Settings, statuses: readonly Status[]): ReportContext {
  return { language: settings.language, target: settings.attendanceTarget, statuses };
}

export function tallyColumns({
  language,
  target,
  statuses,
}: ReportContext): ReportColumn<CountedLine, TallyKey>[] {
  const column = columnsLabelled(ATTENDANCE_TEXTS, language);
  const count = { kind: 'integer', width: 64 } as const;
  const credits = { kind: creditsKind(statuses), width: 64 };
  const percent = { kind: 'percent', width: 80 } as const;
  const rates = ({ tally }: CountedLine) => ratesOf(tally, statuses);
  const statusColumns = statuses.map(
    ({ code, label }, index): ReportColumn<CountedLine, TallyKey> => ({
      key: `status-${code}`,
      label,
      ...count,
      cell: ({ tally }) => tally.counts[index] ?? null,
    }),
  );
  return [
    column('due', { ...count, cell: ({ tally }) => dueCount(tally, statuses) }),
    column('counted', { ...count, cell: (line) => sessionsCell(rates(line).a.denominator) }),
    column('attended', { ...credits, cell: (line) => sessionsCell(rates(line).a.numerator) }),
    ...statusColumns,
    column('notRecorded', { ...count, cell: ({ tally }) => tally.notRecorded }),
    column('unclear', { ...count, cell: ({ tally }) => tally.unclear }),
    column('rateA', { ...percent, cell: (line) => percentCell(rates(line).a) }),
    column('rateB', { ...percent, cell: (line) => percentCell(rates(line).b) }),
    {
      key: 'meetsTarget',
      label: fill(ATTENDANCE_TEXTS.meetsTarget[language], { target: formatTarget(target) }),
      kind: 'text',
      width: 110,
      cell: (line) => targetCell(rates(line).a, target, language),
    },
    column('countedB', { ...count, cell: (line) => sessionsCell(rates(line).b.denominator) }),
    column('attendedB', { ...credits, cell: (line) => sessionsCell(rates(line).b.numerator) }),
  ];
}

function targetCell(rate: Rate, target: number, language: Language): Cell {
  const meets = meetsTarget(rate, target);
  if (meets === null) return NO_BASIS;
  return rateSentence(ATTENDANCE_TEXTS[meets ? 'meets' : 'misses'], rate, language);
}

/** Sums of credits have no decimals while no status earns a part of a session. */
export function creditsKind(statuses: readonly Status[]): ReportColumn<never>['kind'] {
  return statuses.every(({ credit }) => credit % WHOLE_SESSION === 0) ? 'integer' : 'decimal';
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
