// The leave register as a report tab.
import { joined } from '../text/listed';
import { dayToSerial, type Day } from '../calendar/day';
import type { Book } from '../model/book';
import { columnsLabelled, reportSheet, type ReportColumn } from '../report/report-table';
import { fill, type Language } from '../text/language';
import type { ReportSheet } from '../workbook/write/change';
import type { Cell } from '../workbook/table';
import { LEAVE } from '../workbook/tabs/leave';
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
  const sheet = reportSheet({
    title: LEAVE_TEXTS.register[language],
    color: '#188038',
    heading: heading(book, { lines, generatedAt, counted }),
    columns: [...requestColumns(language), ...decisionColumns(markOf, language)],
    lines,
    isBold: ({ overdueDays }) => overdueDays > 0,
    identity: ['name', 'unit', 'session'],
    frozenThrough: 'name',
  });
  return { sheet, ...counted };
}

type LeaveColumn = ReportColumn<LeaveLine, keyof typeof LEAVE_TEXTS>;

function requestColumns(language: Language): LeaveColumn[] {
  const column = columnsLabelled(LEAVE_TEXTS, language);
  return [
    column('order', { kind: 'integer', width: 50, cell: (_, index) => index + 1 }),
    column('name', {
      kind: 'text',
      width: 80,
      cell: ({ member, cells }) => member.name ?? cells.memberId ?? null,
    }),
    column('unit', { kind: 'text', width: 150, cell: ({ member }) => member.unit ?? null }),
    column('post', { kind: 'text', width: 120, cell: ({ member }) => member.post ?? null }),
    column('session', { kind: 'text', width: 60, cell: ({ cells }) => cells.sessionId ?? null }),
    column('date', { ...DAY, cell: ({ date }) => dayCell(date) }),
    column('kind', {
      kind: 'text',
      width: 80,
      cell: ({ kind }) => (kind === null ? null : LEAVE.columns.kind.choices[kind][language]),
    }),
    column('extent', {
      kind: 'text',
      width: 70,
      cell: ({ minutes }) =>
        minutes === null
          ? LEAVE_TEXTS.whole[language]
          : fill(LEAVE_TEXTS.part[language], { minutes }),
    }),
    column('reason', { kind: 'text', width: 160, cell: ({ cells }) => cells.reason ?? null }),
  ];
}

function decisionColumns(
  markOf: (line: LeaveLine) => string | null,
  language: Language,
): LeaveColumn[] {
  const column = columnsLabelled(LEAVE_TEXTS, language);
  return [
    column('state', {
      kind: 'text',
      width: 70,
      cell: ({ state }) => LEAVE_STATE_TEXTS[state][language],
    }),
    column('approver', { kind: 'text', width: 90, cell: ({ cells }) => cells.approver ?? null }),
    column('decidedOn', { ...DAY, cell: ({ cells }) => dayCell(cells.decidedOn) }),
    column('proof', { kind: 'text', width: 100, cell: ({ cells }) => cells.proof ?? null }),
    column('mark', { kind: 'text', width: 70, cell: markOf }),
    column('returnedOn', { ...DAY, cell: ({ cells }) => dayCell(cells.returnedOn) }),
    column('makeUp', { kind: 'text', width: 90, cell: ({ cells }) => cells.makeUp ?? null }),
    column('makeUpDone', { ...DAY, cell: ({ cells }) => dayCell(cells.makeUpDone) }),
    column('overdue', {
      kind: 'integer',
      width: 70,
      cell: ({ overdueDays }) => (overdueDays > 0 ? overdueDays : null),
    }),
    column('concerns', {
      kind: 'text',
      width: 300,
      cell: ({ concerns }) => concerns.map((one) => formatConcern(one, language)).join('；'),
    }),
  ];
}

const DAY = { kind: 'day', width: 95 } as const;

const dayCell = (day: Day | null | undefined): Cell => (day ? dayToSerial(day) : null);

const SOURCES = ['leave', 'schedule', 'roster', 'attendance'] as const;

interface HeadingFacts {
  readonly lines: readonly LeaveLine[];
  readonly generatedAt: string;
  readonly counted: Readonly<Record<string, number>>;
}

function heading(book: Book, { lines, generatedAt, counted }: HeadingFacts): string[] {
  const { language, programme } = book.settings;
  const titles = SOURCES.flatMap((key) => book.tables[key]?.title ?? []);
  const sources = joined(titles, language);
  return [
    fill(LEAVE_TEXTS.heading[language], { programme }),
    fill(LEAVE_TEXTS.generated[language], { generatedAt, sources }),
    fill(LEAVE_TEXTS.counted[language], counted),
    ...tooMuchLine(lines, language),
  ];
}

/** Each person over the share, once, with the numbers behind it. */
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
  const named = joined([...people.values()], language);
  return [fill(LEAVE_TEXTS.tooMuch[language], { limit, people: named })];
}
