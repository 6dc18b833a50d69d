import * as z from 'zod';
import { baseRequest } from './request';

export const SetUpWorkbookRequest = z.strictObject(baseRequest);
export type SetUpWorkbookRequest = z.infer<typeof SetUpWorkbookRequest>;

export const SetUpWorkbookResponse = z.strictObject({
  created: z.array(z.string()),
  /** Tabs that were there and got missing columns, formats or drop-downs. */
  upgraded: z.array(z.string()),
  unchanged: z.int(),
});
export type SetUpWorkbookResponse = z.infer<typeof SetUpWorkbookResponse>;
