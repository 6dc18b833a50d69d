import * as z from 'zod';
import { baseRequest } from './request';

/** Without a year the settings' year. */
export const HoursLedgerRequest = z.strictObject({
  ...baseRequest,
  year: z.int().min(2000).max(2200).optional(),
});
export type HoursLedgerRequest = z.infer<typeof HoursLedgerRequest>;

export const HoursLedgerResponse = z.strictObject({
  year: z.int(),
  people: z.int(),
  /** Who left the roster within the year; they have no target. */
  left: z.int(),
  /** Whose rank class has a target. */
  withTarget: z.int(),
  reached: z.int(),
  /** Not reached yet, but will be by the person's own rate. */
  onCourse: z.int(),
  /** Will miss the target by the person's own rate, the first in official order. */
  short: z.array(
    z.strictObject({ name: z.string(), unit: z.string(), missing: z.number(), target: z.number() }),
  ),
  shortCount: z.int(),
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type HoursLedgerResponse = z.infer<typeof HoursLedgerResponse>;
