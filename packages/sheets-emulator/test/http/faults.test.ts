import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NOW, startServer, type RunningServer } from '#test/support/start-server';

let running: RunningServer;
let spreadsheetId: string;
beforeEach(async () => {
  running = await startServer();
  const { data } = await running.sheets.spreadsheets.create({ requestBody: {} });
  spreadsheetId = data.spreadsheetId ?? '';
});
afterEach(() => running.stop());

async function admin(verb: string, body?: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${running.rootUrl}faults`, {
    method: verb,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** One attempt: no retries of the client in between. */
async function read(range = 'A1', token = 'local'): Promise<{ status: number; body: unknown }> {
  const url = `${running.rootUrl}v4/spreadsheets/${spreadsheetId}/values/${range}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
}

const append = () =>
  running.sheets.spreadsheets.values.append({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'RAW',
    requestBody: { values: [['x']] },
  });

describe('/faults', () => {
  it.each([
    ['429', 429, 'RESOURCE_EXHAUSTED'],
    ['500', 500, 'INTERNAL'],
    ['503', 503, 'UNAVAILABLE'],
  ])('answers %s as often as ordered, then works again', async (kind, code, status) => {
    await admin('POST', { kind, method: 'spreadsheets.values.get', count: 2 });
    for (let call = 0; call < 2; call++) {
      expect(await read()).toMatchObject({ status: code, body: { error: { code, status } } });
    }
    expect((await read()).status).toBe(200);
  });

  it('leaves other methods alone', async () => {
    await admin('POST', { kind: '500', method: 'spreadsheets.values.append' });
    expect((await read()).status).toBe(200);
    await expect(append()).rejects.toMatchObject({ status: 500 });
    expect((await read()).body).not.toHaveProperty('values');
  });

  it('is outlasted by the retries of the real client on reads', async () => {
    await admin('POST', { kind: '503', method: 'spreadsheets.values.get', count: 1 });
    const { status } = await running.sheets.spreadsheets.values.get({ spreadsheetId, range: 'A1' });
    expect(status).toBe(200);
  });

  it('does the work and loses the answer', async () => {
    await admin('POST', { kind: 'lost-answer', method: 'spreadsheets.values.append' });
    await expect(append()).rejects.toThrow();
    expect((await read()).body).toMatchObject({ values: [['x']] });
  });

  it('does the work and answers 503', async () => {
    await admin('POST', { kind: '503', method: 'spreadsheets.values', afterCommit: true });
    await expect(append()).rejects.toMatchObject({ status: 503 });
    expect((await read()).body).toMatchObject({ values: [['x']] });
  });

  it('answers late', async () => {
    await admin('POST', { kind: 'slow', delayMilliseconds: 30 });
    expect((await read()).status).toBe(200);
  });

  it('shows what is ordered and takes it away', async () => {
    await admin('POST', { kind: '429', count: 3 });
    expect((await admin('GET')).body).toEqual({
      faults: [
        { kind: '429', method: '', count: 3, skip: 0, delayMilliseconds: 1000, afterCommit: false },
      ],
      quota: false,
    });
    expect((await admin('DELETE')).body).toEqual({ faults: [], quota: false });
    expect((await read()).status).toBe(200);
  });

  it('lets the first calls pass that are to be skipped', async () => {
    await admin('POST', { kind: '500', skip: 2 });
    const statuses = [await read(), await read(), await read(), await read()];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 500, 200]);
  });

  it('refuses an order it does not understand', async () => {
    expect((await admin('POST', { kind: 'fire' })).status).toBe(400);
    expect((await admin('POST', { kind: '500', sometimes: true })).status).toBe(400);
  });
});

describe('the quota', () => {
  it('lets one user read 60 times a minute, and says what was exceeded', async () => {
    await admin('PUT', { quota: true });
    const statuses = [];
    for (let call = 0; call < 60; call++) statuses.push((await read()).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await read()).toMatchObject({
      status: 429,
      body: {
        error: {
          code: 429,
          status: 'RESOURCE_EXHAUSTED',
          message:
            "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:123'.",
          details: [
            {
              reason: 'RATE_LIMIT_EXCEEDED',
              metadata: {
                quota_metric: 'sheets.googleapis.com/read_requests',
                quota_limit: 'ReadRequestsPerMinutePerUser',
                quota_limit_value: '60',
              },
            },
            { '@type': 'type.googleapis.com/google.rpc.Help' },
          ],
        },
      },
    });
    expect((await append()).status).toBe(200); // writes are counted apart
  });

  it('counts each bearer token for itself, and all of them for the project', async () => {
    await admin('PUT', { quota: true });
    const statuses = new Map<string, number[]>();
    for (const user of ['1', '2', '3', '4', '5', '6']) {
      const own: number[] = [];
      for (let call = 0; call < 61; call++) own.push((await read('A1', user)).status);
      statuses.set(user, own);
    }
    const allowed = [...statuses.values()].map((own) => own.filter((one) => one === 200).length);
    // 300 in all; a read that is one too many for its user counts for the project
    expect(allowed).toEqual([60, 60, 60, 60, 56, 0]);
    expect(statuses.get('1')?.at(-1)).toBe(429);
    const refused = await read('A1', '6');
    expect(JSON.stringify(refused.body)).toContain('"ReadRequestsPerMinutePerProject"');
  });

  it('begins anew with each minute', async () => {
    await admin('PUT', { quota: true });
    for (let call = 0; call < 61; call++) await read();
    expect((await read()).status).toBe(429);
    running.setNow(new Date(NOW.getTime() + 60_000));
    expect((await read()).status).toBe(200);
  });
});
