import * as z from 'zod';

/** A finding as the sidebar shows it. */
export const RenderedFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  tab: z.string(),
  tabTitle: z.string(),
  sheetId: z.int().nullable(),
  /** `C12`; null when the finding is about the whole tab. */
  cell: z.string().nullable(),
  /** The key of the row, such as `S05 · M048`; empty when it has none. */
  entry: z.string(),
  value: z.string(),
  message: z.string(),
  suggestion: z.string(),
  /** The reason for which a warning is accepted; null when nobody accepted it. */
  accepted: z.string().nullable(),
  /** The probable correction, written when a clerk chooses it; null when there is no safe one. */
  fix: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
});
export type RenderedFinding = z.infer<typeof RenderedFinding>;
