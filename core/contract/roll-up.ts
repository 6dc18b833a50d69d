import * as z from 'zod';
import { baseRequest } from './request';

export const RollUpRequest = z.strictObject(baseRequest);
export type RollUpRequest = z.infer<typeof RollUpRequest>;

export const RollUpResponse = z.strictObject({
  /** Weeks with figures. */
  weeks: z.int(),
  /** Files that were new or different. */
  written: z.int(),
  /** Files of weeks that have no figures any more. */
  removed: z.int(),
  /** Why the schedule could not roll the workbook up; the registry shows it too. */
  failed: z.string().optional(),
});
export type RollUpResponse = z.infer<typeof RollUpResponse>;
