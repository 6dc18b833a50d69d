import * as z from 'zod';
import { Amount } from './amount';
import { Rate } from './attendance-report';
import { NoticeProgressResponse } from './notice-progress';
import { baseRequest } from './request';

/**
 * `week` is what the sidebar opens with; `figures` adds the totals; `write` also writes the tab; `link` makes a link for leaders.
 * The first two write nothing.
 */
export const DashboardRequest = z.strictObject({
  ...baseRequest,
  action: z.enum(['week', 'figures', 'write', 'link']),
});
export type DashboardRequest = z.infer<typeof DashboardRequest>;

export const STEP_KEYS = [
  'session',
  'check',
  'notice',
  'replies',
  'leave',
  'signIn',
  'fee',
  'followUp',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

export const STEP_STATES = ['done', 'todo', 'waiting', 'later'] as const;
/** `todo`: the clerk can do something now; `waiting`: others have to; `later`: its time has not come. */
export type StepState = (typeof STEP_STATES)[number];

/** What to press for it: a panel's button, or a kind of notice. */
export const STEP_ACTIONS = [
  'check',
  'weekly',
  'change',
  'reminder',
  'leave',
  'makeSheet',
  'closeSheet',
  'fee',
  'followUp',
] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

const Step = z.strictObject({
  key: z.enum(STEP_KEYS),
  label: z.string(),
  state: z.enum(STEP_STATES),
  stateLabel: z.string(),
  words: z.string(),
  action: z.enum(STEP_ACTIONS).nullable(),
  /** Null when the workbook has no such tab; without a cell the whole tab is meant. */
  target: z.strictObject({ sheetId: z.int(), cell: z.string().nullable() }).nullable(),
});
export type Step = z.infer<typeof Step>;

export const DashboardWeek = z.strictObject({
  action: z.literal('week'),
  steps: z.array(Step),
  /** Of the caller. */
  role: z.enum(['viewer', 'clerk', 'admin']),
  ...NoticeProgressResponse.shape,
});
export type DashboardWeek = z.infer<typeof DashboardWeek>;

const figures = {
  year: z.int(),
  from: z.string(),
  to: z.string(),
  overall: z.strictObject({ a: Rate, b: Rate }),
  budget: z.strictObject({ total: Amount, spent: Amount, left: Amount, rate: z.string() }),
  /** People who have reached their hours target, and all who have one. */
  hours: z.strictObject({ reached: z.int(), withTarget: z.int() }),
};

export const DashboardFiguresAnswer = z.strictObject({ action: z.literal('figures'), ...figures });

export const DashboardWritten = z.strictObject({
  action: z.literal('write'),
  ...figures,
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type DashboardTotals = z.infer<typeof DashboardFiguresAnswer | typeof DashboardWritten>;

export const DashboardLink = z.strictObject({
  action: z.literal('link'),
  address: z.string(),
  /** The last day on which it is valid. */
  until: z.string(),
});

export const DashboardResponse = z.discriminatedUnion('action', [
  DashboardWeek,
  DashboardFiguresAnswer,
  DashboardWritten,
  DashboardLink,
]);
export type DashboardResponse = z.infer<typeof DashboardResponse>;
