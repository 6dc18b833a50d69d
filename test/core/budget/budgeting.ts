// A year with three sessions: one held and paid, one held and not paid yet, one planned; all figures are written out in the tests.
import { toDay } from '#core/calendar/day';
import { readBook, type Book } from '#core/model/book';
import { toCents } from '#core/money/cents';
import {
  aBudgetLine,
  aMark,
  aMember,
  anExpense,
  aStandard,
  aSession,
  aSpeaker,
} from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import type { Tables } from '#core/workbook/table';

type Rows = Parameters<typeof aWorkbook>[0];

const yuan = (amount: number) => toCents(amount * 100);
/** A payment that is no fee. */
export const aBill = (part: Parameters<typeof anExpense>[0] = {}) =>
  anExpense({
    head: 'materials',
    payee: '云溪印务社',
    net: null,
    gross: null,
    tax: null,
    proof: null,
    ...part,
  });

export const SCHEDULE = [
  aSession({ state: 'held' }),
  aSession({ id: 'S02', number: 2, date: toDay('2026-03-13'), state: 'held' }),
  aSession({ id: 'S03', number: 3, date: toDay('2026-04-10'), speakerId: 'T02' }),
  aSession({ id: 'S04', number: 4, date: toDay('2026-04-17'), state: 'cancelled' }),
];

const ROWS: Rows = {
  roster: [
    aMember(),
    aMember({ id: 'R002', name: '韩雪', personOrder: 20 }),
    aMember({ id: 'R003', name: '任远', personOrder: 30 }),
  ],
  speakers: [aSpeaker(), aSpeaker({ id: 'T02', name: '许知行', titleLevel: 'associate' })],
  schedule: SCHEDULE,
  attendance: [
    aMark(),
    aMark({ memberId: 'R002', status: '迟到' }),
    aMark({ memberId: 'R003', status: '缺席' }),
  ],
  budget: [
    aBudgetLine({ planned: yuan(9000), adjusted: yuan(1000) }),
    aBudgetLine({ head: 'materials', planned: yuan(1200) }),
    aBudgetLine({ head: 'venue', planned: yuan(600) }),
    aBudgetLine({ year: 2025, planned: yuan(70_000) }),
  ],
  expenses: [
    anExpense({ proof: null }),
    aBill({ id: 'E002', amount: yuan(320) }),
    aBill({ id: 'E003', head: 'venue', amount: yuan(580), date: toDay('2026-04-02') }),
    aBill({
      id: 'E004',
      head: 'transport',
      sessionId: null,
      amount: yuan(45),
      date: toDay('2026-04-02'),
    }),
    aBill({ id: 'E005', sessionId: null, amount: yuan(999), date: toDay('2025-12-31') }),
  ],
  standards: [
    aStandard(),
    aStandard({ scope: 'associate', value: 500 }),
    aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
    aStandard({ item: 'quota', scope: '三类', value: 550 }),
    aStandard({ item: 'longCourse', scope: null, value: 0.7 }),
  ],
};

export const yearTables = (rows: Rows = {}): Tables => aWorkbook({ ...ROWS, ...rows });

export const yearBook = (rows: Rows = {}): Book =>
  readBook(yearTables(rows), toDay('2026-04-08')).book;
