// A district with four open topics, four speakers of known caps, and a budget; the figures are written out in the tests.
import { toDay } from '#core/calendar/day';
import { readBook, type Book } from '#core/model/book';
import { toCents } from '#core/money/cents';
import type { RankedTopic } from '#core/planning/proposal';
import { aBudgetLine, aSession, aSpeaker, aStandard, aTopic } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import type { Tables } from '#core/workbook/table';

export type PlanRows = NonNullable<Parameters<typeof aWorkbook>[0]>;

export const yuan = (amount: number) => toCents(Math.round(amount * 100));
export const setting = (name: string, value: string) => ({ name, value });

/** P4's field is nobody's. */
export const ROWS: PlanRows = {
  schedule: [],
  topics: [
    aTopic({ id: 'P1', title: '经济形势', speakerId: 'T1' }),
    aTopic({ id: 'P2', title: '法治建设', field: '法学' }),
    aTopic({ id: 'P3', title: '基层治理', field: '治理' }),
    aTopic({ id: 'P4', title: '天文', field: '天文' }),
  ],
  speakers: [
    aSpeaker({ id: 'T1', name: '甲', titleLevel: 'senior', tier: 'province', field: '经济学' }),
    aSpeaker({ id: 'T2', name: '乙', titleLevel: 'associate', tier: 'city', field: '法学、治理' }),
    aSpeaker({ id: 'T3', name: '丙', titleLevel: 'senior', tier: 'province', field: '治理' }),
    aSpeaker({ id: 'T4', name: '丁', titleLevel: 'localLeader', tier: 'district', field: '法学' }),
  ],
  budget: [aBudgetLine({ planned: yuan(20_000) })],
  standards: [
    aStandard({ scope: 'senior', value: 1000 }),
    aStandard({ scope: 'associate', value: 500 }),
    aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
  ],
  settings: [setting('可用场地', '礼堂')],
};

/** Wednesday 4 March 2026: nothing is proposed before 18 March. */
export const TODAY = toDay('2026-03-04');

export const planTables = (rows: PlanRows = {}): Tables => aWorkbook({ ...ROWS, ...rows });
export const planBook = (rows: PlanRows = {}): Book => readBook(planTables(rows), TODAY).book;

export const RANKING: readonly RankedTopic[] = [
  { id: 'P1', rank: 1, points: 9, heads: { numerator: 3, denominator: 5 } },
  { id: 'P2', rank: 2, points: 7, heads: { numerator: 3, denominator: 5 } },
  { id: 'P3', rank: 3, points: 4, heads: { numerator: 2, denominator: 5 } },
  { id: 'P4', rank: 4, points: 1, heads: { numerator: 1, denominator: 5 } },
];

export const period = (from: string, to: string) => ({ from: toDay(from), to: toDay(to) });
export { aSession, aSpeaker, aTopic, aBudgetLine };
