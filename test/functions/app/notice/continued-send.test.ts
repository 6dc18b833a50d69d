// A send that does not fit into one call: what goes on by itself, and what stops it.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { Tables } from '#core/workbook/table';
import { AppError } from '#functions/errors';
import type { Ports } from '#functions/app/runtime/use-case';
import { anApplication, type TestApplication } from '#test/support/application';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { RecordingMailer } from '#test/support/recording-mailer';
import { aLeave, aMember } from '#test/support/builders/rows';
import { aTable, withCellIn } from '#test/support/builders/tables';
import {
  ids,
  addressOf,
  tables,
  preview,
  begin,
  goOn,
  column,
  states,
  everybodyOnce,
} from './sixty-people';

const SCHEDULER = 'scheduler@example.org';
const tick = async (app: TestApplication) => (await app.call('runDue', {}, SCHEDULER)).notices;

/** The workbook and the mail server that the first call leaves, with the workbook changed by hand since. */
async function afterTheFirstCall(change: (then: Tables) => Tables = (then) => then) {
  const workbook = new InMemoryWorkbook(tables);
  const mailer = new RecordingMailer();
  expect(await begin(anApplication(tables, { workbook, mailer }))).toMatchObject({
    sent: 50,
    waiting: 10,
  });
  const { tables: left } = await workbook.read(WORKBOOK_ID, TAB_KEYS);
  const app = anApplication(change(left), { mailer });
  app.setNow('2026-03-02T01:15:00Z');
  return app;
}

describe('a send that does not fit into one call', () => {
  test('stops in time, leaves the rest planned, and gives the lease back', async () => {
    const app = anApplication(tables);
    expect(await begin(app)).toMatchObject({ sent: 50, failed: [], waiting: 10 });
    expect(app.application.ports.clock.now().toISOString()).toBe('2026-03-02T01:01:00.000Z');
    expect(states(app)).toEqual({ 已发: 50, 待发: 10 });
    expect(await app.workbook.readLease()).toBeNull();
    expect(await app.call('noticeProgress', {})).toMatchObject({
      sends: [{ state: 'paused', sent: 50, waiting: 10 }],
    });
  });

  test('has the day on which it was begun under its signature, also after midnight', async () => {
    const app = anApplication(tables);
    // Half a minute before midnight of 3 March in Shanghai.
    app.setNow('2026-03-02T15:59:30Z');
    expect(await begin(app)).toMatchObject({ sent: 50, waiting: 10 });
    app.setNow('2026-03-03T01:00:00Z');
    expect(await goOn(app)).toMatchObject({ sent: 10, waiting: 0, failed: [], skipped: [] });
    everybodyOnce(app);
    const ends = app.mailer.mails.map(({ text }) => text.trimEnd().split('\n').slice(-2));
    expect(ends).toEqual(ids.map(() => ['区委组织部', '2026年3月2日']));
  });

  test('is finished by the call that continues it, at the same pace', async () => {
    const app = anApplication(tables);
    await begin(app);
    expect(await goOn(app)).toMatchObject({ action: 'send', sent: 10, waiting: 0, skipped: [] });
    // 25 left at 01:00:00 and 25 at 01:01:00
    expect(app.application.ports.clock.now().toISOString()).toBe('2026-03-02T01:02:00.000Z');
    everybodyOnce(app);
    expect(await goOn(app)).toMatchObject({ sent: 0, waiting: 0 });
    expect(await app.call('noticeProgress', {})).toMatchObject({
      sends: [{ state: 'finished', sent: 60 }],
    });
  });

  test('is finished by the schedule, although nothing is sent automatically, and then leaves the workbook alone', async () => {
    const app = await afterTheFirstCall();
    expect(await app.call('runDue', {}, SCHEDULER)).toEqual({
      automatic: false,
      notices: [
        {
          kind: 'weekly',
          occasionId: 'S01',
          sent: 10,
          failed: 0,
          unknown: 0,
          waiting: 0,
          toRetry: 0,
          refused: null,
        },
      ],
    });
    everybodyOnce(app);
    const writes = app.workbook.applied.length;
    expect(await tick(app)).toEqual([]);
    expect(app.workbook.applied).toHaveLength(writes);
  });

  test('is finished once when the schedule and two sidebars go on at the same time', async () => {
    const app = await afterTheFirstCall();
    await Promise.allSettled([tick(app), goOn(app), goOn(app)]);
    everybodyOnce(app);
  });

  test('within no time plans everything and sends nothing', async () => {
    const app = anApplication(tables, { sendSeconds: 0 });
    expect(await begin(app)).toMatchObject({ sent: 0, waiting: 60 });
    expect(states(app)).toEqual({ 待发: 60 });
  });

  test('sends to nobody who came onto the list after the preview', async () => {
    const app = await afterTheFirstCall((then) => ({
      ...then,
      roster: aTable(
        'roster',
        [...ids, 'R061'].map((id, index) =>
          aMember({ id, name: `某${id}`, personOrder: index, email: addressOf(id) }),
        ),
      ),
    }));
    expect(await tick(app)).toMatchObject([{ sent: 10, waiting: 0 }]);
    everybodyOnce(app);
    expect((await preview(app)).recipients).toEqual([
      { memberId: 'R061', name: '某R061', address: 'r061@example.org' },
    ]);
  });

  test('leaves out who is on leave by then, notes why, and goes on with the others', async () => {
    const app = await afterTheFirstCall((then) => ({
      ...then,
      leave: aTable('leave', [aLeave({ memberId: 'R055', decidedOn: toDay('2026-03-02') })]),
    }));
    expect(await goOn(app)).toMatchObject({
      sent: 9,
      waiting: 0,
      skipped: [{ memberId: 'R055', code: 'onLeave' }],
    });
    const row = app.workbook
      .rowsOf('notices')
      .find((cells) => cells[column('memberId')] === 'R055');
    expect([row?.[column('state')], row?.[column('reason')]]).toEqual(['未发', '已准假']);
    expect(await app.call('noticeProgress', {})).toMatchObject({
      sends: [{ state: 'finished', total: 59, sent: 59 }],
    });
  });
});

