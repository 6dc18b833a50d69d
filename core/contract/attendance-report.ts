import * as z from 'zod';
import { baseRequest } from './request';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const AttendanceReportRequest = z.strictObject({
  ...baseRequest,
  /** First and last day of the period; without them the settings' year to date. */
  from: day.optional(),
  to: day.optional(),
  /** `read` only answers; without it the report tabs are written. */
  action: z.enum(['write', 'read']).optional(),
});
export type AttendanceReportRequest = z.infer<typeof AttendanceReportRequest>;

/** A rate as a fraction and as text with one decimal; `—` when there is no basis. */
export const Rate = z.strictObject({
  numerator: z.number(),
  denominator: z.number(),
  text: z.string(),
});
export type Rate = z.infer<typeof Rate>;

const Rates = z.strictObject({ a: Rate, b: Rate });

export const AttendanceReportResponse = z.strictObject({
  from: day,
  to: day,
  sessions: z.int(),
  people: z.int(),
  overall: Rates,
  units: z.array(z.strictObject({ unit: z.string(), rates: Rates })),
  /** Due people of held sessions without a mark: not absent, not counted, listed. */
  notRecorded: z.int(),
  /** The same of those whose marks contradict each other or name no status. */
  unclear: z.int(),
  /** None when the report was only read. */
  tabs: z.array(z.strictObject({ title: z.string(), sheetId: z.int() })),
});
export type AttendanceReportResponse = z.infer<typeof AttendanceReportResponse>;
