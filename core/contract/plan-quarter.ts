import * as z from 'zod';
import { Amount } from './amount';
import { baseRequest } from './request';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

/**
 * `preview` shows what would be proposed; `write` also puts it into the tab of proposals; `accept` makes sessions of the rows that are
 * ticked there. Without days the quarter after this one.
 */
export const PlanQuarterRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('preview'), from: day, to: day }),
  z.strictObject({ ...baseRequest, action: z.literal('write'), from: day, to: day }),
  z.strictObject({ ...baseRequest, action: z.literal('accept') }),
]);
export type PlanQuarterRequest = z.infer<typeof PlanQuarterRequest>;

const Tab = z.strictObject({ title: z.string(), sheetId: z.int() });

const plan = {
  from: z.string(),
  to: z.string(),
  /** Free half-days of the period. */
  slots: z.int(),
  proposals: z.array(
    z.strictObject({
      when: z.string(),
      title: z.string(),
      speaker: z.string(),
      venue: z.string(),
      fee: Amount,
      reason: z.string(),
    }),
  ),
  fees: Amount,
  /** What the plan does not meet, a sentence each. */
  concerns: z.array(z.string()),
  tab: Tab,
};

export const PlanPreview = z.strictObject({ action: z.literal('preview'), ...plan });
export type PlanPreview = z.infer<typeof PlanPreview>;
export const PlanWritten = z.strictObject({ action: z.literal('write'), ...plan });
export type PlanWritten = z.infer<typeof PlanWritten>;

export const PlanAccepted = z.strictObject({
  action: z.literal('accept'),
  /** Rows that were ticked and had no session yet. */
  ticked: z.int(),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int(),
      date: z.string(),
      title: z.string(),
      speaker: z.string(),
    }),
  ),
  concerns: z.array(z.string()),
  tab: Tab,
});
export type PlanAccepted = z.infer<typeof PlanAccepted>;

export const PlanQuarterResponse = z.discriminatedUnion('action', [
  PlanPreview,
  PlanWritten,
  PlanAccepted,
]);
export type PlanQuarterResponse = z.infer<typeof PlanQuarterResponse>;
