import * as z from 'zod';
import { RenderedFinding } from './rendered-finding';
import { baseRequest, entryId } from './request';

/** `preview` decides and shows; `send` carries out exactly what the preview with this digest showed. */
export const WeeklyNoticeRequest = z.discriminatedUnion('action', [
  z.strictObject({
    ...baseRequest,
    action: z.literal('preview'),
    sessionId: entryId.optional(),
    memberId: entryId.optional(),
  }),
  z.strictObject({
    ...baseRequest,
    action: z.literal('send'),
    sessionId: entryId,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
export type WeeklyNoticeRequest = z.infer<typeof WeeklyNoticeRequest>;

const Session = z.strictObject({
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
  session: Session,
  digest: z.string(),
  /** How many mails `send` would send. */
  messages: z.int(),
  recipients: z.array(
    z.strictObject({ memberId: z.string(), name: z.string(), address: z.string() }),
  ),
  skipped: z.array(Skipped),
  /** Errors among the session's entries; while there are any, nothing can be sent. */
  findings: z.array(RenderedFinding),
  /** One person's mail exactly as it will be sent; null when there is nobody to send to. */
  sample: z
    .strictObject({ to: z.string(), subject: z.string(), text: z.string(), html: z.string() })
    .nullable(),
});
export type NoticePreview = z.infer<typeof NoticePreview>;

export const NoticeSent = z.strictObject({
  action: z.literal('send'),
  session: Session,
  sent: z.int(),
  failed: z.array(Skipped),
  /** Mails that may or may not have left; never resent blindly. */
  unknown: z.array(Skipped),
  skipped: z.array(Skipped),
});
export type NoticeSent = z.infer<typeof NoticeSent>;

export const WeeklyNoticeResponse = z.discriminatedUnion('action', [NoticePreview, NoticeSent]);
export type WeeklyNoticeResponse = z.infer<typeof WeeklyNoticeResponse>;
