// How every answer that is not a success looks (RFC 9457).
import * as z from 'zod';

export const PROBLEM_CODES = [
  'bad-request',
  'not-authenticated',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'too-large',
  'unsupported-media-type',
  'workbook-incomplete',
  'preview-outdated',
  'busy',
  'gone',
  'quota-exceeded',
  'google-unavailable',
  'mail-unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  /** What was being done and what went wrong. */
  detail: z.string(),
  /** What the caller can do now. */
  nextStep: z.string(),
  /** Finds the request in the log. */
  requestId: z.string(),
  /** Places in the body that were refused. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
