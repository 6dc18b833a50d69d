import { describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import type { TABS } from '#core/workbook/tabs/index';
import { AppError } from '#functions/errors';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, columnsOf, withCellIn } from '#test/support/builders/tables';
import type { Ports } from '#functions/app/runtime/use-case';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
const members = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const id = `R${String(index + 1).padStart(3, '0')}`;
    return aMember({
      id,
      name: `某${id}`,
      personOrder: (index + 1) * 10,
      email: `${id.toLowerCase()}@example.org`,
    });
  });
const tablesWith = (count: number) =>
  aWorkbook({
    roles: ROLES,
    speakers: [aSpeaker()],
    schedule: [aSession()],
    roster: members(count),
  });

const preview = async (app: TestApplication): Promise<NoticePreview> =>
  (await app.call('weeklyNotice', { action: 'preview' })) as NoticePreview; // a preview was asked for
const send = async (app: TestApplication, fingerprint: string): Promise<NoticeSent> =>
  (await app.call('weeklyNotice', {
    action: 'send',
    occasionId: 'S01',
    fingerprint,
  })) as NoticeSent; // a send was asked for
const column = (name: keyof typeof TABS.notices.columns): number =>
  columnsOf('notices').indexOf(name);
const states = (app: TestApplication): unknown[] =>
  app.workbook.rowsOf('notices').map((row) => row[column('state')]);

describe('weeklyNotice preview', () => {
  test('shows who gets which words and writes nothing', async () => {
    const app = anApplication(tablesWith(2));
    const shown = await preview(app);
    expect(shown).toMatchObject({
      messages: 2,
      skipped: [],
      findings: [],
      occasion: { id: 'S01', title: '区域经济协调发展' },
    });
    expect(shown.sample).toMatchObject({
      to: 'r001@example.org',
      subject: '【领导干部理论学习】第1期：区域经济协调发展',
    });
    expect(app.workbook.applied).toEqual([]);
    expect(app.mailer.mails).toEqual([]);
  });

  test('shows recipients and the wrong cell while the session’s row has a typing error', async () => {
    const app = anApplication(
      withCellIn(tablesWith(2), { tab: 'schedule', row: 2, column: 'staffCount' }, '两人'),
    );
    const shown = await preview(app);
    expect(shown.messages).toBe(2);
    expect(shown.findings.map(({ cell, value }) => [cell, value])).toEqual([['Q2', '两人']]);
  });

  test('names the speaker whose row has a typing error', async () => {
    const app = anApplication(
      withCellIn(tablesWith(1), { tab: 'speakers', row: 2, column: 'farAway' }, '很远'),
    );
    expect((await preview(app)).sample?.text).toContain('陆明哲');
  });

  test('shows any recipient’s mail', async () => {
    const app = anApplication(tablesWith(3));
    const shown = (await app.call('weeklyNotice', {
      action: 'preview',
      memberId: 'R003',
    })) as NoticePreview;
    expect(shown.sample?.to).toBe('r003@example.org');
    expect(shown.sample?.text).toMatch(/^某R003同志：/);
  });

  test('has the same fingerprint while nothing changes and another one when a venue does', async () => {
    const tables = tablesWith(2);
    const first = await preview(anApplication(tables));
    const again = await preview(anApplication(tables));
    const moved = await preview(
      anApplication(withCellIn(tables, { tab: 'schedule', row: 2, column: 'venue' }, '二楼会议室')),
    );
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(moved.fingerprint).not.toBe(first.fingerprint);
  });

  test('says that there is nothing to announce', async () => {
    const app = anApplication(aWorkbook({ roles: ROLES, roster: members(1) }));
    await expect(preview(app)).rejects.toMatchObject({ refusal: 'noSession' });
  });
});

