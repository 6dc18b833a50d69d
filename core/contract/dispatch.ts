// The call that hands out work over all workbooks; it names none, so it is not in the table of functions.
import * as z from 'zod';
import { RollUpResponse } from './roll-up';
import { RunDueResponse } from './run-due';

export const DispatchRequest = z.strictObject({});

export const DispatchResponse = z.strictObject({
  /** In the registry. */
  workbooks: z.int(),
  /** Handed to the queue. */
  tasks: z.int(),
  /** What they did, where the queue carries tasks out at once. */
  runs: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('runDue'),
        spreadsheetId: z.string(),
        result: RunDueResponse,
      }),
      z.strictObject({
        kind: z.literal('rollUp'),
        spreadsheetId: z.string(),
        result: RollUpResponse,
      }),
    ]),
  ),
});
export type DispatchResponse = z.infer<typeof DispatchResponse>;
