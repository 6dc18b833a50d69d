// Through Cloud Run's front: the scheduler's notices with the invoker check on and off, and the sidebar's calls behind it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { REFUSALS } from '#functions/refusals.texts';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { callDispatch } from '#workbench/clock/call-dispatch';
import { problemOf } from './function-client';

let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district' });
  // The round of orders has mails of its own.
  await setSetting('点单开始', '否');
  await setSetting('自动发送', '是');
  await setSetting('缺席提醒(课后天数)', '3');
  await write("'日程'!K12", '街道');
});
afterAll(() => workbench.close());

const sheets = () => localSheetsClient(`${workbench.url}/`);

async function cells(range: string): Promise<string[][]> {
  const { spreadsheetId } = workbench;
  const { data } = await sheets().spreadsheets.values.get({ spreadsheetId, range });
  return (data.values ?? []) as string[][]; // formatted values are strings
}

async function write(range: string, value: string): Promise<void> {
  await sheets().spreadsheets.values.update({
    spreadsheetId: workbench.spreadsheetId,
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [[value]] },
  });
}

async function setSetting(name: string, value: string): Promise<void> {
  const row = (await cells("'设置'!A1:A200")).findIndex(([cell]) => cell === name);
  await write(`'设置'!B${row + 1}`, value);
}

async function setService(service: string, settings: object): Promise<void> {
  const body = JSON.stringify(settings);
  const reply = await fetch(`${workbench.url}/front-door/${service}`, { method: 'PUT', body });
  expect(reply.status).toBe(200);
}

/** How the service is deployed. */
async function deployed(service: string): Promise<object> {
  return (await (await fetch(`${workbench.url}/front-door/${service}`)).json()) as object;
}

/** One run of the scheduler's job; what it says it did. */
async function tick(now: string): Promise<string> {
  await workbench.setClock(now);
  const { url } = workbench;
  return callDispatch({ url, token: await workbench.token('scheduler@example.org') });
}

const MONDAY = '2026-11-23T09:00:00+08:00';
const THURSDAY = '2026-11-26T09:00:00+08:00';

describe('the scheduler, which sends one token in Authorization', () => {
  test('with the invoker check on is answered 401 with the reason, and nothing is sent', async () => {
    const settings = await deployed('worker');
    await setService('worker', { checksInvoker: true });
    const { detail, nextStep } = REFUSALS.signatureRemoved;
    const refused = `dispatch answered 401: ${detail.en} ${nextStep.en}`;
    expect([await tick(MONDAY), await tick(THURSDAY)]).toEqual([refused, refused]);
    expect(await workbench.messages()).toEqual([]);
    expect(await cells("'通知记录'!A2:I")).toEqual([]);
    await setService('worker', settings);
  });

  test('as it is deployed gets follow-up, notice and reminder sent, each once', async () => {
    expect(await tick(MONDAY)).toBe(
      'absence S09: 2 sent, 0 failed, 0 in doubt; absence S10: 5 sent, 0 failed, 0 in doubt; weekly S11: 11 sent, 0 failed, 0 in doubt',
    );
    expect(await tick(MONDAY)).toBe('');
    expect(await tick(THURSDAY)).toBe('reminder S11: 11 sent, 0 failed, 0 in doubt');
    expect(await tick(THURSDAY)).toBe('');
    const keys = (await cells("'通知记录'!A2:A")).map(([key]) => key);
    expect([keys.length, new Set(keys).size]).toEqual([29, 29]);
    expect(await workbench.messages()).toHaveLength(29);
  });
});

describe('the function worker, which anybody can reach', () => {
  test.each(['admin@example.org', 'clerk@example.org', 'stranger@example.com'])(
    'turns %s away, whatever the roles tab says',
    async (email) => {
      const { url } = workbench;
      expect(await callDispatch({ url, token: await workbench.token(email) })).toBe(
        'dispatch answered 403: Only the scheduler’s account is taken here. Use the sidebar; administrators: check LECTERN_SCHEDULERS.',
      );
    },
  );
});

describe('the function api, behind the invoker check', () => {
  const post = async (headers: Record<string, string>): Promise<Response> =>
    fetch(`${workbench.url}/functions/api/noticeProgress`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ spreadsheetId: workbench.spreadsheetId }),
    });
  const bearer = async (email: string) => `Bearer ${await workbench.token(email)}`;

  test('answers the sidebar’s script, which sends its token in both headers', async () => {
    const token = await bearer('admin@example.org');
    const reply = await post({ authorization: token, 'x-serverless-authorization': token });
    expect(reply.status).toBe(200);
    const body = JSON.stringify({ function: 'callFunction', args: ['noticeProgress', {}] });
    const run = await fetch(`${workbench.url}/apps-script/run`, { method: 'POST', body });
    expect(await run.json()).toMatchObject({ ok: true, value: { ok: true } });
  });

  test('takes no token whose signature Google has removed, not even behind the check', async () => {
    const token = await bearer('admin@example.org');
    const stripped = `${token.slice(0, token.lastIndexOf('.'))}.SIGNATURE_REMOVED_BY_GOOGLE`;
    const { detail } = REFUSALS.signatureRemoved;
    for (const headers of [
      { authorization: token },
      { authorization: stripped, 'x-serverless-authorization': token },
    ]) {
      const problem = await problemOf(await post(headers));
      expect([problem.status, problem.detail]).toEqual([401, detail.en]);
    }
  });

  test('is not reached without a token, nor by somebody who may not invoke it', async () => {
    for (const headers of [{}, { authorization: await bearer('somebody@example.com') }]) {
      const reply = await post(headers);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([
        403,
        'text/html; charset=UTF-8',
      ]);
    }
  });
});

describe('the public pages, which are opened without any token', () => {
  test('are reached as they are deployed, and not with the check on', async () => {
    const open = async () => (await fetch(`${workbench.url}/functions/pages/reply?t=none`)).text();
    expect(await open()).toContain('lang="');
    const settings = await deployed('pages');
    await setService('pages', { checksInvoker: true });
    expect(await open()).toContain('Error: Forbidden');
    await setService('pages', settings);
  });
});
