// The SMTP adapter against a real SMTP server on loopback.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { smtpMailer } from '#functions/adapters/smtp/smtp-mailer';
import type { Mail, MailerPort } from '#functions/ports/mailer';
import { openSmtpListener, type SmtpListener } from '#workbench/inbox/smtp-listener';

const mail: Mail = {
  from: { name: '区委组织部', address: 'study@example.org' },
  replyTo: null,
  to: { name: 'a\r\nBcc: x@evil.example, "周文远" <y@evil.example>', address: 'r001@example.org' },
  subject: '第1期\r\nX-Evil: 1',
  text: '.\n..\n周文远同志：\n',
  html: '<p>周文远同志：</p>',
  event: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  messageId: 'abc@example.org',
  date: new Date('2026-03-02T01:00:00Z'),
};

let listener: SmtpListener;
let mailer: MailerPort;
let arrived: { raw: Buffer; recipients: readonly string[] }[];
let refuse: Error | null;

beforeEach(async () => {
  arrived = [];
  refuse = null;
  listener = await openSmtpListener(
    (raw, recipients) => {
      if (refuse) return Promise.reject(refuse);
      arrived.push({ raw, recipients });
      return Promise.resolve();
    },
    () => undefined,
  );
  mailer = smtpMailer(listener.url);
});
afterEach(async () => {
  await mailer.close();
  await listener.close();
});

describe('smtpMailer', () => {
  test('hands over one mail for exactly one address, whatever names and subjects hold', async () => {
    expect(await mailer.send(mail)).toEqual({ state: 'sent' });
    expect(arrived.map(({ recipients }) => recipients)).toEqual([['r001@example.org']]);
    const read = await simpleParser(arrived[0]?.raw ?? '');
    expect(read.text).toBe(mail.text);
    expect(read.messageId).toBe('<abc@example.org>');
    expect([read.headers.has('bcc'), read.headers.has('x-evil')]).toEqual([false, false]);
  });

  test.each([
    [550, 'failed', undefined],
    [451, 'retry', false],
    [421, 'retry', true],
  ])('takes a refusal with %i as %s', async (responseCode, state, isOutage) => {
    refuse = Object.assign(new Error('no'), { responseCode });
    const result = await mailer.send(mail);
    expect(result).toMatchObject({ state });
    expect('isOutage' in result ? result.isOutage : undefined).toBe(isOutage);
  });

  test('knows that nothing left when there is no server', async () => {
    await listener.close();
    expect(await mailer.send(mail)).toMatchObject({ state: 'retry', isOutage: true });
  });

  test('sends to nothing that is not one address', async () => {
    const to = { name: '', address: 'a@example.org, b@example.org' };
    expect(await mailer.send({ ...mail, to })).toEqual({
      state: 'failed',
      reason: 'invalid address',
    });
    expect(arrived).toEqual([]);
  });
});
