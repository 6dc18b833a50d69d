// The hours ledger as a report tab.
import { yearOf } from '../calendar/day';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Settings } from '../workbook/read/settings';
import type { Cell, Tables } from '../workbook/table';
import { ROSTER } from '../workbook/tabs/people';
import { HOUR, missingHours, type HoursLine } from './hours-line';
import { paceOf } from './hours-target';
import { HOURS_TEXTS as WORDS } from './hours.texts';
import { PERSON_IN_VIEW } from '../attendance/report/person-columns';
import type { ProgrammeSession } from '../attendance/programme';
import { NO_BASIS } from '../attendance/rate';
import { percentCell } from '../attendance/report/report-columns';

export interface HoursFacts {
  readonly lines: readonly HoursLine[];
  readonly sessions: readonly ProgrammeSession[];
  readonly year: number;
  readonly settings: Settings;
  readonly tables: Tables;
  /** As it is to be printed. */
  readonly generatedAt: string;
}

type Column = ReportSheet['columns'][number];

const COLUMNS: readonly (readonly [keyof typeof WORDS, Column['kind'], number])[] = [
  ['order', 'integer', 50],
  ['name', 'text', 90],
  ['unit', 'text', 180],
  ['post', 'text', 170],
  ['rankClass', 'text', 80],
  ['sessions', 'integer', 70],
  ['notRecorded', 'integer', 64],
  ['taught', 'decimal', 70],
  ['credited', 'decimal', 70],
  ['other', 'decimal', 70],
  ['target', 'decimal', 70],
  ['period', 'text', 180],
  ['yearly', 'decimal', 70],
  ['byYearEnd', 'decimal', 70],
  ['achieved', 'decimal', 70],
  ['elsewhere', 'decimal', 70],
  ['share', 'percent', 70],
  ['missing', 'decimal', 70],
  ['rate', 'percent', 90],
  ['open', 'decimal', 90],
  ['projected', 'decimal', 80],
  ['projectedMissing', 'decimal', 80],
  ['document', 'text', 220],
];

export function hoursSheet(facts: HoursFacts): ReportSheet {
  const {
    lines,
    year,
    settings: { language },
  } = facts;
  return {
    title: WORDS.sheet[language],
    color: '#188038',
    heading: heading(facts),
    columns: COLUMNS.map(([key, kind, width]) => ({ label: WORDS[key][language], kind, width })),
    rows: lines.map((line, index) => [
      index + 1,
      ...personCells(line, language),
      ...progressCells(line, year, language),
    ]),
    boldRows: [],
    charts: [],
    ...PERSON_IN_VIEW,
  };
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
  const sources = titles.join(language === 'en' ? ', ' : '、');
  const unknown = sessions.filter(
    ({ state, date, creditedHours }) =>
      state !== 'cancelled' && yearOf(date) === year && typeof creditedHours !== 'number',
  );
  const left = lines.filter((line) => line.left !== null).length;
  return [
    fill(WORDS.heading[language], { programme, year }),
    fill(WORDS.generated[language], { generatedAt, sources }),
    WORDS.meaning[language],
    WORDS.projection[language],
    WORDS.pace[language],
    ...(left > 0 ? [fill(WORDS.leavers[language], { count: left })] : []),
    ...(unknown.length > 0 ? [fill(WORDS.noHours[language], { count: unknown.length })] : []),
  ];
}

/** To the hundredth of an hour. */
const hoursCell = (parts: number): number => Math.round((parts * 100) / HOUR) / 100;

function personCells(line: HoursLine, language: Language): Cell[] {
  const { person, sessions, notRecorded, taught, credited, elsewhere } = line;
  const { rankClass } = person;
  return [
    person.name,
    person.unit,
    person.post ?? null,
    rankClass ? ROSTER.columns.rankClass.choices[rankClass][language] : null,
    sessions,
    notRecorded,
    hoursCell(taught),
    hoursCell(credited),
    hoursCell(elsewhere),
  ];
}

function progressCells(
  { left, progress, rate }: HoursLine,
  year: number,
  language: Language,
): Cell[] {
  const none = left === null ? NO_BASIS : fill(WORDS.left[language], { day: left });
  if (progress === null) return [none, ...Array.from({ length: 7 }, () => null), percentCell(rate)];
  const { hours, from, to, achieved, elsewhere, open, projected, documentNumber } = progress;
  const share = { numerator: achieved, denominator: Math.round(hours * HOUR) };
  const { yearly, byYearEnd } = paceOf(progress, year);
  return [
    hours,
    fill(WORDS.span[language], { from, to }),
    hoursCell(yearly * HOUR),
    hoursCell(byYearEnd * HOUR),
    hoursCell(achieved),
    hoursCell(elsewhere),
    percentCell(share),
    hoursCell(missingHours(progress, achieved)),
    percentCell(rate),
    hoursCell(open),
    projected === null ? NO_BASIS : hoursCell(projected),
    projected === null ? NO_BASIS : hoursCell(missingHours(progress, projected)),
    documentNumber,
  ];
}
