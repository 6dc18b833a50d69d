// Whatever the workbook's cells contain, a mail has one recipient, the headers we write, and no link but the recipient's own.
import ICAL from 'ical.js';
import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { buildMime } from '#functions/adapters/mime/build-mime';
import { anApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const HOSTILE = [
  ['a line end and a header', '甲\r\nBcc: victim@evil.example\r\nX-Evil: 1'],
  ['a lone line feed', '甲\nBcc: victim@evil.example'],
  ['the end of the headers', '甲\r\n\r\n<a href="https://evil.example">x</a>'],
  ['addresses', '"甲" <a@evil.example>, b@evil.example; 组:c@evil.example;'],
  ['an encoded word', '=?utf-8?B?PGI+?= <a@evil.example>'],
  ['markup', '</p><a href="https://evil.example">点这里</a><script>alert(1)</script>'],
  ['Markdown', '[点这里](https://evil.example) ![x](https://evil.example/x.png)'],
  ['quotes and commas', `o'Neill, "甲", \\"乙\\"`],
  ['fields', '{{回复链接}} {{organiser}} {name} $& $1'],
  ['a calendar property', '甲\r\nATTENDEE:mailto:victim@evil.example;x\nEND:VEVENT'],
  ['separators of Unicode', '甲\u2028Bcc: victim@evil.example\u2029X: 1'],
] as const;

const headersOf = (raw: string): string[] =>
  (raw.split('\r\n\r\n')[0] ?? '')
    .split('\r\n')
    .flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? [])
    .sort();

async function mailsWith(value: string) {
  const tables = aWorkbook({
    roles: [{ email: 'clerk@example.org', role: 'clerk' }],
    settings: [
      { name: '项目名称', value },
      { name: '主办单位', value },
      { name: '联系人', value },
    ],
    speakers: [aSpeaker({ name: value, unit: value })],
    schedule: [aSession({ title: value, venue: value })],
    roster: [
      aMember({ name: value, unit: value, post: value }),
      aMember({ id: 'R002', name: '乙', email: 'r002@example.org' }),
    ],
  });
  const app = anApplication(tables);
  const preview = (await app.call('weeklyNotice', { action: 'preview' })) as NoticePreview; // a preview was asked for
  expect(preview.findings).toEqual([]);
  await app.call('weeklyNotice', {
    action: 'send',
    occasionId: 'S01',
    fingerprint: preview.fingerprint,
  });
  return app.mailer.mails;
}

describe.each(HOSTILE)('every name and title is %s', (_, value) => {
  test('and no mail has another header, recipient, link or guest', async () => {
    const plain = (await mailsWith('甲')).map((mail) => headersOf(buildMime(mail)));
    const mails = await mailsWith(value);
    expect(mails.map(({ to }) => to.address)).toEqual(['r001@example.org', 'r002@example.org']);
    for (const [index, mail] of mails.entries()) {
      const raw = buildMime(mail);
      expect(headersOf(raw)).toEqual(plain[index]);
      const read = await simpleParser(raw, { skipTextToHtml: true });
      const to = [read.to ?? []]
        .flat()
        .flatMap(({ value: all }) => all.map(({ address }) => address));
      expect([to, read.cc, read.bcc]).toEqual([[mail.to.address], undefined, undefined]);
      const links = [...String(read.html).matchAll(/(?:href|src)\s*=\s*"([^"]*)"/g)];
      expect(links.map(([, link]) => link)).toEqual([
        expect.stringMatching(/^https:\/\/pages\.example\.org\/reply\?t=[\w.-]+$/),
      ]);
      expect(String(read.html)).not.toMatch(/<(script|img|form)\b/i);
      const events = new ICAL.Component(
        ICAL.parse(mail.event?.content ?? '') as unknown[],
      ).getAllSubcomponents();
      expect(events).toHaveLength(1);
      expect(events[0]?.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
        `mailto:${mail.to.address}`,
      ]);
    }
  });
});
