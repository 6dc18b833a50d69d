// The Gmail adapter with Google's real client against the workbench's Gmail endpoint.
import { mkdtemp, rm } from 'node:fs/promises';
import { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { fetchDelegatedToken } from '#functions/adapters/gmail/delegated-token';
import { chooseMailer } from '#functions/choose-mailer';
import type { DraftPort, Mail, MailerPort } from '#functions/ports/mailer';
import { gmailQuota } from '#workbench/gmail/gmail-quota';
import { gmailRoute } from '#workbench/gmail/gmail-route';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';
import { HttpProblem } from '#workbench/server/problem';

const mail: Mail = {
  from: { name: '区委组织部', address: 'study@example.org' },
  replyTo: null,
  to: { name: '周文远', address: 'r001@example.org' },
  subject: '第1期',
  text: '周文远同志：\n',
  html: '<p>周文远同志：</p>',
  event: null,
  messageId: 'abc@example.org',
  date: new Date('2026-03-02T01:00:00Z'),
};
const clock = { now: () => new Date('2026-03-02T01:00:00Z') };

let server: HttpServer;
let folder: string;
let mailer: MailerPort;
let drafts: DraftPort;
let arrived: { raw: Buffer; recipients: readonly string[] }[];
/** Answers instead of the endpoint, once. */
let breakNext: { status: number; carriedOut: boolean } | null;
/** By the endpoint's clock; whether it counts at all. */
let quotaNow: Date;
let countsQuota: boolean;

beforeEach(async () => {
  arrived = [];
  breakNext = null;
  quotaNow = clock.now();
  countsQuota = false;
  folder = await mkdtemp(join(tmpdir(), 'lectern-gmail-'));
  server = await openHttpServer(0);
  const route = gmailRoute(
    folder,
    (raw, recipients) => {
      arrived.push({ raw, recipients });
      return Promise.resolve();
    },
    {
      takeFault: () => undefined,
      countUnits: gmailQuota(
        () => quotaNow,
        () => countsQuota,
      ),
    },
  );
  server.mount('gmail', async (exchange) => {
    const broken = breakNext;
    breakNext = null;
    if (!broken) return route(exchange);
    if (broken.carriedOut) {
      const unheard = new ServerResponse(exchange.request);
      await route({ ...exchange, response: unheard });
    }
    throw new HttpProblem(broken.status, 'injected');
  });
  const gmail = { account: null, senders: [], perMinute: 50, rootUrl: `${server.url}/` };
  mailer = chooseMailer(
    { transport: 'gmail', sender: 'study@example.org' },
    { smtpUrl: null, gmail },
    clock,
  );
  if (!mailer.drafts) throw new Error('Gmail keeps drafts');
  drafts = mailer.drafts;
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function aDraft(): Promise<string> {
  const made = await drafts.create(mail);
  if (made.state !== 'created') throw new Error('no draft was made');
  return made.id;
}

describe('a draft', () => {
  test('waits until it is sent and is gone afterwards', async () => {
    const id = await aDraft();
    expect([await drafts.isWaiting(id), arrived.length]).toEqual([true, 0]);
    expect(await drafts.send(id)).toEqual({ state: 'sent' });
    expect(await drafts.isWaiting(id)).toBe(false);
    expect(arrived[0]?.recipients).toEqual(['r001@example.org']);
    expect((await simpleParser(arrived[0]?.raw ?? '')).text).toBe(mail.text);
  });

  test('is sent once when two send it at the same time', async () => {
    const id = await aDraft();
    const results = await Promise.all([drafts.send(id), drafts.send(id)]);
    expect(results.map(({ state }) => state).sort()).toEqual(['sent', 'unknown']);
    expect(arrived).toHaveLength(1);
  });

  test.each([
    [429, 'retry'],
    [400, 'failed'],
    [500, 'unknown'],
    [503, 'unknown'],
  ])(
    'that is answered with %i has the state %s and is not tried again by the library',
    async (status, state) => {
      const id = await aDraft();
      breakNext = { status, carriedOut: false };
      expect(await drafts.send(id)).toMatchObject({ state });
      expect([await drafts.isWaiting(id), arrived.length]).toEqual([true, 0]);
    },
  );

  test('whose answer was lost is known to have been sent', async () => {
    const id = await aDraft();
    breakNext = { status: 503, carriedOut: true };
    expect(await drafts.send(id)).toMatchObject({ state: 'unknown' });
    expect([await drafts.isWaiting(id), arrived.length]).toEqual([false, 1]);
  });

  test('is not made for what is not one address', async () => {
    const made = await drafts.create({
      ...mail,
      to: { name: '', address: 'a@example.org, b@example.org' },
    });
    expect(made).toEqual({ state: 'failed', reason: 'invalid address' });
  });
});

describe('the quota of a project made since May 2026', () => {
  const send = async (): Promise<string> => (await drafts.send(await aDraft())).state;

  test('takes 54 mails with their drafts in any minute; the next is refused for now, with 429 and then with 403', async () => {
    countsQuota = true;
    const states: string[] = [];
    for (let mails = 0; mails < 54; mails += 1) states.push(await send());
    expect(states.every((state) => state === 'sent')).toBe(true);
    // 54 × 110 = 5,940: six drafts more fit, and nothing else
    const ids = [
      await aDraft(),
      await aDraft(),
      await aDraft(),
      await aDraft(),
      await aDraft(),
      await aDraft(),
    ];
    expect(await drafts.send(ids[0] ?? '')).toEqual({
      state: 'retry',
      reason: 'refused for now (429)',
    });
    expect(await drafts.create(mail)).toEqual({ state: 'retry', reason: 'refused for now (403)' });
    expect(await drafts.isWaiting(ids[0] ?? '')).toBeNull();
    quotaNow = new Date(quotaNow.getTime() + 59_999);
    expect(await drafts.send(ids[0] ?? '')).toMatchObject({ state: 'retry' });
    quotaNow = new Date(quotaNow.getTime() + 1);
    expect(await drafts.send(ids[0] ?? '')).toEqual({ state: 'sent' });
    expect(arrived).toHaveLength(55);
  });

  test('is not counted unless that is switched on', async () => {
    const states = await Promise.all(Array.from({ length: 60 }, send));
    expect(new Set(states)).toEqual(new Set(['sent']));
  });
});

describe('chooseMailer', () => {
  const gmail = {
    account: 'lectern@example.org',
    senders: ['study@example.org'],
    perMinute: 50,
    rootUrl: null,
  };

  test('sends through Gmail from a listed sender only', () => {
    const choose = (sender: string) =>
      chooseMailer({ transport: 'gmail', sender }, { smtpUrl: null, gmail }, clock);
    expect(choose('Study@example.org').drafts).not.toBeNull();
    expect(choose('study@example.org').perMinute).toBe(50);
    expect(() => choose('boss@example.org')).toThrow(
      expect.objectContaining({ refusal: 'mailNotSetUp' }),
    );
  });

  test('refuses SMTP where there is none', () => {
    expect(() =>
      chooseMailer({ transport: 'smtp', sender: '' }, { smtpUrl: null, gmail }, clock),
    ).toThrow(expect.objectContaining({ refusal: 'mailNotSetUp' }));
  });
});

describe('fetchDelegatedToken', () => {
  test('has the request signed for the sender and hands the signature in', async () => {
    const posted: unknown[] = [];
    const post = (url: string, body: unknown) => {
      posted.push(url, body);
      return Promise.resolve({ signedJwt: 'signed' });
    };
    const forms: string[] = [];
    const fetchForm: typeof fetch = (_, init) => {
      if (init?.body instanceof URLSearchParams) forms.push(init.body.toString());
      return Promise.resolve(Response.json({ access_token: 'token', expires_in: 3599 }));
    };
    const delegation = {
      account: 'lectern@example.org',
      sender: 'study@example.org',
      post,
      now: clock.now,
    };
    const token = await fetchDelegatedToken(delegation, fetchForm);
    // 2026-03-02T01:00:00Z is second 1772413200
    expect(token).toEqual({ access_token: 'token', expiry_date: 1772416799000 });
    expect(posted[0]).toBe(
      'https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/lectern%40example.org:signJwt',
    );
    expect(JSON.parse((posted[1] as { payload: string }).payload)).toEqual({
      iss: 'lectern@example.org',
      sub: 'study@example.org',
      scope: 'https://www.googleapis.com/auth/gmail.compose',
      aud: 'https://oauth2.googleapis.com/token',
      iat: 1772413200,
      exp: 1772416800,
    });
    expect(forms[0]).toBe(
      'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=signed',
    );
  });
});
