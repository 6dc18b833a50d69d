import * as z from 'zod';
import { Amount } from './amount';
import { baseRequest } from './request';

const origin = {
  /**
   * Last year's workbook: its address or its id. The caller must be a clerk or an administrator there. Without it the new year begins in
   * this workbook itself, which must be a copy of last year's.
   */
  source: z.string().trim().min(1).max(500).optional(),
  /** The new year; without it the one after the source's. */
  year: z.int().min(2000).max(2200).optional(),
};

/** `preview` writes nothing; `apply` writes exactly what the preview with this fingerprint showed, into an empty workbook or a copy. */
export const StartYearRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('preview'), ...origin }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('apply'),
    ...origin,
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
export type StartYearRequest = z.infer<typeof StartYearRequest>;

const YearTab = z.strictObject({
  title: z.string(),
  rows: z.int(),
  /** Rows of the source that stay behind. */
  leftOut: z.int(),
});

export const YearMatter = z.strictObject({
  kind: z.enum(['makeUp', 'fee', 'session']),
  /** The kind in words. */
  label: z.string(),
  sessionId: z.string(),
  title: z.string(),
  date: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  dueOn: z.string().nullable(),
  gross: Amount.nullable(),
});
export type YearMatter = z.infer<typeof YearMatter>;

const written = {
  year: z.int(),
  sourceTitle: z.string(),
  tabs: z.array(YearTab),
  /** In a copy: tabs of which nothing goes on, and their rows. */
  emptied: z.array(z.strictObject({ title: z.string(), rows: z.int() })),
  /** In a copy: last year's reports and sign-in sheets, whose tabs are deleted. */
  reports: z.array(z.string()),
  settings: z.int(),
  /** Settings that were changed in the new workbook before: they stay. */
  keptSettings: z.array(z.string()),
  /** The earlier totals: of how many people, and what they add up. */
  hours: z.strictObject({
    people: z.int(),
    from: z.string(),
    to: z.string(),
    /** Marks that are missing in held sessions: they may still earn hours. */
    notRecorded: z.int(),
  }),
  /** What last year leaves open: the first of them, and how many there are of each kind. */
  matters: z.array(YearMatter),
  matterCounts: z.strictObject({ makeUp: z.int(), fee: z.int(), session: z.int() }),
  unpaid: Amount,
};

export const StartYearPreview = z.strictObject({
  action: z.literal('preview'),
  ...written,
  /** Titles of tabs that hold entries: the year cannot be written into this workbook. */
  withEntries: z.array(z.string()),
  canApply: z.boolean(),
  fingerprint: z.string(),
});
export type StartYearPreview = z.infer<typeof StartYearPreview>;

export const StartYearApplied = z.strictObject({
  action: z.literal('apply'),
  ...written,
  /** Where the open matters are listed; null: there are none. */
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }).nullable(),
});
export type StartYearApplied = z.infer<typeof StartYearApplied>;

export const StartYearResponse = z.discriminatedUnion('action', [
  StartYearPreview,
  StartYearApplied,
]);
export type StartYearResponse = z.infer<typeof StartYearResponse>;
