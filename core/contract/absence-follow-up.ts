import * as z from 'zod';
import { baseRequest, entryId, timeoutSeconds } from './request';
import { SessionChoice } from './session-choice';
import { NoticePreview, NoticeSent, NoticeOccasion } from './weekly-notice';

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `preview`: who was absent without leave from the session (without one: the last held), with both kinds of mail; `send` carries out
 * exactly what the previews with these fingerprints showed: to the absent, to the units' contacts, or to both.
 */
export const AbsenceFollowUpRequest = z.discriminatedUnion('action', [
  z.strictObject({ ...baseRequest, action: z.literal('preview'), sessionId: entryId.optional() }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('send'),
    sessionId: entryId,
    absence: fingerprint.optional(),
    digest: fingerprint.optional(),
    seconds: timeoutSeconds,
  }),
]);
export type AbsenceFollowUpRequest = z.infer<typeof AbsenceFollowUpRequest>;

export const FollowUpPreview = z.strictObject({
  action: z.literal('preview'),
  session: NoticeOccasion,
  /** Held sessions that can be chosen, the newest first. */
  sessions: z.array(SessionChoice),
  /** In official order. */
  absent: z.array(
    z.strictObject({
      memberId: z.string(),
      name: z.string(),
      unit: z.string(),
      /** Absences without leave in a row up to this session, since the year began. */
      inARow: z.int(),
      /** Why there is no mail; null when there is one. */
      noMail: z.string().nullable(),
    }),
  ),
  /** Due people whose attendance is not recorded: neither absent nor followed up. */
  notRecorded: z.int(),
  /** Due people whose mark nobody can read as came, leave or absence; not followed up either. */
  unclear: z.array(z.string()),
  absence: NoticePreview,
  digest: NoticePreview,
});
export type FollowUpPreview = z.infer<typeof FollowUpPreview>;

export const FollowUpSent = z.strictObject({
  action: z.literal('send'),
  /** Null when it was not asked for. Skipped are only those the kind is for. */
  absence: NoticeSent.nullable(),
  digest: NoticeSent.nullable(),
  /** Why the digests did not go out although the first mails did; null when nothing prevented them. */
  refused: z.string().nullable(),
});
export type FollowUpSent = z.infer<typeof FollowUpSent>;

export const AbsenceFollowUpResponse = z.discriminatedUnion('action', [
  FollowUpPreview,
  FollowUpSent,
]);
export type AbsenceFollowUpResponse = z.infer<typeof AbsenceFollowUpResponse>;
