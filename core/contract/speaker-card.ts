import * as z from 'zod';
import { Amount } from './amount';
import { baseRequest, entryId } from './request';

/**
 * `usage` writes the report on the pool; `card` shows one speaker: of this session, or without one of the next planned session. The
 * speaker's telephone number, address, identity and bank numbers are not in it; what the speaker wrote in the answer is, with identity and
 * bank numbers masked.
 */
export const SpeakerCardRequest = z.discriminatedUnion('action', [
  z.strictObject({
    ...baseRequest,
    action: z.literal('usage'),
    year: z.int().min(2000).max(2200).optional(),
  }),
  z.strictObject({ ...baseRequest, action: z.literal('card'), sessionId: entryId.optional() }),
]);
export type SpeakerCardRequest = z.infer<typeof SpeakerCardRequest>;

export const SpeakerUsageWritten = z.strictObject({
  action: z.literal('usage'),
  year: z.int(),
  speakers: z.int(),
  sessions: z.int(),
  /** Hours taught by leaders of the district of all hours taught. */
  leaders: z.string(),
  tab: z.strictObject({ title: z.string(), sheetId: z.int() }),
});
export type SpeakerUsageWritten = z.infer<typeof SpeakerUsageWritten>;

export const SpeakerCardShown = z.strictObject({
  action: z.literal('card'),
  session: z.strictObject({ id: z.string(), title: z.string(), when: z.string() }),
  speaker: z.strictObject({
    name: z.string(),
    unit: z.string(),
    level: z.string(),
    tier: z.string(),
    field: z.string(),
    unavailable: z.string(),
  }),
  years: z.array(
    z.strictObject({ year: z.int(), sessions: z.int(), hours: z.string(), fees: Amount }),
  ),
  last: z.string().nullable(),
  /** One decimal more than the scores; null with too few answers. */
  score: z.strictObject({ mean: z.string(), answers: z.int() }).nullable(),
  /** What the speaker answered to the invitation. */
  answer: z
    .strictObject({
      label: z.string(),
      /** Whether the session was moved since. */
      isMoved: z.boolean(),
      lines: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    })
    .nullable(),
  /** Clashes, caps and the like, a sentence each. */
  warnings: z.array(z.string()),
});
export type SpeakerCardShown = z.infer<typeof SpeakerCardShown>;

export const SpeakerCardResponse = z.discriminatedUnion('action', [
  SpeakerUsageWritten,
  SpeakerCardShown,
]);
export type SpeakerCardResponse = z.infer<typeof SpeakerCardResponse>;