describe('a send stops before its next call, and says why, when', () => {
  const cell =
    (
      tab: 'schedule' | 'roster' | 'settings' | 'speakers',
      row: number,
      named: string,
      value: string,
    ) =>
    (then: Tables) =>
      withCellIn(then, { tab, row, column: named }, value);
  test.each<[string, (then: Tables) => Tables, string]>([
    ['the venue is another', cell('schedule', 2, 'venue', '二楼会议室'), '日程、邮件内容'],
    ['the session is cancelled', cell('schedule', 2, 'state', '取消'), '录入有错误'],
    [
      'an entry of the session is wrong',
      cell('schedule', 2, 'end', '13:00'),
      '录入有错误、日程、邮件内容',
    ],
    [
      'one of those left has another address',
      cell('roster', 61, 'email', 'else@example.org'),
      '收件人',
    ],
    ['one of those left has another name', cell('roster', 61, 'name', '别名'), '邮件内容'],
    [
      'the sender is another',
      (then) => ({
        ...then,
        settings: aTable('settings', [
          { name: '每分钟邮件数', value: '25' },
          { name: '发件地址', value: 'else@example.org' },
        ]),
      }),
      '邮件内容',
    ],
    [
      'the words are others',
      (then) => ({
        ...then,
        templates: aTable('templates', [
          { kind: 'weekly', language: 'zh-CN', subject: '改', body: '{{姓名}}：改了' },
        ]),
      }),
      '邮件内容',
    ],
  ])('%s', async (_, change, changed) => {
    const app = await afterTheFirstCall(change);
    const refused = `预览之后有改动：${changed}。其余 10 人没有发送。 请重新预览，核对后再发送给其余的人。`;
    expect(await tick(app)).toEqual([
      {
        kind: 'weekly',
        occasionId: 'S01',
        sent: 0,
        failed: 0,
        unknown: 0,
        waiting: 0,
        toRetry: 0,
        refused,
      },
    ]);
    expect(app.workbook.applied).toEqual([]);
    await expect(goOn(app)).rejects.toMatchObject({
      refusal: 'sendStopped',
      code: 'preview-outdated',
    });
    expect(app.mailer.mails).toHaveLength(50);
    expect(await app.workbook.readLease()).toBeNull();
  });
});

describe('the schedule does not go on', () => {
  test.each([
    ['when the last mail was planned a day ago', '2026-03-03T01:02:00Z'],
    ['once the session has begun', '2026-03-06T06:30:00Z'],
  ])('%s', async (_, now) => {
    const app = await afterTheFirstCall();
    app.setNow(now);
    expect(await tick(app)).toEqual([]);
    expect(app.mailer.mails).toHaveLength(50);
  });

  test('while somebody is sending', async () => {
    const app = await afterTheFirstCall();
    app.workbook.holdLease('somebody|2026-03-02T01:19:00.000Z');
    await expect(tick(app)).rejects.toMatchObject({ refusal: 'leaseHeld' });
    expect(app.mailer.mails).toHaveLength(50);
  });
});

test('what is due by the schedule goes out as the workbook is now, over several runs', async () => {
  const settings = [
    { name: '每分钟邮件数', value: '25' },
    { name: '自动发送', value: '是' },
  ];
  const app = anApplication(
    { ...tables, settings: aTable('settings', settings) },
    { sendSeconds: 70 },
  );
  expect(await tick(app)).toMatchObject([{ sent: 50, waiting: 10 }]);
  app.setNow('2026-03-02T01:15:00Z');
  expect(await tick(app)).toMatchObject([{ sent: 10, waiting: 0 }]);
  everybodyOnce(app);
});