describe('weeklyNotice send', () => {
  test('sends each mail once and notes it before and after', async () => {
    const app = anApplication(tablesWith(2));
    const seen: unknown[][] = [];
    app.mailer.answer = () => {
      seen.push(states(app));
      return { state: 'sent' };
    };
    const { fingerprint } = await preview(app);
    expect(await send(app, fingerprint)).toMatchObject({
      sent: 2,
      failed: [],
      unknown: [],
      skipped: [],
    });
    expect(app.mailer.mails.map(({ to }) => to.address)).toEqual([
      'r001@example.org',
      'r002@example.org',
    ]);
    expect(seen).toEqual([
      ['发送中', '发送中'],
      ['发送中', '发送中'],
    ]);
    expect(states(app)).toEqual(['已发', '已发']);
    const times = app.workbook.rowsOf('notices').map((row) => row[column('updatedAt')]);
    expect(times).toEqual(['2026-03-02 09:00:00 +08:00', '2026-03-02 09:00:00 +08:00']);
    expect(app.workbook.rowsOf('notices')[0]?.[column('kind')]).toBe('上课通知');
    expect(app.workbook.rowsOf('notices')[0]?.[column('key')]).toBe(
      `${WORKBOOK_ID}|S01|weekly|R001`,
    );
  });

  test('gives everybody a reply link of their own that is good until the session begins', async () => {
    const app = anApplication(tablesWith(2));
    await send(app, (await preview(app)).fingerprint);
    const claims = app.mailer.mails.map(({ text }) => {
      const [, token = ''] = /https:\/\/pages\.example\.org\/reply\?t=(\S+)/.exec(text) ?? [];
      return LINKS.verify('reply', token, new Date('2026-03-06T06:29:59Z'));
    });
    const expires = new Date('2026-03-06T06:30:00Z');
    expect(claims).toEqual(
      ['R001', 'R002'].map((memberId) => ({
        spreadsheetId: WORKBOOK_ID,
        occasionId: 'S01',
        memberId,
        expires,
      })),
    );
  });

  test('carries no link where there are no public pages', async () => {
    const between = (ports: Ports): Ports => ({ ...ports, links: null });
    const app = anApplication(tablesWith(1), { between });
    expect((await preview(app)).sample?.text).not.toMatch(/https:|请点此回复/);
  });

  test('mails nobody twice', async () => {
    const app = anApplication(tablesWith(2));
    await send(app, (await preview(app)).fingerprint);
    const second = await preview(app);
    expect(second).toMatchObject({
      messages: 0,
      skipped: [{ code: 'alreadySent' }, { code: 'alreadySent' }],
    });
    expect(await send(app, second.fingerprint)).toMatchObject({ sent: 0 });
    expect(app.mailer.mails).toHaveLength(2);
  });

  test('refuses the fingerprint of an earlier preview and sends nothing', async () => {
    const app = anApplication(tablesWith(2));
    const { fingerprint } = await preview(app);
    await send(app, fingerprint);
    await expect(send(app, fingerprint)).rejects.toMatchObject({ refusal: 'previewOutdated' });
    expect(app.mailer.mails).toHaveLength(2);
    expect(await app.workbook.readLease()).toBeNull();
  });

  test('refuses while a session’s entry is wrong', async () => {
    const tables = withCellIn(tablesWith(1), { tab: 'schedule', row: 2, column: 'end' }, 0.5);
    const app = anApplication(tables);
    const shown = await preview(app);
    expect(shown.findings.map(({ rule }) => rule)).toContain('V07');
    await expect(send(app, shown.fingerprint)).rejects.toMatchObject({ refusal: 'entriesBlock' });
    expect(app.mailer.mails).toEqual([]);
  });

  test('lets one of two senders through', async () => {
    const app = anApplication(tablesWith(1));
    const { fingerprint } = await preview(app);
    app.workbook.holdLease('somebody|2026-03-02T01:04:00.000Z');
    await expect(send(app, fingerprint)).rejects.toMatchObject({ refusal: 'leaseHeld' });
    app.setNow('2026-03-02T01:04:01Z'); // the other one did not renew
    expect(await send(app, fingerprint)).toMatchObject({ sent: 1 });
  });

  test('reports a refused address by name and sends the others', async () => {
    const app = anApplication(tablesWith(3));
    app.mailer.answer = ({ to }) =>
      to.address === 'r002@example.org'
        ? { state: 'failed', reason: 'refused (550)' }
        : { state: 'sent' };
    expect(await send(app, (await preview(app)).fingerprint)).toMatchObject({
      sent: 2,
      failed: [{ memberId: 'R002', reason: '邮件服务器拒收（550）' }],
    });
    expect(states(app)).toEqual(['已发', '失败', '已发']);
  });

  test.each([1, 2, 3, 4])(
    'never sends twice when write %i breaks and somebody sends again',
    async (broken) => {
      const app = anApplication(tablesWith(30));
      const { fingerprint } = await preview(app);
      app.workbook.beforeApply = (count) => {
        if (count === broken) throw new AppError('sheetsDown');
      };
      await expect(send(app, fingerprint)).rejects.toMatchObject({ refusal: 'sheetsDown' });
      app.workbook.beforeApply = () => undefined;
      app.setNow('2026-03-02T02:00:00Z');
      await send(app, (await preview(app)).fingerprint);
      const addresses = app.mailer.mails.map(({ to }) => to.address);
      expect(new Set(addresses).size).toBe(addresses.length);
      const doubtful = (await preview(app)).skipped.filter(({ code }) => code === 'unconfirmed');
      expect(
        addresses.length +
          doubtful.filter(
            ({ memberId }) => !addresses.includes(`${memberId.toLowerCase()}@example.org`),
          ).length,
      ).toBe(30);
    },
  );
});

