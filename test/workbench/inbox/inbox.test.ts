import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { createSettableClock } from '#workbench/clock/settable-clock';
import { openInbox, type Inbox } from '#workbench/inbox/inbox';
import type { MessageDetail, MessageSummary } from '#workbench/inbox/message';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { sendText } from '#workbench/server/send';
import { ask } from '../server/ask';

let folder = '';
let server: HttpServer;
let inbox: Inbox;
let told: unknown[] = [];

async function openInFolder(): Promise<void> {
  const clock = createSettableClock(() => new Date('2026-03-02T01:00:00Z'));
  told = [];
  inbox = await openInbox({
    takeFault: () => undefined,
    folder,
    clock,
    publish: (name, data) => void told.push([name, data]),
    page: ({ response }) => sendText(response, 'the inbox page'),
  });
  server = await openHttpServer(0);
  server.mount('inbox', inbox.route);
}

async function closeAll(): Promise<void> {
  await server.close();
  await inbox.close();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-inbox-'));
  await openInFolder();
});
afterEach(async () => {
  await closeAll();
  await rm(folder, { recursive: true });
});

const NOTICE: SendMailOptions = {
  from: { name: '讲台', address: 'lectern@example.org' },
  to: { name: '陈安', address: 'chen.an@example.org' },
  replyTo: { name: '', address: 'clerk@example.org' },
  subject: '周五讲座通知：数据治理',
  messageId: '<notice-1@lectern.example.org>',
  text: '请按时参加。\n.\n..两点开头',
  html: '<p style="color:red">请按时参加。</p><script>alert(1)</script>',
};

