// How a function answers with an official paper.
import * as z from 'zod';

export const DocumentAnswer = z.strictObject({
  title: z.string(),
  /** To be pasted with its formats. */
  html: z.string(),
  text: z.string(),
  /** The word processor's file in base64; null when it was not asked for. */
  file: z.strictObject({ name: z.string(), content: z.base64() }).nullable(),
});
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;