describe('a template with fields as other programs write them', () => {
  const templates = [
    {
      kind: 'weekly' as const,
      language: 'zh-CN' as const,
      subject: '【通知】${题目}',
      body: '｛｛姓名｝｝同志：\n\n请参加本期学习。\n地点：{地点}\n«主办单位»',
    },
  ];
  const tables = () =>
    aWorkbook({
      roles: ROLES,
      speakers: [aSpeaker()],
      schedule: [aSession()],
      roster: members(2),
      templates,
    });

  test('is found by the preview and the check, is not sent, and is sent once the offered correction is applied', async () => {
    const app = anApplication(tables());
    const shown = await preview(app);
    expect(shown.findings.map(({ rule, cell }) => [rule, cell])).toEqual([
      ['N07', 'C2'],
      ['N07', 'D2'],
    ]);
    await expect(send(app, shown.fingerprint)).rejects.toMatchObject({ refusal: 'entriesBlock' });
    expect(app.mailer.mails).toEqual([]);
    const checked = await app.call('checkEntries', {});
    const offered = checked.findings.filter(({ rule }) => rule === 'N07');
    expect(offered.map(({ message, fix }) => [message, fix?.after])).toEqual([
      ['模板中的 ${题目} 不会换成内容，会原样发给收件人。', '{{题目}}'],
      [
        '模板中的 ｛｛姓名｝｝、{地点}、«主办单位» 不会换成内容，会原样发给收件人。',
        '{{姓名}}、{{地点}}、{{主办单位}}',
      ],
    ]);
    const choices = offered.map(({ tab, cell, fix }) => ({
      tab,
      cell: cell ?? '',
      before: fix?.before ?? '',
      after: fix?.after ?? '',
    }));
    expect((await app.call('applySuggestions', { choices })).refused).toEqual([]);
    expect(app.workbook.rowsOf('templates')[0]?.slice(2, 4)).toEqual([
      '【通知】{{题目}}',
      '{{姓名}}同志：\n\n请参加本期学习。\n地点：{{地点}}\n{{主办单位}}',
    ]);
    const again = await preview(app);
    expect(again.findings).toEqual([]);
    await send(app, again.fingerprint);
    expect(app.mailer.mails).toHaveLength(2);
    expect(app.mailer.mails[0]?.subject).toBe('【通知】区域经济协调发展');
    expect(app.mailer.mails[0]?.text).toContain('某R001同志：');
    expect(JSON.stringify(app.mailer.mails)).not.toMatch(/[{}｛｝«»]{2}|\$\{/);
  });
});
