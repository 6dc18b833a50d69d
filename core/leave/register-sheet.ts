// The leave register as a report tab.
import { dayToSerial, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { LEAVE } from '../workbook/tabs/programme';
import { attendanceRows } from '../model/attendance-rows';
import { formatConcern } from './concerns';
import { leaveLines, openLeave, type LeaveLine } from './leave-line';
import { LEAVE_STATE_TEXTS, LEAVE_TEXTS } from './leave.texts';

export interface Register {
  readonly sheet: ReportSheet;
  readonly total: number;
  readonly pending: number;
  readonly toClose: number;
  readonly toMakeUp: number;
  readonly overdue: number;
}

/** Every leave by session's day, then in official order; what is overdue in bold. */
export function buildLeaveRegister(book: Book, generatedAt: string): Register {
  const { language } = book.settings;
  const lines = leaveLines(book);
  const open = openLeave(book);
  const counted = {
    total: lines.length,
    pending: open.pending.length,
    toClose: open.toClose.length,
    toMakeUp: open.toMakeUp.length,
    overdue: lines.filter(({ overdueDays }) => overdueDays > 0).length,
  };
  const marks = attendanceRows(book);
  const markOf = ({ cells }: LeaveLine): string | null =>
    marks(cells.sessionId ?? '', cells.memberId ?? '')[0]?.status ?? null;
  const sheet: ReportSheet = {
    title: LEAVE_TEXTS.register[language],
    color: '#188038',
    heading: heading(book, { lines, generatedAt, counted }),
    columns: COLUMNS.map(([key, kind, width]) => ({
      label: LEAVE_TEXTS[key][language],
      kind,
      width,
    })),
    rows: lines.map((line, index) => rowOf(line, { index, mark: markOf(line), language })),
    boldRows: lines.flatMap(({ overdueDays }, index) => (overdueDays > 0 ? [index] : [])),
    charts: [],
    ...{ identity: [1, 2, 4], frozenColumns: 2 },
  };
  return { sheet, ...counted };
}

type Column = ReportSheet['columns'][number];

const COLUMNS: readonly (readonly [keyof typeof LEAVE_TEXTS, Column['kind'], number])[] = [
  ['order', 'integer', 50],
  ['name', 'text', 80],
  ['unit', 'text', 150],
  ['post', 'text', 120],
  ['session', 'text', 60],
  ['date', 'day', 95],
  ['kind', 'text', 80],
  ['extent', 'text', 70],
  ['reason', 'text', 160],
  ['state', 'text', 70],
  ['approver', 'text', 90],
  ['decidedOn', 'day', 95],
  ['proof', 'text', 100],
  ['mark', 'text', 70],
  ['returnedOn', 'day', 95],
  ['makeUp', 'text', 90],
  ['makeUpDone', 'day', 95],
  ['overdue', 'integer', 70],
  ['concerns', 'text', 300],
];

const dayCell = (day: Day | null | undefined): Cell => (day ? dayToSerial(day) : null);

function rowOf(
  line: LeaveLine,
  at: { readonly index: number; readonly mark: string | null; readonly language: Language },
): Cell[] {
  const { cells, member, kind, minutes } = line;
  const { language } = at;
  const extent =
    minutes === null ? LEAVE_TEXTS.whole[language] : fill(LEAVE_TEXTS.part[language], { minutes });
  return [
    at.index + 1,
    member.name ?? cells.memberId ?? null,
    member.unit ?? null,
    member.post ?? null,
    cells.sessionId ?? null,
    dayCell(line.date),
    kind === null ? null : LEAVE.columns.kind.choices[kind][language],
    extent,
    cells.reason ?? null,
    LEAVE_STATE_TEXTS[line.state][language],
    cells.approver ?? null,
    dayCell(cells.decidedOn),
    cells.proof ?? null,
    at.mark,
    dayCell(cells.returnedOn),
    cells.makeUp ?? null,
    dayCell(cells.makeUpDone),
    line.overdueDays > 0 ? line.overdueDays : null,
    line.concerns.map((concern) => formatConcern(concern, language)).join('；'),
  ];
}

const SOURCES = ['leave', 'schedule', 'roster', 'attendance'] as const;

interface HeadingFacts {
  readonly lines: readonly LeaveLine[];
  readonly generatedAt: string;
  readonly counted: Readonly<Record<string, number>>;
}

function heading(book: Book, { lines, generatedAt, counted }: HeadingFacts): string[] {
  const { language, programme } = book.settings;
  const list = language === 'en' ? ', ' : '、';
  const sources = SOURCES.flatMap((key) => book.tables[key]?.title ?? []).join(list);
  return [
    fill(LEAVE_TEXTS.heading[language], { programme }),
    fill(LEAVE_TEXTS.generated[language], { generatedAt, sources }),
    fill(LEAVE_TEXTS.counted[language], counted),
    ...tooMuchLine(lines, language),
  ];
}

/** Whoever is over the share, once, with the numbers behind it. */
function tooMuchLine(lines: readonly LeaveLine[], language: Language): string[] {
  const people = new Map<string, string>();
  let limit: string | number = '';
  for (const { member, concerns } of lines)
    for (const { code, facts } of concerns) {
      if (code !== 'tooMuch' || !member.name) continue;
      limit = facts['limit'] ?? '';
      people.set(member.id ?? '', `${member.name} ${facts['leaves'] ?? ''}/${facts['due'] ?? ''}`);
    }
  if (people.size === 0) return [];
  const named = [...people.values()].join(language === 'en' ? ', ' : '、');
  return [fill(LEAVE_TEXTS.tooMuch[language], { limit, people: named })];
}
