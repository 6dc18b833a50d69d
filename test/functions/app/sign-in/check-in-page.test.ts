import { describe, expect, test } from '@jest/globals';
import type { SignInScreen } from '#core/contract/sign-in-sheet';
import { checkInPage } from '#functions/app/sign-in/check-in-page';
import { checkInScreen } from '#functions/app/sign-in/check-in-screen';
import { runPage, type PageAnswer } from '#functions/app/runtime/page-case';
import type { PageView } from '#functions/app/runtime/page-view';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

type Rows = Parameters<typeof aWorkbook>[0];
const CLERK = { email: 'clerk@example.org', role: 'clerk' } as const;

/** Friday 6 March 2026: check-in opens at 13:30, the session begins at 14:30, check-in closes at 15:00. */
const at = (time: string): string => `2026-03-06T${time}+08:00`;

class Hall {
  readonly on: TestApplication;
  readonly page = checkInPage();
  constructor(rows: Rows = {}, time = at('14:20:00')) {
    const roster = Array.from({ length: 30 }, (_, index) =>
      aMember({
        id: `R${index}`,
        name: `学员${index}`,
        phone: `000-0000-${1000 + index}`,
        personOrder: index,
      }),
    );
    this.on = anApplication(aWorkbook({ roles: [CLERK], schedule: [aSession()], roster, ...rows }));
    this.on.setNow(time);
  }

  async screen(): Promise<PageView> {
    const { address } = (await this.on.call('signInSheet', { action: 'screen' })) as SignInScreen; // the screen was asked for
    return view(
      runPage(checkInScreen, { token: tokenOf(address), form: null }, this.on.application),
    );
  }

  /** What the code on the screen leads to. */
  async code(): Promise<string> {
    return tokenOf((await this.screen()).code?.address ?? '');
  }

  open(token: string): Promise<PageAnswer> {
    return runPage(this.page, { token, form: null }, this.on.application);
  }

  async formToken(): Promise<string> {
    return (await view(this.open(await this.code()))).forms[0]?.token ?? '';
  }

  send(token: string, name: string, digits: string): Promise<PageAnswer> {
    const form = new URLSearchParams({ t: token, name, digits, action: 'checkIn' });
    return runPage(this.page, { token, form }, this.on.application);
  }

  marks(): unknown[][] {
    return this.on.workbook.rowsOf('attendance').map((row) => row.slice(1, 3));
  }
}

const tokenOf = (address: string): string => new URL(address).searchParams.get('t') ?? '';
async function view(answer: Promise<PageAnswer>): Promise<PageView> {
  const result = await answer;
  if ('refused' in result) throw result.refused;
  return result.view;
}
const said = async (answer: Promise<PageAnswer>) => (await view(answer)).notice?.text;

describe('the screen in the hall', () => {
  test('shows another code each time it is loaded, who is here by number, and no name', async () => {
    const hall = new Hall({
      attendance: [aMark({ memberId: 'R3' }), aMark({ memberId: 'R4', status: '缺席' })],
    });
    const first = await hall.screen();
    expect(first).toMatchObject({
      renewAfter: 30,
      code: { label: '请用手机扫码签到' },
      notice: { text: '已到 1 人，应到 30 人，15:00截止' },
    });
    expect(JSON.stringify(first)).not.toContain('学员');
    hall.on.setNow(at('14:20:30'));
    expect((await hall.screen()).code?.address).not.toBe(first.code?.address);
  });

  test.each([
    ['13:29:59', '还没有开始签到，13:30开始。'],
    ['13:30:00', undefined],
  ])('at %s says %p', async (time, notice) => {
    const shown = await new Hall({}, at(time)).screen();
    expect([
      shown.code === undefined,
      notice === undefined || shown.notice?.text === notice,
    ]).toEqual([notice !== undefined, true]);
  });

  test('follows the settings and the workbook’s language; a code is good until the next one at least', async () => {
    const settings = Object.entries({
      language: 'en',
      checkInOpens: '120',
      checkInRenew: '60',
      checkInValid: '10',
    }).map(([name, value]) => ({ name, value }));
    const hall = new Hall({ settings }, at('12:30:00'));
    expect(await hall.screen()).toMatchObject({
      renewAfter: 60,
      notice: { text: '0 of 30 are here. Until 15:00' },
    });
    const code = await hall.code();
    hall.on.setNow(at('12:30:59'));
    const form = (await view(hall.open(code))).forms[0];
    expect(form?.fields.map(({ label }) => label)).toEqual([
      'Name',
      'Last four digits of your telephone number',
    ]);
    expect(await said(hall.send(form?.token ?? '', '学员1', '1001'))).toBe(
      'Checked in: 学员1, 12:30, 出勤.',
    );
  });

  test('is opened by clerks only, and only where there is a public address', async () => {
    const hall = new Hall();
    const ask = (email: string) => hall.on.call('signInSheet', { action: 'screen' }, email);
    await expect(ask('somebody@example.org')).rejects.toMatchObject({ refusal: 'roleTooLow' });
    const closed = anApplication(aWorkbook({ roles: [CLERK], schedule: [aSession()] }), {
      between: (ports) => ({ ...ports, links: null }),
    });
    await expect(closed.call('signInSheet', { action: 'screen' })).rejects.toMatchObject({
      refusal: 'noPages',
    });
  });
});

