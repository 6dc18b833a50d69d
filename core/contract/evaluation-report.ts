import * as z from 'zod';
import { baseRequest, entryId } from './request';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const EvaluationReportRequest = z.strictObject({
  ...baseRequest,
  /** First and last day of the sessions; without them the settings' year. */
  from: day.optional(),
  to: day.optional(),
  /** Closes this session's evaluation before its last day. It cannot be opened again. */
  close: entryId.optional(),
});
export type EvaluationReportRequest = z.infer<typeof EvaluationReportRequest>;

/** Means and rates as they are printed. */
const Figures = z.strictObject({
  answers: z.int(),
  items: z.array(z.strictObject({ label: z.string(), mean: z.string() })),
  mean: z.string(),
  points: z.string(),
  satisfied: z.string(),
  excellent: z.string(),
});

export const EvaluatedSession = z.strictObject({
  id: z.string(),
  number: z.int().nullable(),
  date: day,
  title: z.string(),
  speaker: z.string(),
  came: z.int(),
  received: z.int(),
  response: z.string(),
  state: z.enum(['shown', 'sealed', 'tooFew', 'none']),
  stateLabel: z.string(),
  /** The last day on which an answer is taken. */
  lastDay: day,
  /** Whether it can be closed now: it is open and has enough answers. */
  canClose: z.boolean(),
  figures: Figures.nullable(),
  /** What a clerk may send to the speaker; null while there are no results. */
  draft: z.strictObject({ subject: z.string(), text: z.string() }).nullable(),
});
export type EvaluatedSession = z.infer<typeof EvaluatedSession>;

export const EvaluationReportResponse = z.strictObject({
  from: day,
  to: day,
  /** Sessions of the period with results or answers, the newest first. */
  sessions: z.array(EvaluatedSession),
  /** Sessions whose answers this call opened. */
  opened: z.int(),
  /** Sealed answers that cannot be opened. */
  broken: z.int(),
  leftOut: z.int(),
  tabs: z.array(z.strictObject({ title: z.string(), sheetId: z.int() })),
});
export type EvaluationReportResponse = z.infer<typeof EvaluationReportResponse>;
