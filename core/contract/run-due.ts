import * as z from 'zod';
import { NOTICE_KIND_KEYS } from '../workbook/tabs/notice-kinds';
import { baseRequest } from './request';

export const RunDueRequest = z.strictObject(baseRequest);
export type RunDueRequest = z.infer<typeof RunDueRequest>;

export const RunDueResponse = z.strictObject({
  /** Whether the settings let the schedule send at all. */
  automatic: z.boolean(),
  /** Sends that were begun and went on, and notices that were due and for somebody. */
  notices: z.array(
    z.strictObject({
      kind: z.enum(NOTICE_KIND_KEYS),
      /** Of the session, the round or the period it is about. */
      occasionId: z.string(),
      sent: z.int(),
      failed: z.int(),
      unknown: z.int(),
      /** Planned, for the next run. */
      waiting: z.int(),
      /** Refused for now, or in doubt with a draft: tried again within the hour. */
      toRetry: z.int(),
      /** Why nothing was sent, with what to do; null when it went. */
      refused: z.string().nullable(),
    }),
  ),
  /** Why the workbook could not be run at all; the registry shows it too. */
  failed: z.string().optional(),
});
export type RunDueResponse = z.infer<typeof RunDueResponse>;
