// The hours ledger as a report tab.
import { joined } from '../text/listed';
import { yearOf } from '../calendar/day';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Settings } from '../workbook/read/settings';
import type { Cell, Tables } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { HOUR, missingHours, type HoursLine, type TargetProgress } from './hours-line';
import { paceOf } from './hours-target';
import { HOURS_TEXTS } from './hours.texts';
import { PERSON_IN_VIEW } from '../attendance/report/person-columns';
import type { Person, ProgrammeSession } from '../attendance/programme';
import { NO_BASIS, percentCell } from '../report/percent-cell';

export interface HoursFacts {
  readonly lines: readonly HoursLine[];
  readonly sessions: readonly ProgrammeSession[];
  readonly year: number;
  readonly settings: Settings;
  readonly tables: Tables;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

export function hoursSheet(facts: HoursFacts): ReportSheet {
  const { lines, year, settings } = facts;
  const { language } = settings;
  return reportSheet({
    title: HOURS_TEXTS.sheet[language],
    color: '#188038',
    heading: heading(facts),
    columns: [...sumColumns(language), ...targetColumns(year, language)],
    lines,
    ...PERSON_IN_VIEW,
  });
}

type HoursColumn = ReportColumn<HoursLine, keyof typeof HOURS_TEXTS>;

const HOURS = { kind: 'decimal', width: 70 } as const;

/** Who it is, and what was taught and credited in the year. */
function sumColumns(language: Language): HoursColumn[] {
  const column = columnsLabelled(HOURS_TEXTS, language);
  const classOf = ({ rankClass }: Person) =>
    rankClass ? ROSTER.columns.rankClass.choices[rankClass][language] : null;
  return [
    column('order', { kind: 'integer', width: 50, cell: (_, index) => index + 1 }),
    column('name', { kind: 'text', width: 90, cell: ({ person }) => person.name }),
    column('unit', { kind: 'text', width: 180, cell: ({ person }) => person.unit }),
    column('post', { kind: 'text', width: 170, cell: ({ person }) => person.post ?? null }),
    column('rankClass', { kind: 'text', width: 80, cell: ({ person }) => classOf(person) }),
    column('sessions', { kind: 'integer', width: 70, cell: ({ sessions }) => sessions }),
    column('notRecorded', { kind: 'integer', width: 64, cell: ({ notRecorded }) => notRecorded }),
    column('taught', { ...HOURS, cell: ({ taught }) => hoursCell(taught) }),
    column('credited', { ...HOURS, cell: ({ credited }) => hoursCell(credited) }),
    column('other', { ...HOURS, cell: ({ elsewhere }) => hoursCell(elsewhere) }),
  ];
}

/** How far the target is reached; blank for a person without one, except for the rate. */
function targetColumns(year: number, language: Language): HoursColumn[] {
  const column = columnsLabelled(HOURS_TEXTS, language);
  const ofTarget =
    (cell: (progress: TargetProgress) => Cell) =>
    ({ progress }: HoursLine): Cell =>
      progress && cell(progress);
  const shareOf = ({ achieved, hours }: TargetProgress): Cell =>
    percentCell({ numerator: achieved, denominator: Math.round(hours * HOUR) });
  return [
    column('target', {
      ...HOURS,
      cell: ({ progress, left }) => {
        if (progress) return progress.hours;
        return left === null ? NO_BASIS : fill(HOURS_TEXTS.left[language], { day: left });
      },
    }),
    column('period', {
      kind: 'text',
      width: 180,
      cell: ofTarget(({ from, to }) => fill(HOURS_TEXTS.span[language], { from, to })),
    }),
    column('yearly', {
      ...HOURS,
      cell: ofTarget((target) => hoursCell(paceOf(target, year).yearly * HOUR)),
    }),
    column('byYearEnd', {
      ...HOURS,
      cell: ofTarget((target) => hoursCell(paceOf(target, year).byYearEnd * HOUR)),
    }),
    column('achieved', { ...HOURS, cell: ofTarget(({ achieved }) => hoursCell(achieved)) }),
    column('elsewhere', { ...HOURS, cell: ofTarget(({ elsewhere }) => hoursCell(elsewhere)) }),
    column('share', { kind: 'percent', width: 70, cell: ofTarget(shareOf) }),
    column('missing', {
      ...HOURS,
      cell: ofTarget((progress) => hoursCell(missingHours(progress, progress.achieved))),
    }),
    column('rate', { kind: 'percent', width: 90, cell: ({ rate }) => percentCell(rate) }),
    column('open', { kind: 'decimal', width: 90, cell: ofTarget(({ open }) => hoursCell(open)) }),
    column('projected', {
      kind: 'decimal',
      width: 80,
      cell: ofTarget(({ projected }) => (projected === null ? NO_BASIS : hoursCell(projected))),
    }),
    column('projectedMissing', {
      kind: 'decimal',
      width: 80,
      cell: ofTarget((progress) =>
        progress.projected === null
          ? NO_BASIS
          : hoursCell(missingHours(progress, progress.projected)),
      ),
    }),
    column('document', {
      kind: 'text',
      width: 220,
      cell: ofTarget(({ documentNumber }) => documentNumber),
    }),
  ];
}

const SOURCES = [
  'roster',
  'schedule',
  'attendance',
  'statuses',
  'standards',
  'otherHours',
] as const;

function heading({ lines, sessions, year, settings, tables, generatedAt }: HoursFacts): string[] {
  const { language, programme } = settings;
  const titles = SOURCES.flatMap((key) => tables[key]?.title ?? []);
  const sources = joined(titles, language);
  const unknown = sessions.filter(
    ({ state, date, creditedHours }) =>
      state !== 'cancelled' && yearOf(date) === year && typeof creditedHours !== 'number',
  );
  const left = lines.filter((line) => line.left !== null).length;
  return [
    fill(HOURS_TEXTS.heading[language], { programme, year }),
    fill(HOURS_TEXTS.generated[language], { generatedAt, sources }),
    HOURS_TEXTS.meaning[language],
    HOURS_TEXTS.projection[language],
    HOURS_TEXTS.pace[language],
    ...(left > 0 ? [fill(HOURS_TEXTS.leavers[language], { count: left })] : []),
    ...(unknown.length > 0 ? [fill(HOURS_TEXTS.noHours[language], { count: unknown.length })] : []),
  ];
}

/** To the hundredth of an hour. */
const hoursCell = (parts: number): number => Math.round((parts * 100) / HOUR) / 100;
