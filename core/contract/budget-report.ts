import * as z from 'zod';
import { Amount } from './amount';
import { baseRequest, entryId } from './request';
import { SessionChoice } from './session-choice';

const year = z.int().min(2000).max(2200).optional();
/** `read` only answers; without it the report's tab is written. */
const action = z.enum(['write', 'read']).optional();

/** Without a year the settings' year; without a session the last held one. */
export const BudgetReportRequest = z.discriminatedUnion('report', [
  z.strictObject({ ...baseRequest, report: z.literal('execution'), action, year }),
  z.strictObject({
    ...baseRequest,
    report: z.literal('settlement'),
    action,
    sessionId: entryId.optional(),
  }),
  z.strictObject({ ...baseRequest, report: z.literal('year'), action, year }),
]);
export type BudgetReportRequest = z.infer<typeof BudgetReportRequest>;

/** Null when the report was only read. */
const Tab = z.strictObject({ title: z.string(), sheetId: z.int() }).nullable();
const amounts = {
  total: Amount,
  spent: Amount,
  /** Fees of sessions that are not paid yet. */
  committed: Amount,
  left: Amount,
  forecast: Amount,
  /** Spent of the budget with one decimal; `—` without a budget. */
  rate: z.string(),
};

export const ExecutionAnswer = z.strictObject({
  report: z.literal('execution'),
  year: z.int(),
  heads: z.array(
    z.strictObject({
      head: z.string(),
      label: z.string(),
      state: z.enum(['ok', 'near', 'bound', 'over', 'noBudget', 'unclear']),
      stateLabel: z.string(),
      ...amounts,
    }),
  ),
  overall: z.strictObject(amounts),
  /** Expense rows that are in no sum because a cell cannot be read. */
  leftOut: z.int(),
  tab: Tab,
});
export type ExecutionAnswer = z.infer<typeof ExecutionAnswer>;

export const SettlementAnswer = z.strictObject({
  report: z.literal('settlement'),
  session: z.strictObject({ id: z.string(), title: z.string(), date: z.string() }),
  /** Held sessions, the last first. */
  sessions: z.array(SessionChoice),
  due: z.int(),
  attended: z.int(),
  heads: z.array(
    z.strictObject({
      head: z.string(),
      label: z.string(),
      budget: Amount,
      actual: Amount,
      perPerson: Amount.nullable(),
    }),
  ),
  budget: Amount,
  actual: Amount,
  perPerson: Amount.nullable(),
  /** What the quota allows besides the lecturer, and what was spent of it; null without a quota. */
  quota: z.strictObject({ limit: Amount, actual: Amount, isOver: z.boolean() }).nullable(),
  papers: z.array(
    z.strictObject({ key: z.string(), label: z.string(), isThere: z.boolean().nullable() }),
  ),
  tab: Tab,
});
export type SettlementAnswer = z.infer<typeof SettlementAnswer>;

export const YearAnswer = z.strictObject({
  report: z.literal('year'),
  year: z.int(),
  sessions: z.int(),
  cost: Amount,
  tab: Tab,
});
export type YearAnswer = z.infer<typeof YearAnswer>;

export const BudgetReportResponse = z.discriminatedUnion('report', [
  ExecutionAnswer,
  SettlementAnswer,
  YearAnswer,
]);
export type BudgetReportResponse = z.infer<typeof BudgetReportResponse>;
