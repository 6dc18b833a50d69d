import * as z from 'zod';
import { NOTICE_KIND_KEYS } from '../workbook/tabs/notice-kinds';
import { RenderedFinding } from './rendered-finding';
import { baseRequest, entryId, timeoutSeconds } from './request';
import { SessionChoice } from './session-choice';

/** Without a kind: the weekly notice. `occasionId`: the session's ID, or the first day of a round of orders, or a period. */
const choice = { ...baseRequest, kind: z.enum(NOTICE_KIND_KEYS).optional() };

/**
 * `preview` decides and shows; `send` carries out exactly what the preview with this fingerprint showed; `continue` goes on with what a
 * send has left, as long as it would be the same mails; `test` mails one recipient's notice to the caller; `resolve` says what became
 * of mails in doubt.
 */
export const WeeklyNoticeRequest = z.discriminatedUnion('action', [
  z.strictObject({
    ...choice,
    action: z.literal('preview'),
    occasionId: entryId.optional(),
    memberId: entryId.optional(),
  }),
  z.strictObject({
    ...choice,
    action: z.literal('send'),
    occasionId: entryId,
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    seconds: timeoutSeconds,
  }),
  z.strictObject({
    ...choice,
    action: z.literal('continue'),
    occasionId: entryId,
    seconds: timeoutSeconds,
  }),
  z.strictObject({
    ...choice,
    action: z.literal('test'),
    occasionId: entryId,
    memberId: entryId.optional(),
  }),
  z.strictObject({
    ...choice,
    action: z.literal('resolve'),
    occasionId: entryId,
    memberIds: z.array(entryId).min(1).max(2000),
    as: z.enum(['sent', 'retry']),
  }),
]);
export type WeeklyNoticeRequest = z.infer<typeof WeeklyNoticeRequest>;

/** What a notice is about: a session; or a round of orders or a period, which have no venue. */
export const NoticeOccasion = z.strictObject({
  id: z.string(),
  title: z.string(),
  when: z.string(),
  venue: z.string(),
});
const Skipped = z.strictObject({
  memberId: z.string(),
  name: z.string(),
  code: z.string(),
  reason: z.string(),
});

export const NoticePreview = z.strictObject({
  action: z.literal('preview'),
  kind: z.enum(NOTICE_KIND_KEYS),
  occasion: NoticeOccasion,
  /** Sessions that this kind can be about; none when it is about something else. */
  sessions: z.array(SessionChoice),
  fingerprint: z.string(),
  /** How many mails `send` would send. */
  messages: z.int(),
  recipients: z.array(
    z.strictObject({ memberId: z.string(), name: z.string(), address: z.string() }),
  ),
  skipped: z.array(Skipped),
  /** Errors among the session's entries and the words; while there are any, nothing can be sent. */
  findings: z.array(RenderedFinding),
  /** Of an invitation: what speaks against the session with this speaker, such as a clash or a fee above the cap. It can be sent all the same. */
  warnings: z.array(z.string()),
  /** One person's mail exactly as it will be sent; null when there is nobody to send to. */
  sample: z
    .strictObject({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })
    .nullable(),
});
export type NoticePreview = z.infer<typeof NoticePreview>;

export const NoticeSent = z.strictObject({
  action: z.literal('send'),
  kind: z.enum(NOTICE_KIND_KEYS),
  occasion: NoticeOccasion,
  sent: z.int(),
  failed: z.array(Skipped),
  /** Mails that may or may not have left; never resent blindly. */
  unknown: z.array(Skipped),
  skipped: z.array(Skipped),
  /** Planned and still to go: `continue` sends them, and so does the schedule. */
  waiting: z.int(),
  /** Refused for now, or in doubt with a draft: the schedule tries them again. */
  toRetry: z.int(),
});
export type NoticeSent = z.infer<typeof NoticeSent>;

export const TestSent = z.strictObject({ action: z.literal('test'), to: z.string() });
export type TestSent = z.infer<typeof TestSent>;

export const MailsResolved = z.strictObject({
  action: z.literal('resolve'),
  /** A mail whose draft is gone was sent, whatever was asked for. */
  resolved: z.array(z.strictObject({ memberId: z.string(), as: z.enum(['sent', 'retry']) })),
});
export type MailsResolved = z.infer<typeof MailsResolved>;

export const WeeklyNoticeResponse = z.discriminatedUnion('action', [
  NoticePreview,
  NoticeSent,
  TestSent,
  MailsResolved,
]);
export type WeeklyNoticeResponse = z.infer<typeof WeeklyNoticeResponse>;
