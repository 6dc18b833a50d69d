import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pacedFetch } from '#functions/adapters/google-sheets/request-pace';
import { chooseSheets } from '#functions/choose-sheets';
import { readConfig } from '#functions/config';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

const READ = 'https://sheets.example.org/v4/spreadsheets/x';

/** Time that only waiting moves on, and the moment at which each request left. */
function aTime() {
  const time = { now: 0 };
  const moments: number[] = [];
  return {
    time,
    moments,
    now: () => time.now,
    pause: (milliseconds: number) => Promise.resolve(void (time.now += milliseconds)),
    send: () => {
      moments.push(time.now);
      return Promise.resolve(new Response('{}'));
    },
  };
}

async function leave(count: number, perMinute: number, method = 'GET', url = READ) {
  const { send, moments, ...clock } = aTime();
  const fetch = pacedFetch({ perMinute, ...clock }, send);
  await Promise.all(Array.from({ length: count }, () => fetch(url, { method })));
  return moments;
}

describe('the pace of one account', () => {
  test.each([
    // a third at once, then the rest of the minute’s number evenly
    [60, 20, 0],
    [60, 21, 1_500],
    [60, 22, 3_000],
    [60, 60, 60_000],
    [60, 100, 120_000],
    [300, 100, 0],
    [300, 101, 300],
    [300, 300, 60_000],
    [1, 1, 0],
    [1, 2, 60_000],
  ])('at %i a minute lets request %i leave after %i ms', async (perMinute, number, moment) => {
    expect((await leave(number, perMinute)).at(-1)).toBe(moment);
  });

  test('fills up while nobody asks, to a third of a minute and no more', async () => {
    const { send, moments, time, ...clock } = aTime();
    const fetch = pacedFetch({ perMinute: 60, ...clock }, send);
    const ask = (count: number) => Promise.all(Array.from({ length: count }, () => fetch(READ)));
    await ask(20);
    time.now = 15_000; // ten requests’ worth
    await ask(11);
    expect(moments.slice(20)).toEqual([...Array.from({ length: 10 }, () => 15_000), 16_500]);
    time.now = 3_600_000;
    await ask(21);
    expect(moments.slice(31)).toEqual([...Array.from({ length: 20 }, () => 3_600_000), 3_601_500]);
  });

  test.each([
    ['GET', READ, 'read'],
    ['POST', `${READ}:getByDataFilter?fields=a`, 'read'],
    ['POST', `${READ}/values:batchGetByDataFilter`, 'read'],
    ['POST', `${READ}/developerMetadata:search`, 'read'],
    ['POST', `${READ}:batchUpdate`, 'write'],
    ['PUT', `${READ}/values/A1`, 'write'],
  ])('counts %s %s as a %s, apart from the other kind', async (method, url, kind) => {
    const { send, moments, ...clock } = aTime();
    const fetch = pacedFetch({ perMinute: 3, ...clock }, send);
    await fetch(READ);
    await fetch(url, { method });
    expect(moments).toEqual([0, kind === 'read' ? 30_000 : 0]);
  });

  test('does not hold up what is not of the Sheets API', async () => {
    expect(await leave(50, 1, 'POST', 'https://tokens.example.org/token')).toEqual(
      Array.from({ length: 50 }, () => 0),
    );
  });

  test('never has more than its number within any minute, however the requests come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 90 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: 1, max: 25 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (perMinute, groups) => {
          const { send, moments, time, ...clock } = aTime();
          const fetch = pacedFetch({ perMinute, ...clock }, send);
          for (const [wait, count] of groups) {
            time.now += wait;
            await Promise.all(Array.from({ length: count }, () => fetch(READ)));
          }
          const most = Math.max(
            ...moments.map(
              (from) => moments.filter((at) => at >= from && at < from + 60_000).length,
            ),
          );
          // One that comes exactly a minute later belongs to the next.
          expect(most).toBeLessThanOrEqual(Math.max(1, perMinute));
        },
      ),
    );
  });
});

describe('two accounts', () => {
  let google: LocalSheets;
  beforeAll(async () => {
    google = await startLocalSheets();
  });
  afterAll(() => google.close());

  test('have a bucket each, and the workbooks of one share it', async () => {
    const { time, now, pause } = aTime();
    const config = readConfig({
      LECTERN_AUDIENCES: 'client.apps.example.org',
      LECTERN_WORKBOOKS: 'workbook-of-district-a-0001',
      LECTERN_SHEETS_ROOT_URL: google.rootUrl,
      LECTERN_REQUESTS_PER_MINUTE: '3',
    });
    const ids = await Promise.all([1, 2, 3, 4].map(() => google.create()));
    const accounts = ['one@example.org', 'two@example.org', 'one@example.org', null];
    for (const [index, id] of ids.entries()) {
      const account = accounts[index];
      if (account) await google.share(id, account);
    }
    const accountOf = (id: string) => accounts[ids.indexOf(id)] ?? null;
    const sheets = chooseSheets(config, accountOf, { now, pause });
    const moments: number[] = [];
    for (const spreadsheetId of ids) {
      await sheets.client(spreadsheetId).spreadsheets.get({ spreadsheetId });
      moments.push(time.now);
    }
    expect(moments).toEqual([0, 0, 30_000, 30_000]);
  });
});
