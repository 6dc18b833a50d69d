// Attendance of a large programme as `values.batchGet` answers it: the same text in every run, one row in a hundred wrong.
import { addDays, dayToSerial, toDay } from '#core/calendar/day';
import { TABS, type Tabs } from '#core/workbook/tabs/index';
import type { Cell } from '#core/workbook/table';

export interface DataSize {
  readonly people: number;
  readonly sessions: number;
}

/** The order of the tabs in the answer. */
export const TAB_ORDER = ['roster', 'schedule', 'statuses', 'attendance'] as const;

const FIRST_DAY = toDay('2020-01-03');
const UNITS = 60;
const LABELS = ['出勤', '迟到', '早退', '公差', '病假', '事假', '缺席'];
const CATEGORIES = ['四套班子', '法检两长', '街道', '区直部门'];

type Rows = Cell[][];

const header = (key: keyof Tabs): string[] =>
  Object.values<{ readonly label: Readonly<Record<'zh-CN', string>> }>(TABS[key].columns).map(
    ({ label }) => label['zh-CN'],
  );
const id = (letter: string, number: number): string =>
  `${letter}${String(number).padStart(5, '0')}`;

/** A well mixed number that depends on nothing but its two arguments. */
function mix(one: number, other: number): number {
  let mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function statusRows(): Rows {
  const codes = ['present', 'late', 'leftEarly', 'official', 'sick', 'personal', 'absent'];
  return codes.map((code, index) => [
    code,
    LABELS[index] ?? '',
    index < 3 ? 1 : 0,
    code === 'official' ? '公差剔除' : '应到',
  ]);
}

function rosterRows(people: number): Rows {
  return Array.from({ length: people }, (_, person) => {
    const unit = Math.floor((person * UNITS) / people);
    const category = CATEGORIES[unit % CATEGORIES.length] ?? '';
    return [
      id('M', person),
      `人员${person}`,
      `单位${unit}`,
      '局长',
      category,
      unit * 10,
      person * 10,
    ];
  });
}

function scheduleRows(sessions: number): Rows {
  return Array.from({ length: sessions }, (_, session) => [
    id('S', session),
    session + 1,
    dayToSerial(addDays(FIRST_DAY, session * 7)),
    '',
    0.6041666667,
    0.7083333333,
    `第${session + 1}讲`,
    '',
    '',
    '报告厅',
    '',
    3,
    3,
    '已办',
  ]);
}

function attendanceRow(session: number, person: number): Cell[] {
  const draw = mix(session + 1, person + 1);
  const status = LABELS[draw % 100 < 88 ? 0 : draw % LABELS.length] ?? '';
  const came = 0.6 + ((draw >>> 8) % 40) / 1440;
  const who = [id('S', session), id('M', person), `人员${person}`];
  const row: Cell[] = [...who, status, came, came + 0.1, draw % 30, ''];
  if (draw % 100 === 7) {
    const [position, cell] = MISTAKES[(draw >>> 4) % MISTAKES.length] ?? [0, ''];
    row[position] = cell;
  }
  return row;
}

/** Position in the row and what is typed there. */
const MISTAKES: readonly (readonly [number, Cell])[] = [
  [0, 'S99999'],
  [1, 'M99999'],
  [1, ''],
  [3, '到'],
  [4, '25:61'],
  [6, '三十'],
];

/** The text of the answer, tabs as in `TAB_ORDER`. */
export function answerText({ people, sessions }: DataSize): string {
  const attendance: Rows = [];
  for (let session = 0; session < sessions; session += 1)
    for (let person = 0; person < people; person += 1)
      attendance.push(attendanceRow(session, person));
  const rows = {
    roster: rosterRows(people),
    schedule: scheduleRows(sessions),
    statuses: statusRows(),
    attendance,
  };
  const valueRanges = TAB_ORDER.map((key) => ({
    range: TABS[key].title['zh-CN'],
    majorDimension: 'ROWS',
    values: [header(key), ...rows[key]],
  }));
  return JSON.stringify({ spreadsheetId: 'bench', valueRanges });
}
