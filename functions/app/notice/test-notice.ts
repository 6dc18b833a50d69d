// "Send me a test": one recipient's mail, sent to the clerk who asks for it, with “Test” in its subject and without a row in the ledger.
import type { TestSent } from '#core/contract/weekly-notice';
import { linkExpiry } from '#core/notice/occasion';
import { text } from '#core/text/language';
import { NOTICE_KINDS } from '#core/workbook/tabs/notice-kinds';
import { AppError } from '../../errors';
import { mailerReason } from './send/mailer-reasons.texts';
import { eventFacts, toMail } from './send/plan-mails';
import type { Message } from '#core/notice/words/render-notice';
import type { PreparedNotice } from './prepare-notice';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

const PREFIX = text('【测试】', '【測試】', '[Test] ');

export async function testNotice(
  prepared: PreparedNotice,
  { opened, memberId }: { opened: OpenedWorkbook; memberId: string | undefined },
  ports: Ports,
): Promise<TestSent> {
  const { snapshot, settings, caller } = opened;
  const { messages, blocking } = prepared;
  if (blocking.length > 0)
    throw new AppError('entriesBlock', { facts: { count: blocking.length } });
  const message = messages.find(({ recipient }) => recipient.memberId === memberId) ?? messages[0];
  if (!message) throw new AppError('nobodyToShow');
  const now = ports.clock.now();
  const facts = eventFacts(prepared, { snapshot, settings, now });
  const mail = toMail(withoutOwnLink(message, prepared, { opened, ports }), prepared, facts);
  const mailer = ports.mailer(settings);
  try {
    const result = await mailer.send({
      ...mail,
      to: { name: caller.email, address: caller.email },
      subject: `${PREFIX[settings.language]}${mail.subject}`,
      // The entry belongs in the recipient's calendar, not in the tester's.
      event: null,
      messageId: `test.${now.getTime()}.${mail.messageId}`,
    });
    if (result.state !== 'sent')
      throw new AppError('testNotSent', {
        facts: { reason: mailerReason(result.reason, opened.language) },
      });
    return { action: 'test', to: caller.email };
  } finally {
    await mailer.close();
  }
}

/** A person who tries the link of a test must not answer for the recipient. */
function withoutOwnLink(
  message: Message,
  { plan: { kind, occasion } }: PreparedNotice,
  { opened, ports }: { opened: OpenedWorkbook; ports: Ports },
): Message {
  const { link: own } = message.recipient;
  const { page } = NOTICE_KINDS[kind];
  if (own === undefined || page === null || !ports.links) return message;
  const { snapshot, settings } = opened;
  const claims = {
    spreadsheetId: snapshot.spreadsheetId,
    occasionId: occasion.id,
    memberId: null,
    expires: linkExpiry(page, occasion, settings),
  };
  const link = ports.links.address(page, claims) ?? '';
  const swap = (words: string): string => words.replaceAll(own, () => link);
  return { ...message, text: swap(message.text), html: swap(message.html) };
}