test('a mail that is refused for now is tried again by the next runs, five times in all', async () => {
  const mailer = new RecordingMailer();
  mailer.answer = ({ to }) =>
    to.address === 'r003@example.org'
      ? { state: 'retry', reason: 'refused for now (451)' }
      : { state: 'sent' };
  const app = anApplication(tables, { mailer });
  await begin(app);
  const runs: number[] = [];
  for (let run = 1; run <= 6; run += 1) {
    app.setNow(`2026-03-02T0${1 + run}:00:00Z`);
    runs.push((await tick(app)).length);
  }
  expect(runs).toEqual([1, 1, 1, 1, 0, 0]);
  expect(states(app)).toEqual({ 已发: 59, 待重试: 1 });
  expect(await app.call('noticeProgress', {})).toMatchObject({ sends: [{ state: 'interrupted' }] });
});

/** The schedule sends by itself, and the whole list fits into a minute. */
const automatic: Tables = {
  ...tables,
  settings: aTable('settings', [
    { name: '自动发送', value: '是' },
    { name: '每分钟邮件数', value: '100' },
  ]),
};

test.each([
  ['for good', { state: 'failed', reason: 'refused (550)' }, '失败'],
  ['for now', { state: 'retry', reason: 'refused for now (451)' }, '待重试'],
] as const)(
  'an address that the server refuses %s is tried by the schedule five times in all, and a corrected one again',
  async (_, refusal, state) => {
    const mailer = new RecordingMailer();
    const addresses: string[] = [];
    mailer.answer = ({ to: { address } }) => {
      if (address !== 'r003@example.org' && address !== 'new@example.org') return { state: 'sent' };
      addresses.push(address);
      return refusal;
    };
    const app = anApplication(automatic, { mailer });
    await eightRuns(app, '2026-03-02');
    // A server is asked up to three times in one run.
    const tries = refusal.state === 'retry' ? 15 : 5;
    expect(addresses).toEqual(Array.from({ length: tries }, () => 'r003@example.org'));
    expect(states(app)).toEqual({ 已发: 59, [state]: 1 });

    addresses.length = 0;
    const { tables: left } = await app.workbook.read(WORKBOOK_ID, TAB_KEYS);
    const corrected = anApplication(
      withCellIn(left, { tab: 'roster', row: 4, column: 'email' }, 'new@example.org'),
      { mailer },
    );
    await eightRuns(corrected, '2026-03-03');
    // The tries of the former address count as one.
    expect(addresses).toEqual(Array.from({ length: (tries / 5) * 4 }, () => 'new@example.org'));
  },
);

test.each([
  ['that the schedule began', automatic, tick],
  ['that a clerk began', tables, begin],
] as const)(
  'a send %s goes on for as long as the mail server cannot be reached',
  async (_, before, first) => {
    const mailer = new RecordingMailer();
    const reached = mailer.answer;
    mailer.answer = () => ({
      state: 'retry',
      reason: 'no connection (ECONNREFUSED)',
      isOutage: true,
    });
    const app = anApplication(before, { mailer, sendSeconds: 70 });
    await first(app);
    await eightRuns(app, '2026-03-02');
    expect(mailer.mails).toEqual([]);
    mailer.answer = reached;
    await eightRuns(app, '2026-03-02', 9);
    expect(mailer.mails.map(({ to }) => to.address).sort()).toEqual(ids.map(addressOf));
    expect(states(app)).toEqual({ 已发: 60 });
  },
);

/** One an hour. */
async function eightRuns(app: TestApplication, day: string, from = 1): Promise<void> {
  for (let hour = from; hour < from + 8; hour += 1) {
    app.setNow(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
    await tick(app);
  }
}

describe('the first read of a call that Google refuses for a minute', () => {
  /** The first two reads are refused. */
  const busy = (): ((ports: Ports) => Ports) => {
    let reads = 0;
    return (ports) => ({
      ...ports,
      workbook: {
        ...ports.workbook,
        readLease: (...values) => ports.workbook.readLease(...values),
        apply: (...values) => ports.workbook.apply(...values),
        read: (...values) => {
          reads += 1;
          return reads <= 2
            ? Promise.reject(new AppError('quotaReached'))
            : ports.workbook.read(...values);
        },
      },
    });
  };

  test('is tried again for the scheduler, whom nobody waits for', async () => {
    const app = anApplication(tables, { between: busy() });
    expect(await app.call('runDue', {}, SCHEDULER)).toEqual({ automatic: false, notices: [] });
  });

  test('is told at once to a clerk', async () => {
    const app = anApplication(tables, { between: busy() });
    await expect(app.call('runDue', {})).rejects.toMatchObject({ refusal: 'quotaReached' });
  });
});
