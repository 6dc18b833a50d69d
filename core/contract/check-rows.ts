import * as z from 'zod';
import { RenderedFinding } from './rendered-finding';
import { baseRequest } from './request';

/** Sheet's own row numbers; the header is row 1. */
const row = z.int().min(1).max(10_000_000);

/** As counted from 1: column A is 1. */
const column = z.int().min(1).max(20_000);

/** Cells that somebody has just edited. */
export const CheckRowsRequest = z.strictObject({
  ...baseRequest,
  sheetId: z.int().min(0),
  firstRow: row,
  lastRow: row,
  /** A script of an earlier version does not name them. */
  firstColumn: column.optional(),
  lastColumn: column.optional(),
});
export type CheckRowsRequest = z.infer<typeof CheckRowsRequest>;

export const CheckRowsResponse = z.strictObject({
  /** The rows that were checked; null when the tab is none that is checked. Of a large paste only the first rows are. */
  checked: z.strictObject({ tabTitle: z.string(), firstRow: z.int(), lastRow: z.int() }).nullable(),
  /** Rows of the edit that only the next whole check looks at. */
  notChecked: z.int(),
  counts: z.strictObject({ error: z.int(), warning: z.int(), info: z.int() }),
  /** Ids that were entered for names: the cell, what was typed, and the id. The first ones. */
  entered: z.array(z.strictObject({ cell: z.string(), words: z.string(), id: z.string() })),
  enteredCount: z.int(),
  /** The first findings of these rows. */
  findings: z.array(RenderedFinding),
});
export type CheckRowsResponse = z.infer<typeof CheckRowsResponse>;
