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
  value: z.string(),
  message: z.string(),
  suggestion: z.string(),
});
export type RenderedFinding = z.infer<typeof RenderedFinding>;
