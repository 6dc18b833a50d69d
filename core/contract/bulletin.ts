import * as z from 'zod';
import { DocumentAnswer } from './document-answer';
import { baseRequest } from './request';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** In characters: a number such as `区组通〔2026〕12号`. */
const LONGEST_NUMBER = 40;

export const BulletinRequest = z.strictObject({
  ...baseRequest,
  length: z.enum(['month', 'quarter', 'year']),
  /** A day of the period; without one the day of the last held session, or today. */
  day: day.optional(),
  /** The document number, printed below the title. Strokes part the names of mails in the ledger. */
  number: z
    .string()
    .max(LONGEST_NUMBER)
    .regex(/^[^/|]*$/)
    .optional(),
  /** Also makes the word processor's file. */
  withFile: z.boolean().optional(),
});
export type BulletinRequest = z.infer<typeof BulletinRequest>;

export const BulletinResponse = z.strictObject({
  from: day,
  to: day,
  /** The period in words. */
  period: z.string(),
  /** Names the bulletin when it is mailed. */
  occasionId: z.string(),
  document: DocumentAnswer,
});
export type BulletinResponse = z.infer<typeof BulletinResponse>;
