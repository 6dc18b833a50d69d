import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser, type AddressObject } from 'mailparser';
import { buildMime } from '#functions/adapters/mime/build-mime';
import type { Mail } from '#functions/ports/mailer';

const mail: Mail = {
  from: { name: '区委组织部', address: 'study@example.org' },
  replyTo: 'clerk@example.org',
  to: { name: '周文远', address: 'r001@example.org' },
  subject: '【领导干部理论学习】第1期：区域经济协调发展',
  text: '周文远同志：\n\n.\n.开头的点\n',
  html: '<p>周文远同志：</p>',
  event: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  messageId: 'abc@example.org',
  date: new Date('2026-03-02T01:00:00Z'),
};
const addressesOf = (field: AddressObject | AddressObject[] | undefined) =>
  [field ?? []].flat().flatMap(({ value }) => value);
const HEADERS = [
  'from',
  'to',
  'reply-to',
  'subject',
  'message-id',
  'date',
  'auto-submitted',
  'mime-version',
  'content-type',
];

describe('buildMime', () => {
  test('is read by an independent parser as it was meant', async () => {
    const read = await simpleParser(buildMime(mail));
    expect(read.subject).toBe(mail.subject);
    expect(read.text).toBe(mail.text);
    expect(read.html).toBe(mail.html);
    expect(read.messageId).toBe('<abc@example.org>');
    expect(read.date?.toISOString()).toBe('2026-03-02T01:00:00.000Z');
    expect(addressesOf(read.from)).toEqual([{ name: '区委组织部', address: 'study@example.org' }]);
    expect(addressesOf(read.to)).toEqual([{ name: '周文远', address: 'r001@example.org' }]);
    expect(addressesOf(read.replyTo)).toEqual([{ name: '', address: 'clerk@example.org' }]);
    const calendars = read.attachments.filter(({ filename }) => filename === 'invite.ics');
    expect(calendars.map(({ content }) => content.toString())).toEqual([mail.event?.content]);
  });

  test('names the method where a reader looks for it', () => {
    expect(buildMime(mail)).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST');
    expect(buildMime({ ...mail, event: null })).not.toMatch(/calendar|\.ics/);
  });

  test('has the same bytes for the same mail', () => {
    expect(buildMime(mail)).toBe(buildMime({ ...mail }));
  });

  test('has no line over 78 characters', () => {
    const long = buildMime({ ...mail, subject: '题'.repeat(300) });
    expect(Math.max(...long.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  test('names and subjects cannot add a header, a recipient or a part', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.constantFrom(
        'a\r\nBcc: x@evil.example',
        'a\nTo: x@evil.example',
        'x@evil.example, y@evil.example',
        '"a" <x@evil.example>',
        'grp: x@evil.example;',
        '=?UTF-8?B?DQpCY2M6IHhAZXZpbC5leGFtcGxl?=',
        '--lectern-whole--',
        '[a](https://evil.example)',
        '\u2028Bcc: x@evil.example',
        ',;<>()"\\',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, subject) => {
        const bytes = buildMime({ ...mail, subject, to: { ...mail.to, name } });
        const read = await simpleParser(bytes);
        expect(read.headerLines.map(({ key }) => key)).toEqual(HEADERS);
        expect(addressesOf(read.to).map(({ address }) => address)).toEqual(['r001@example.org']);
        expect(read.attachments).toHaveLength(2);
        expect(read.text).toBe(mail.text);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    'a@example.org, b@evil.example',
    '"a@example.org" <b@evil.example>',
    'a@example.org\r\nBcc: b@evil.example',
    'grp: a@example.org;',
  ])('refuses %j as an address', (address) => {
    expect(() => buildMime({ ...mail, to: { name: '', address } })).toThrow('not one mail address');
  });
});
