// The usual way: an object and a schema for every row, dates by dayjs, sums in Maps.
import dayjs from 'dayjs';
import * as z from 'zod';
import type { Contender, Fractions, ContenderResult } from './contender';

const time = z.union([
  z.number().min(0).lt(1),
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  z.literal(''),
]);
const Mark = z.object({
  期次编号: z.string().min(1),
  人员编号: z.string().min(1),
  状态: z.string().min(1),
  签到: time.optional(),
  签退: time.optional(),
  缺课分钟: z.union([z.int(), z.literal('')]).optional(),
  备注: z.string().optional(),
});
interface Batch {
  readonly valueRanges: readonly { readonly values: readonly (readonly unknown[])[] }[];
}
type Rows = Record<string, unknown>[];

function toObjects(values: readonly (readonly unknown[])[]): Rows {
  const [header = [], ...rows] = values;
  return rows.map((row) => Object.fromEntries(header.map((label, at) => [String(label), row[at]])));
}

const byKey = (rows: Rows, key: string) => new Map(rows.map((row) => [row[key], row]));

export const zodPerRow: Contender = {
  name: 'zod per row, dayjs, Map',
  run({ text }) {
    const tabs = (JSON.parse(text) as Batch).valueRanges.map(({ values }) => toObjects(values));
    const [roster = [], schedule = [], statuses = [], attendance = []] = tabs;
    const people = byKey(roster, '编号');
    const sessions = byKey(schedule, '编号');
    const known = byKey(statuses, '名称');
    const errors: { row: number; column: string; reason: string }[] = [];
    const rates = new Map<string, Fractions>();
    attendance.forEach((row, index) => {
      const result = Mark.safeParse(row);
      for (const issue of result.error?.issues ?? [])
        errors.push({ row: index + 2, column: String(issue.path[0]), reason: issue.message });
      const links = [
        ['期次编号', sessions],
        ['人员编号', people],
        ['状态', known],
      ] as const;
      for (const [column, rows] of links)
        if (row[column] !== '' && !rows.has(row[column]))
          errors.push({ row: index + 2, column, reason: 'unknown' });
      const [session, person, status] = links.map(([column, rows]) => rows.get(row[column]));
      if (!session || !person || !status) return;
      const month = dayjs('1899-12-30').add(Number(session['日期']), 'day').format('YYYY-MM');
      const groups = [
        `person ${String(person['编号'])}`,
        `unit ${String(person['单位'])}`,
        `month ${month}`,
      ];
      for (const group of groups) add(rates, group, status);
    });
    const outcome: ContenderResult = { badCells: errors.length, rates };
    return Promise.resolve(outcome);
  },
};

function add(rates: Map<string, Fractions>, group: string, status: Record<string, unknown>): void {
  const [a, dueA, b, dueB] = rates.get(group) ?? [0, 0, 0, 0];
  const credit = Number(status['折算']);
  const isDue = status['计入'] === '应到';
  rates.set(group, [a + credit, dueA + 1, b + (isDue ? credit : 0), dueB + (isDue ? 1 : 0)]);
}
