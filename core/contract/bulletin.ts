import * as z from 'zod';
import { baseRequest } from './request';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** In characters: a number such as `区组通〔2026〕12号`. */
export const LONGEST_NUMBER = 40;

export const BulletinRequest = z.strictObject({
  ...baseRequest,
  /** `preview`: as HTML and as text; `file`: as a word processor’s file. Neither writes anything. */
  action: z.enum(['preview', 'file']),
  length: z.enum(['month', 'quarter', 'year']),
  /** A day of the period; without one the day of the last held session, or today. */
  day: day.optional(),
  /** The document number, printed below the title. */
  number: z
    .string()
    .max(LONGEST_NUMBER)
    .regex(/^[^/|]*$/)
    .optional(),
});
export type BulletinRequest = z.infer<typeof BulletinRequest>;

const shared = {
  from: day,
  to: day,
  /** The period in words. */
  period: z.string(),
  title: z.string(),
  /** Names the bulletin when it is mailed. */
  occasionId: z.string(),
};

export const BulletinPreview = z.strictObject({
  action: z.literal('preview'),
  ...shared,
  html: z.string(),
  text: z.string(),
});
export type BulletinPreview = z.infer<typeof BulletinPreview>;

export const BulletinFile = z.strictObject({
  action: z.literal('file'),
  ...shared,
  /** With its ending. */
  fileName: z.string(),
  /** The file’s bytes in Base64. */
  content: z.string(),
});
export type BulletinFile = z.infer<typeof BulletinFile>;

export const BulletinResponse = z.discriminatedUnion('action', [BulletinPreview, BulletinFile]);
export type BulletinResponse = z.infer<typeof BulletinResponse>;
