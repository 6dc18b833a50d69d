import { describe, expect, test } from '@jest/globals';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { toDay } from '#core/calendar/day';
import { planNotice } from '#core/notice/plan-notice';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Tables } from '#core/workbook/table';
import { aLeave, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const snapshotOf = (tables: Tables): Snapshot => ({
  spreadsheetId: 'book',
  title: '',
  timeZone: 'Asia/Shanghai',
  locale: 'zh_CN',
  places: [],
  tables,
});
const ledgerRow = (
  memberId: string,
  state: 'sent' | 'sending' | 'unknown' | 'failed' | 'retry' | 'planned' | 'bounced',
  recipient: string | null = null,
) => ({
  key: `book|S01|weekly|${memberId}`,
  sessionId: 'S01',
  kind: 'weekly' as const,
  memberId,
  state,
  recipient,
});

describe('planNotice', () => {
  const plan = (tables: Tables) =>
    planNotice(snapshotOf(tables), 'weekly', { row: 2, session: aSession() });

  test('tells a person with two rows once, by the first row that is due', () => {
    const roster = [
      aMember({ id: 'R001', name: '周文远', unit: '区委办', unitOrder: 10 }),
      aMember({ id: 'R001', name: '周文远', unit: '区法院', unitOrder: 20 }),
      aMember({ id: 'R001', name: '周文远', unit: '区教育局', unitOrder: 30 }),
    ];
    const tables = aWorkbook({ speakers: [aSpeaker()], roster });
    expect(plan(tables).recipients.map(({ unit }) => unit)).toEqual(['区委办']);
    const session = aSession({ audience: '区法院、区教育局' });
    const { recipients, skipped } = planNotice(snapshotOf(tables), 'weekly', { row: 2, session });
    expect(recipients.map(({ unit }) => unit)).toEqual(['区法院']);
    expect(skipped).toEqual([]);
  });

  test('says of a second person with one ID that the ID is another’s, before and after the notice', () => {
    const roster = [
      aMember({ id: 'R001', name: '周文远', personOrder: 10 }),
      aMember({ id: 'R001', name: '李　明', personOrder: 20, email: 'r002@example.org' }),
      aMember({ id: 'R001', name: '李明', personOrder: 30, email: 'r002@example.org' }),
      aMember({ id: 'R003', name: '王刚', personOrder: 40, email: 'r003@example.org' }),
    ];
    const tables = { speakers: [aSpeaker()], roster };
    const second = { memberId: 'R001', name: '李明', code: 'sharedId' };
    const before = plan(aWorkbook(tables));
    expect(before.recipients.map(({ name }) => name)).toEqual(['周文远', '王刚']);
    expect(before.skipped).toEqual([second]);
    const notices = [ledgerRow('R001', 'sent'), ledgerRow('R003', 'sent')];
    expect(plan(aWorkbook({ ...tables, notices })).skipped).toEqual([
      { memberId: 'R001', name: '周文远', code: 'alreadySent' },
      second,
      { memberId: 'R003', name: '王刚', code: 'alreadySent' },
    ]);
  });

  test('tells everybody who is due, in official order', () => {
    const tables = aWorkbook({
      speakers: [aSpeaker()],
      roster: [
        aMember({ id: 'R002', name: '李明', unitOrder: 20, email: 'b@example.org' }),
        aMember({
          id: 'R003',
          name: '王刚',
          unitOrder: 10,
          personOrder: 20,
          email: 'c@example.org',
        }),
        aMember({
          id: 'R001',
          name: '周文远',
          unitOrder: 10,
          personOrder: 10,
          email: 'a@example.org',
        }),
      ],
    });
    expect(plan(tables).recipients.map(({ memberId }) => memberId)).toEqual([
      'R001',
      'R003',
      'R002',
    ]);
    expect(plan(tables).speaker?.name).toBe('陆明哲');
  });

  test('puts a person without an official order last, as in the reports; a shared address goes to the first', () => {
    const email = 'office@example.org';
    const unordered = { unitOrder: null as never, personOrder: null as never };
    const roster = [
      aMember({ id: 'M1', name: '周文远', email, ...unordered }),
      aMember({ id: 'M2', name: '李明', email, unitOrder: 900 }),
    ];
    const tables = aWorkbook({ roster });
    const { recipients, skipped } = plan(tables);
    expect(recipients.map(({ memberId }) => memberId)).toEqual(['M2']);
    expect(skipped).toEqual([{ memberId: 'M1', name: '周文远', code: 'sharedAddress' }]);
    const inReports = readAttendanceData(tables).programme.people.map(({ id }) => id);
    expect(inReports).toEqual(['M2', 'M1']);
  });

  test.each([
    ['notDue', aMember({ category: 'department' }), {}],
    ['noAddress', aMember({ email: null }), {}],
    ['notifyOff', aMember({ notify: false }), {}],
    ['onLeave', aMember(), { leave: [aLeave()] }],
    ['alreadySent', aMember(), { notices: [ledgerRow('R001', 'sent')] }],
    ['unconfirmed', aMember(), { notices: [ledgerRow('R001', 'sending')] }],
    ['unconfirmed', aMember(), { notices: [ledgerRow('R001', 'unknown')] }],
    [
      'bounced',
      aMember({ email: 'a@example.org' }),
      { notices: [ledgerRow('R001', 'bounced', 'a@example.org')] },
    ],
  ] as const)('skips with the reason %s', (code, member, more) => {
    const planned = planNotice(snapshotOf(aWorkbook({ roster: [member], ...more })), 'weekly', {
      row: 2,
      session: aSession({ audience: '四套班子' }),
    });
    expect(planned.recipients).toEqual([]);
    expect(planned.skipped).toEqual([{ memberId: 'R001', name: '周文远', code }]);
  });

  test('tells a person whose mail came back once the address is another one', () => {
    const notices = [ledgerRow('R001', 'bounced', 'old@example.org')];
    const tables = aWorkbook({
      speakers: [aSpeaker()],
      roster: [aMember({ email: 'new@example.org' })],
      notices,
    });
    expect(plan(tables).recipients.map(({ address }) => address)).toEqual(['new@example.org']);
  });

  test.each(['failed', 'retry', 'planned'] as const)(
    'tries again after %s, because nothing was sent',
    (state) => {
      const tables = aWorkbook({ roster: [aMember()], notices: [ledgerRow('R001', state)] });
      expect(plan(tables).recipients).toHaveLength(1);
    },
  );

  test.each([
    [149, 1],
    [150, 0],
  ])(
    'of a session of 150 minutes, tells somebody on leave for %i of them: %i',
    (minutes, count) => {
      const rows = { roster: [aMember()], schedule: [aSession()], leave: [aLeave({ minutes })] };
      expect(plan(aWorkbook(rows)).recipients).toHaveLength(count);
    },
  );

  test('does not skip a person whose leave is still undecided', () => {
    expect(
      plan(aWorkbook({ roster: [aMember()], leave: [aLeave({ decision: 'pending' })] })).recipients,
    ).toHaveLength(1);
  });

  test('names a person whose address cannot be used', () => {
    const tables = withCellIn(
      aWorkbook({ roster: [aMember()] }),
      { tab: 'roster', row: 2, column: 'email' },
      'not an address',
    );
    expect(plan(tables).skipped).toEqual([
      { memberId: 'R001', name: '周文远', code: 'badAddress' },
    ]);
  });

  test('sends one mail to an address that two people share', () => {
    const tables = aWorkbook({
      roster: [aMember(), aMember({ id: 'R002', name: '李明', personOrder: 20 })],
    });
    expect(plan(tables).recipients.map(({ memberId }) => memberId)).toEqual(['R001']);
    expect(plan(tables).skipped).toEqual([
      { memberId: 'R002', name: '李明', code: 'sharedAddress' },
    ]);
  });

  test('leaves out who is not on the roster that day', () => {
    const tables = aWorkbook({
      roster: [
        aMember({ to: toDay('2026-03-05') }),
        aMember({ id: 'R002', from: toDay('2026-03-07') }),
      ],
    });
    expect(plan(tables)).toMatchObject({ recipients: [], skipped: [] });
  });
});
