import * as z from 'zod';
import { baseRequest } from './request';

/** A correction that a clerk chose, as it was shown. */
const Choice = z.strictObject({
  /** Key of the tab. */
  tab: z.string().min(1).max(40),
  cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,7}$/),
  before: z.string().max(200),
  after: z.string().max(200),
});

export const ApplySuggestionsRequest = z.strictObject({
  ...baseRequest,
  choices: z.array(Choice).min(1).max(500),
});
export type ApplySuggestionsRequest = z.infer<typeof ApplySuggestionsRequest>;
export type SuggestionChoice = z.infer<typeof Choice>;

const Shown = { tabTitle: z.string(), cell: z.string(), before: z.string(), after: z.string() };

export const ApplySuggestionsResponse = z.strictObject({
  written: z.array(z.strictObject(Shown)),
  /** Choices that were not written, each with the reason. */
  refused: z.array(z.strictObject({ ...Shown, reason: z.string() })),
});
export type ApplySuggestionsResponse = z.infer<typeof ApplySuggestionsResponse>;
