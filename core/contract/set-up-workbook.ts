import * as z from 'zod';
import { baseRequest } from './request';

export const SetUpWorkbookRequest = z.strictObject(baseRequest);
export type SetUpWorkbookRequest = z.infer<typeof SetUpWorkbookRequest>;

export const SetUpWorkbookResponse = z.strictObject({
  created: z.array(z.string()),
  /** Tabs that were there and got missing columns, formats or drop-downs. */
  upgraded: z.array(z.string()),
  unchanged: z.int(),
  /** One sentence for each tab whose headings are not in the first row: it was left as it is, or what was added. */
  remarks: z.array(z.string()),
});
export type SetUpWorkbookResponse = z.infer<typeof SetUpWorkbookResponse>;
