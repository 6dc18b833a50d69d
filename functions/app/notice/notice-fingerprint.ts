// A fingerprint of what a preview showed, in four parts, so that a later difference can be named.
import { joined } from '#core/text/listed';
import type { NoticePlan } from '#core/notice/notice';
import type { Message } from '#core/notice/words/render-notice';
import { noticeDetails } from '#core/notice/select-recipients';
import { text, type Language, type Text } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { Mail } from '../../ports/mailer';
import { fingerprintOf } from '../runtime/fingerprint';

interface Shown {
  readonly plan: NoticePlan;
  readonly messages: readonly Message[];
}

/** 16 hexadecimal digits each. */
const PART = 16;
const PARTS: readonly {
  readonly name: Text;
  of(shown: Shown, settings: Settings): unknown;
}[] = [
  {
    name: text('日程', '日程', 'the session'),
    of: ({ plan }) => [plan.kind, plan.occasion.id, noticeDetails(plan)],
  },
  {
    name: text('收件人', '收件人', 'the recipients'),
    of: ({ messages }) =>
      messages.map(({ recipient }) => [recipient.key, recipient.name, recipient.address]),
  },
  {
    name: text('邮件文字', '郵件文字', 'the mail text'),
    of: ({ messages }) => messages.map(({ subject, text: plain, html }) => [subject, plain, html]),
  },
  {
    name: text('发件设置', '寄件設定', 'the sender'),
    of: (_, { organiser, sender, replyTo }) => [organiser, sender, replyTo],
  },
];

export function noticeFingerprint(shown: Shown, settings: Settings): string {
  return PARTS.map((part) => fingerprintOf(part.of(shown, settings)).slice(0, PART)).join('');
}

/** Names what differs between two fingerprints. */
export function changedParts(before: string, now: string, language: Language): string {
  const partOf = (fingerprint: string, index: number): string =>
    fingerprint.slice(index * PART, (index + 1) * PART);
  return joined(
    PARTS.filter((_, index) => partOf(before, index) !== partOf(now, index)).map(
      ({ name }) => name[language],
    ),
    language,
  );
}

/** The fingerprint of one mail, for the ledger. Made of a mail of a fixed date: the same mail has the same hash on any day. */
export function contentHash({
  from,
  replyTo,
  to,
  subject,
  text: plain,
  html,
  event,
}: Mail): string {
  const said = [from, replyTo, to, subject, plain, html, event];
  return fingerprintOf(said).slice(0, PART);
}