describe('checking in', () => {
  test('writes the mark, once; the first time stands', async () => {
    const hall = new Hall();
    const token = await hall.formToken();
    expect(await said(hall.send(token, '学员7', '1007'))).toBe('签到成功：学员7，14:20，出勤。');
    hall.on.setNow(at('14:22:00'));
    expect(await said(hall.send(token, '学员7', '1007'))).toBe(
      '您已签到：学员7，14:20，出勤。不必再签。',
    );
    expect(hall.marks()).toEqual([['R7', '出勤']]);
  });

  test.each([
    ['14:35:59', '出勤'],
    ['14:36:00', '迟到'],
    ['15:00:00', '迟到'],
  ])('at %s is %s', async (time, status) => {
    const hall = new Hall({}, at(time));
    await hall.send(await hall.formToken(), '学员1', '1001');
    expect(hall.marks()).toEqual([['R1', status]]);
  });

  test('opens nothing with an old code, and the form lasts three minutes more, not longer', async () => {
    const hall = new Hall();
    const code = await hall.code();
    const token = await hall.formToken();
    hall.on.setNow(at('14:21:30'));
    await expect(view(hall.open(code))).rejects.toMatchObject({ refusal: 'codeExpired' });
    hall.on.setNow(at('14:24:29'));
    expect(await said(hall.send(token, '学员1', '1001'))).toContain('签到成功');
    hall.on.setNow(at('14:24:30'));
    await expect(view(hall.send(token, '学员2', '1002'))).rejects.toMatchObject({
      refusal: 'codeExpired',
    });
  });

  test('takes neither a form’s token as a code nor a code as a form’s token', async () => {
    const hall = new Hall();
    const [code, token] = [await hall.code(), await hall.formToken()];
    await expect(view(hall.open(token))).rejects.toMatchObject({ refusal: 'badLink' });
    await expect(view(hall.send(code, '学员1', '1001'))).rejects.toMatchObject({
      refusal: 'badLink',
    });
    expect(hall.marks()).toEqual([]);
  });

  test('is over after the time, and when the session was closed meanwhile', async () => {
    const claims = {
      spreadsheetId: WORKBOOK_ID,
      occasionId: 'S01',
      memberId: null,
      expires: new Date(at('23:00:00')),
    };
    const late = new Hall({}, at('15:00:01'));
    expect(await said(late.open(LINKS.token('checkIn', claims)))).toBe(
      '签到已结束。请到签到台登记。',
    );
    expect(await said(late.send(LINKS.token('checkInForm', claims), '学员1', '1001'))).toBe(
      '签到已结束。请到签到台登记。',
    );
    const hall = new Hall();
    const token = await hall.formToken();
    const held = {
      kind: 'writeCells' as const,
      sheetId: 1,
      firstRow: 1,
      firstColumn: 13,
      rows: [['已办']],
    };
    await hall.on.workbook.edit([held]);
    await expect(view(hall.send(token, '学员1', '1001'))).rejects.toMatchObject({
      refusal: 'checkInClosed',
    });
    expect([late.marks(), hall.marks()]).toEqual([[], []]);
  });

  test('answers alike whether a name exists or not, and not at all after five wrong tries', async () => {
    const hall = new Hall();
    const token = await hall.formToken();
    const wrong = await view(hall.send(token, '学员1', '9999'));
    const unknown = await view(hall.send(token, '查无此人', '9999'));
    expect([unknown.notice, unknown.facts]).toEqual([wrong.notice, wrong.facts]);
    expect(wrong.forms[0]?.fields.map((field) => field.value)).toEqual(['学员1', '']);
    expect([wrong.notice?.text.slice(0, 13), wrong.forms[0]?.token]).toEqual([
      '姓名和手机号后四位对不上。',
      token,
    ]);
    for (let tries = 2; tries <= 5; tries += 1) await hall.send(token, '学员 1', '9998');
    await expect(view(hall.send(token, '学员1', '1001'))).rejects.toMatchObject({
      refusal: 'tooManyGuesses',
    });
    expect(await said(hall.send(token, '学员2', '1002'))).toContain('签到成功');
    hall.on.setNow(at('14:30:01'));
    expect(await said(hall.send(await hall.formToken(), '学员1', '1001'))).toContain('签到成功');
  });

  test('is tried five times for a name, also by four hundred at once; a right one is no wrong one', async () => {
    const hall = new Hall();
    const token = await hall.formToken();
    for (let count = 0; count < 6; count += 1) await hall.send(token, '学员2', '1002');
    const tries = Array.from({ length: 400 }, (_, index) =>
      hall.send(token, '学员1', String(1400 - index)),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => 'view' in answer)).toHaveLength(5);
    expect(hall.marks()).toEqual([['R2', '出勤']]);
  });

  test('of thirty at once is a few writes, and nobody is lost or doubled', async () => {
    const hall = new Hall();
    const token = await hall.formToken();
    const all = [...Array(30).keys(), 5, 6];
    await Promise.all(all.map((index) => hall.send(token, `学员${index}`, String(1000 + index))));
    expect(
      hall
        .marks()
        .map(([id]) => id)
        .sort(),
    ).toEqual(Array.from({ length: 30 }, (_, index) => `R${index}`).sort());
    expect(hall.on.workbook.applied.length).toBeLessThanOrEqual(3);
  });

  test('writes nothing for whoever only looks', async () => {
    const hall = new Hall();
    await hall.formToken();
    expect(hall.on.workbook.applied).toEqual([]);
  });
});