async function deliver(mail: SendMailOptions): Promise<void> {
  const transport = createTransport(inbox.smtpUrl);
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

async function read<T>(path: string): Promise<T> {
  return JSON.parse((await ask(server.url + path)).text) as T;
}

async function listed(): Promise<MessageSummary[]> {
  return read('/inbox/messages');
}

describe('the inbox', () => {
  it('lists a message that came by SMTP and notifies the page', async () => {
    await deliver(NOTICE);
    expect(await listed()).toEqual([
      {
        id: '000001',
        receivedAt: '2026-03-02T01:00:00.000Z',
        from: '"讲台" <lectern@example.org>',
        to: ['chen.an@example.org'],
        named: ['陈安 <chen.an@example.org>'],
        subject: '周五讲座通知：数据治理',
        messageId: '<notice-1@lectern.example.org>',
      },
    ]);
    expect(told).toEqual([['mail', { id: '000001' }]]);
    expect(await inbox.messages()).toEqual(await listed());
  });

  it('lists the newest message first', async () => {
    for (const subject of ['first', 'second', 'third']) await deliver({ ...NOTICE, subject });
    expect((await listed()).map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
  });

  it('shows text, headers and attachments of one message', async () => {
    await deliver({
      ...NOTICE,
      headers: { 'X-Lectern-Kind': 'notice' },
      attachments: [
        { filename: '日程.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' },
      ],
    });
    const detail = await read<MessageDetail>('/inbox/messages/000001');
    expect(detail.text.trimEnd()).toBe('请按时参加。\n.\n..两点开头');
    expect(detail.html).toBe(true);
    expect(detail.replyTo).toEqual(['clerk@example.org']);
    expect(detail.headers).toContainEqual({ name: 'X-Lectern-Kind', value: 'notice' });
    expect(detail.attachments).toEqual([
      { filename: '日程.ics', contentType: 'text/calendar', size: 15 },
    ]);
  });

  it('names the recipients as their header does, and gives each attachment as a file', async () => {
    const to = [{ name: '陈安', address: 'Chen.An@example.org' }, 'b@example.org'];
    const attachments = [
      { filename: '日程.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' },
    ];
    await deliver({ ...NOTICE, to, bcc: ['hidden@example.org'], attachments });
    const [message] = await listed();
    expect(message?.named.map((name) => name.toLowerCase())).toEqual([
      '陈安 <chen.an@example.org>',
      'b@example.org',
      'hidden@example.org',
    ]);
    const file = await fetch(`${server.url}/inbox/messages/000001/files/0`);
    expect(await file.text()).toBe('BEGIN:VCALENDAR');
    expect(file.headers.get('content-type')).toBe('text/calendar');
    expect(file.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E6%97%A5%E7%A8%8B.ics",
    );
    expect((await fetch(`${server.url}/inbox/messages/000001/files/1`)).status).toBe(404);
  });

  it('names the calendar part of a notice, which has no name in the mail', async () => {
    await deliver({
      ...NOTICE,
      alternatives: [{ contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' }],
      attachments: [{ content: 'x', contentType: 'application/pdf', filename: false }],
    });
    const { attachments } = await read<MessageDetail>('/inbox/messages/000001');
    expect(attachments.map(({ filename }) => filename)).toEqual([null, null]);
    const names = [0, 1].map(async (place) => {
      const file = await fetch(`${server.url}/inbox/messages/000001/files/${place}`);
      return file.headers.get('content-disposition');
    });
    expect(await Promise.all(names)).toEqual([
      "attachment; filename*=UTF-8''invite.ics",
      "attachment; filename*=UTF-8''attachment",
    ]);
  });

  it('shows for whom a message was handed over, also those its header hides', async () => {
    await deliver({ ...NOTICE, bcc: ['hidden@example.org'] });
    expect((await listed())[0]?.to).toEqual(['chen.an@example.org', 'hidden@example.org']);
  });

  it('gives the exact bytes that were sent', async () => {
    const raw =
      'From: a@example.org\r\nTo: b@example.org\r\nSubject: =?utf-8?b?5pel?=\r\n folded\r\n\r\n.dot\r\n\r\nend \r\n';
    await deliver({ envelope: { from: 'a@example.org', to: 'b@example.org' }, raw });
    const reply = await ask(`${server.url}/inbox/messages/000001/raw`);
    expect(reply.text).toBe(raw);
    expect(reply.headers['content-type']).toBe('message/rfc822');
  });

  it('shows HTML under a policy that allows no script, request or form', async () => {
    await deliver(NOTICE);
    const reply = await ask(`${server.url}/inbox/messages/000001/html`);
    expect(reply.text).toContain('<p style="color:red">请按时参加。</p>');
    const policy = reply.headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
    expect(policy).toMatch(/; sandbox$/);
  });

  it('has no HTML page for a plain message', async () => {
    await deliver({ ...NOTICE, html: undefined });
    expect((await read<MessageDetail>('/inbox/messages/000001')).html).toBe(false);
    expect((await ask(`${server.url}/inbox/messages/000001/html`)).status).toBe(404);
  });

  it('keeps its messages over a restart', async () => {
    await deliver(NOTICE);
    await deliver({ ...NOTICE, subject: 'second' });
    const before = await listed();
    await closeAll();
    await openInFolder();
    expect(await listed()).toEqual(before);
    await deliver({ ...NOTICE, subject: 'third' });
    expect((await listed()).map(({ id, subject }) => [id, subject])).toEqual([
      ['000003', 'third'],
      ['000002', 'second'],
      ['000001', '周五讲座通知：数据治理'],
    ]);
  });

  it('is emptied for good', async () => {
    await deliver(NOTICE);
    const reply = await ask(`${server.url}/inbox/messages`, { method: 'DELETE' });
    expect(reply.status).toBe(204);
    expect(await listed()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    expect(told.at(-1)).toEqual(['mail', { id: null }]);
  });

  it('takes many messages at once, each once', async () => {
    const transport = createTransport({
      url: inbox.smtpUrl,
      pool: true,
      maxConnections: 5,
    } as object);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        transport.sendMail({ ...NOTICE, messageId: `<${index}@example.org>` }),
      ),
    );
    transport.close();
    const ids = (await listed()).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(40);
    expect(ids).toHaveLength(40);
  });

  it('refuses a message over its size limit and keeps nothing of it', async () => {
    const tooLarge = deliver({ ...NOTICE, text: 'x'.repeat(70).concat('\n').repeat(160_000) });
    await expect(tooLarge).rejects.toMatchObject({ responseCode: 552 });
    expect(await listed()).toEqual([]);
  });

  test.each([
    ['GET', '/inbox/messages/000009', 404],
    ['GET', '/inbox/messages/000009/raw', 404],
    ['GET', '/inbox/messages/..%2F..%2Fworkbook.json', 404],
    ['GET', '/inbox/folders', 404],
    ['POST', '/inbox/messages', 405],
    ['DELETE', '/inbox/messages/000001', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await ask(server.url + path, { method })).status).toBe(status);
  });

  it('has a page', async () => {
    expect((await ask(`${server.url}/inbox`)).text).toBe('the inbox page');
  });
});
