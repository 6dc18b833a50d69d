import * as z from 'zod';
import { Amount } from './amount';
import { DocumentAnswer } from './document-answer';
import { baseRequest } from './request';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

/** Without days the quarter after this one. */
export const ActivityPlanRequest = z.strictObject({
  ...baseRequest,
  from: day,
  to: day,
  /** Also makes the word processor's file. */
  withFile: z.boolean().optional(),
});
export type ActivityPlanRequest = z.infer<typeof ActivityPlanRequest>;

export const ActivityPlanResponse = z.strictObject({
  from: z.string(),
  to: z.string(),
  sessions: z.int(),
  fees: Amount,
  document: DocumentAnswer,
});
export type ActivityPlanResponse = z.infer<typeof ActivityPlanResponse>;
