import * as z from 'zod';
import { Amount } from './amount';
import { baseRequest } from './request';

/** Without a year the settings' year. */
export const YearPlanRequest = z.strictObject({
  ...baseRequest,
  year: z.int().min(2000).max(2200).optional(),
});
export type YearPlanRequest = z.infer<typeof YearPlanRequest>;

export const YearPlanResponse = z.strictObject({
  year: z.int(),
  sessions: z.int(),
  /** Weeks with a half-day that can still be used. */
  free: z.int(),
  fees: Amount,
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type YearPlanResponse = z.infer<typeof YearPlanResponse>;
