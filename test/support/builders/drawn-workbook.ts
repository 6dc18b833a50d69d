// Small workbooks drawn at random: people who join and leave, sessions for some of them, marks that repeat, contradict and mean nothing.
import fc from 'fast-check';
import { addDays, toDay } from '#core/calendar/day';
import type { Tables } from '#core/workbook/table';
import { aMark, aMember, aSession, aStatus } from './rows';
import { aWorkbook } from './tables';

const FIRST_DAY = toDay('2026-03-06');
const STATUSES = [
  aStatus(),
  aStatus({ code: 'half', label: '半程', credit: 0.37 }),
  aStatus({ code: 'official', label: '公差', credit: 0, treatment: 'excused' }),
  aStatus({ code: 'paid', label: '公差在场', credit: 1, treatment: 'excused' }),
  aStatus({ code: 'absent', label: '缺席', credit: 0 }),
  aStatus({ code: 'exempt', label: '免训', credit: 0, treatment: 'notCounted' }),
];
const CATEGORIES = ['leadership', 'subdistrict', 'department'] as const;
const WORDS = ['出勤', '半程', '公差', '公差在场', '缺席', '免训', '不明'];

const day = fc.nat(60).map((days) => addDays(FIRST_DAY, days));
const member = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  unit: fc.constantFrom('甲单位', '乙单位', '丙单位'),
  unitOrder: fc.nat(3),
  personOrder: fc.nat(9),
  from: fc.option(day),
  to: fc.option(day),
});
const session = fc.record({
  date: day,
  state: fc.constantFrom(
    'held' as const,
    'held' as const,
    'planned' as const,
    'cancelled' as const,
  ),
  audience: fc.constantFrom(null, '甲单位', '区直部门、乙单位'),
});
const mark = fc.record({
  session: fc.nat(5),
  member: fc.nat(7),
  status: fc.constantFrom(...WORDS),
});
const PEOPLE = 6;
const SESSIONS = 5;
export const drawnWorkbook = fc.record({
  members: fc.array(member, { minLength: 1, maxLength: PEOPLE }),
  sessions: fc.array(session, { minLength: 1, maxLength: SESSIONS }),
  marks: fc.array(mark, { maxLength: 40 }),
});
export type Drawn = typeof drawnWorkbook extends fc.Arbitrary<infer Value> ? Value : never;
export type DrawnMark = Drawn['marks'][number];

/** Nearly every person has a mark at every session, as in workbooks in use; drawn arrays by themselves are mostly short. */
export const fullyMarkedWorkbook = fc
  .record({
    members: fc.array(member, { minLength: 4, maxLength: PEOPLE }),
    sessions: fc.array(session, { minLength: 4, maxLength: SESSIONS }),
    words: fc.array(fc.option(fc.constantFrom(...WORDS)), {
      minLength: PEOPLE * SESSIONS,
      maxLength: PEOPLE * SESSIONS,
    }),
  })
  .map(({ members, sessions, words }): Drawn => {
    const marks = words.flatMap((status, at) =>
      status === null
        ? []
        : [{ session: at % SESSIONS, member: Math.floor(at / SESSIONS), status }],
    );
    return { members, sessions, marks };
  });

export const markRow = ({ session: at, member: who, status }: DrawnMark) =>
  aMark({ sessionId: `S${at}`, memberId: `R${who}`, status });

export function drawnTables({ members, sessions, marks }: Drawn): Tables {
  return aWorkbook({
    statuses: STATUSES,
    roster: members.map((part, index) =>
      aMember({ id: `R${index}`, name: `人员${index}`, ...part }),
    ),
    schedule: sessions.map((part, index) => aSession({ id: `S${index}`, ...part })),
    attendance: marks.map(markRow),
  });
}
