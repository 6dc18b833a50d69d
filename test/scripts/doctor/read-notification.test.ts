// Notifications as mail servers write them, with fictional names.
import { describe, expect, it } from '@jest/globals';
import { readNotification } from '../../../scripts/doctor/read-notification';

const AT = new Date('2026-03-02T02:00:00.000Z');

interface Part {
  readonly type: string;
  readonly body: string;
}

function mail(
  head: string,
  parts: readonly Part[],
  type = 'multipart/report; report-type=delivery-status',
): Buffer {
  const lines = [
    head,
    'Date: Mon, 02 Mar 2026 02:00:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="b1"`,
    '',
    ...parts.flatMap((part) => ['--b1', `Content-Type: ${part.type}`, '', part.body]),
    '--b1--',
    '',
  ];
  return Buffer.from(lines.join('\n').replace(/\r?\n/g, '\r\n'));
}

const FROM =
  'From: MAILER-DAEMON@mail.example.org\nTo: study@example.org\nSubject: Undelivered Mail Returned to Sender';
const PLAIN: Part = { type: 'text/plain', body: 'This is the mail system.' };
const status = (...recipients: string[]): Part => ({
  type: 'message/delivery-status',
  body: [
    'Reporting-MTA: dns; mail.example.org\nArrival-Date: Mon, 2 Mar 2026 01:59:00 +0000',
    ...recipients,
  ].join('\n\n'),
});
const FAILED = `Final-Recipient: rfc822; A@Example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <a@example.org>:
    no such user`;
const ORIGINAL: Part = {
  type: 'message/rfc822',
  body: 'Message-ID: <one@example.org>\nFrom: study@example.org\nTo: a@example.org\nSubject: Notice\n\nText',
};
const BOUNCE = {
  recipient: 'a@example.org',
  messageId: 'one@example.org',
  status: '5.1.1',
  diagnostic: '550 5.1.1 <a@example.org>: no such user',
  at: AT,
};

describe('readNotification', () => {
  it('reads recipient, reason and the id of the mail that came back', async () => {
    const read = await readNotification(mail(FROM, [PLAIN, status(FAILED), ORIGINAL]));
    expect(read).toEqual({ bounces: [BOUNCE], isNotification: true });
  });

  it('is content with the headers of the mail, or without anything of it', async () => {
    const headers = {
      type: 'text/rfc822-headers',
      body: 'Message-ID: <one@example.org>\nTo: a@example.org',
    };
    expect((await readNotification(mail(FROM, [PLAIN, status(FAILED), headers]))).bounces).toEqual([
      BOUNCE,
    ]);
    const bare = await readNotification(mail(FROM, [PLAIN, status(FAILED)]));
    expect(bare.bounces).toEqual([{ ...BOUNCE, messageId: null }]);
  });

  it('prefers the address that was written to over the one it was forwarded to', async () => {
    const forwarded = FAILED.replace(
      'Final-Recipient: rfc822; A@Example.org',
      'Original-Recipient: rfc822;a@example.org\nFinal-Recipient: rfc822; elsewhere@example.net',
    );
    const [bounce] = (await readNotification(mail(FROM, [status(forwarded)]))).bounces;
    expect(bounce?.recipient).toBe('a@example.org');
  });

  it.each([
    ['a delay', FAILED.replace('failed', 'delayed')],
    ['a delivery', FAILED.replace('failed', 'delivered')],
    ['no address', FAILED.replace('A@Example.org', 'unknown')],
  ])('takes %s for no bounce', async (_, fields) => {
    expect(await readNotification(mail(FROM, [status(fields)]))).toEqual({
      bounces: [],
      isNotification: true,
    });
  });

  it('takes those that failed out of several recipients', async () => {
    const other = FAILED.replace('A@Example.org', 'b@example.org').replace('failed', 'relayed');
    const third = FAILED.replace('A@Example.org', 'c@example.org').replace(
      'Status: 5.1.1',
      'Status: 4.2.2 (mailbox full)',
    );
    const { bounces } = await readNotification(mail(FROM, [status(FAILED, other, third)]));
    expect(bounces.map(({ recipient, status: code }) => [recipient, code])).toEqual([
      ['a@example.org', '5.1.1'],
      ['c@example.org', '4.2.2'],
    ]);
  });

  it('reads one that was forwarded as an attachment, three mails deep at most', async () => {
    const once = asAttachment(mail(FROM, [PLAIN, status(FAILED), ORIGINAL]));
    expect((await readNotification(once)).bounces).toEqual([BOUNCE]);
    const four = asAttachment(asAttachment(asAttachment(once)));
    expect(await readNotification(four)).toEqual({ bounces: [], isNotification: false });
  });

  it.each([
    [
      'an ordinary mail',
      mail(
        'From: a@example.org\nTo: study@example.org\nSubject: Hello',
        [PLAIN],
        'multipart/mixed',
      ),
    ],
    ['nothing', Buffer.from('')],
    ['bytes of any kind', Buffer.from([0, 255, 10, 13, 0, 58])],
  ])('finds nothing in %s', async (_, raw) => {
    expect(await readNotification(raw)).toEqual({ bounces: [], isNotification: false });
  });
});

let wrapped = 0;
/** The mail as the attachment of another one. */
function asAttachment(inner: Buffer): Buffer {
  wrapped += 1;
  const boundary = `outer${wrapped}`;
  const lines = [
    'From: clerk@example.org',
    'To: bounces@example.org',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: message/rfc822',
    '',
    inner.toString(),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
