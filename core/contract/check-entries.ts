import * as z from 'zod';
import { RenderedFinding } from './rendered-finding';
import { baseRequest } from './request';

export const CheckEntriesRequest = z.strictObject(baseRequest);
export type CheckEntriesRequest = z.infer<typeof CheckEntriesRequest>;

export const CheckEntriesResponse = z.strictObject({
  counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
  /** Rows that were looked at, over all tabs. */
  rows: z.int(),
  /** Cells that now carry a note and a colour, and wrong cells that do not because there are too many. */
  marked: z.int(),
  notMarked: z.int(),
  /** The first findings in the workbook's order; the checks tab has all of them. */
  findings: z.array(RenderedFinding),
  /** How many findings `findings` leaves out. */
  notShown: z.int(),
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type CheckEntriesResponse = z.infer<typeof CheckEntriesResponse>;
