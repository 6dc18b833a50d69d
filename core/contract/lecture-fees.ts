import * as z from 'zod';
import { Amount } from './amount';
import { RenderedFinding } from './rendered-finding';
import { baseRequest, entryId } from './request';
import { SessionChoice } from './session-choice';

const choices = {
  /** After tax, for one class hour, in cents. Without it the cap of the speaker's title; nothing for the district's own leaders. */
  perHourCents: z.int().min(0).max(10_000_00).optional(),
  /** The day of payment: its month decides what is taxed together. Without it today. */
  paidOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** `month` (usual): the speaker's fees of a month are one income. `separate` needs a reason. */
  taxBasis: z.enum(['month', 'separate']).optional(),
  taxReason: z.string().trim().min(1).max(200).optional(),
  approvalNumber: z.string().trim().min(1).max(100).optional(),
};

/** `preview` works the fee out; `sheet` also writes the payment sheet; `confirm` books exactly what the preview with this fingerprint showed. */
export const LectureFeesRequest = z.discriminatedUnion('action', [
  z.strictObject({
    ...baseRequest,
    action: z.literal('preview'),
    sessionId: entryId.optional(),
    ...choices,
  }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('sheet'),
    sessionId: entryId.optional(),
    ...choices,
  }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('confirm'),
    sessionId: entryId,
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    ...choices,
  }),
]);
export type LectureFeesRequest = z.infer<typeof LectureFeesRequest>;

const Taxed = z.strictObject({ gross: Amount, tax: Amount });
const Tab = z.strictObject({ title: z.string(), sheetId: z.int() });

export const FeePreview = z.strictObject({
  action: z.literal('preview'),
  session: z.strictObject({ id: z.string(), title: z.string(), when: z.string() }),
  /** Held sessions, the last first, then planned ones. */
  sessions: z.array(SessionChoice),
  speaker: z.strictObject({ name: z.string(), title: z.string() }).nullable(),
  steps: z.array(z.strictObject({ label: z.string(), working: z.string(), result: z.string() })),
  net: Amount,
  gross: Amount,
  tax: Amount,
  taxBasis: z.enum(['month', 'separate']),
  /** Both ways of taxing, whichever was chosen. */
  alone: Taxed,
  together: Taxed,
  /** Fees of the same speaker booked for the same month before. */
  earlierInMonth: z.int(),
  /** Said while only the unconfirmed central model gives the cap. */
  banner: z.string().nullable(),
  /** The expense that already pays this fee. */
  recorded: z.strictObject({ expenseId: z.string(), paidOn: z.string(), gross: Amount }).nullable(),
  /** What is wrong with the entries that the fee depends on; with errors it cannot be booked. */
  findings: z.array(RenderedFinding),
  canConfirm: z.boolean(),
  fingerprint: z.string(),
});
export type FeePreview = z.infer<typeof FeePreview>;

export const FeeSheet = z.strictObject({
  action: z.literal('sheet'),
  payments: z.int(),
  net: Amount,
  gross: Amount,
  tax: Amount,
  tab: Tab,
});
export type FeeSheet = z.infer<typeof FeeSheet>;

export const FeeConfirmed = z.strictObject({
  action: z.literal('confirm'),
  /** A fee is booked once: a second confirmation writes nothing. */
  outcome: z.enum(['written', 'alreadyRecorded']),
  expenseId: z.string(),
  gross: Amount,
  tax: Amount,
  tab: Tab.nullable(),
});
export type FeeConfirmed = z.infer<typeof FeeConfirmed>;

export const LectureFeesResponse = z.discriminatedUnion('action', [
  FeePreview,
  FeeSheet,
  FeeConfirmed,
]);
export type LectureFeesResponse = z.infer<typeof LectureFeesResponse>;
