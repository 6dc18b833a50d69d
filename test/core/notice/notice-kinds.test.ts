import { describe, expect, test } from '@jest/globals';
import type { LedgerRow, NoticeKind, NoticePlan, ScheduleRow } from '#core/notice/notice';
import { fieldValues } from '#core/notice/words/fields';
import { defaultSettings } from '#core/workbook/read/settings';
import { planNotice } from '#core/notice/plan-notice';
import { CANCELLED_DETAILS, announcedDetails } from '#core/notice/announced-details';
import type { Tables } from '#core/workbook/table';
import { aLeave, aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const session = aSession();
const TOLD = announcedDetails(session, '陆明哲');
const past = (memberId: string, part: Partial<LedgerRow> = {}): Partial<LedgerRow> => {
  const { kind = 'weekly', sequence = 0 } = part;
  const key = kind === 'weekly' ? kind : `${kind}.${sequence}`;
  return {
    key: `book|S01|${key}|${memberId}`,
    sessionId: 'S01',
    kind,
    memberId,
    recipient: `${memberId.toLowerCase()}@example.org`,
    state: 'sent',
    sequence,
    told: TOLD,
    updatedAt: '2026-03-02T01:00:00.000Z',
    ...part,
  };
};
const people = ['R001', 'R002', 'R003'].map((id, index) =>
  aMember({ id, name: `某${id}`, personOrder: index, email: `${id.toLowerCase()}@example.org` }),
);
type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;
const tables = (rows: Rows = {}): Tables =>
  aWorkbook({ speakers: [aSpeaker()], roster: people, ...rows });
const plan = (kind: NoticeKind, rows: Rows = {}, changed: ScheduleRow = session): NoticePlan =>
  planNotice(aSnapshot(tables(rows)), kind, { row: 2, session: changed });
const told = ({ recipients }: NoticePlan): string[] => recipients.map(({ memberId }) => memberId);
const codes = ({ skipped }: NoticePlan): string[] =>
  skipped.map(({ memberId, code }) => `${memberId} ${code}`);

describe('a reminder', () => {
  const rows = {
    notices: [past('R001'), past('R002')],
    leave: [aLeave({ memberId: 'R002', decision: 'pending' })],
  };

  test('goes to who was told and has not answered', () => {
    expect(told(plan('reminder', rows))).toEqual(['R001']);
    expect(codes(plan('reminder', rows))).toEqual(['R002 answered', 'R003 notTold']);
  });

  test('counts a reply as an answer', () => {
    const replies = [
      { sessionId: 'S01', memberId: 'R001', answer: 'attend' as const, at: '2026-03-03T01:00:00Z' },
    ];
    expect(told(plan('reminder', { ...rows, replies }))).toEqual([]);
  });
});

describe('a change', () => {
  const moved = aSession({ venue: '二楼会议室' });

  test('goes to who was told something else, with the next sequence and a key of its own', () => {
    const { recipients } = plan('change', { notices: [past('R001'), past('R002')] }, moved);
    expect(recipients.map(({ memberId, sequence, key }) => [memberId, sequence, key])).toEqual([
      ['R001', 1, 'book|S01|change.1|R001'],
      ['R002', 1, 'book|S01|change.1|R002'],
    ]);
  });

  test('names a speaker with the ID of another person; one person in both tabs is one', () => {
    const notices = [past('R001'), past('T01')];
    const asMember = (name: string) => ({
      notices,
      roster: [...people, aMember({ id: 'T01', name })],
    });
    expect(codes(plan('change', asMember('王刚'), moved))).toContain('T01 sharedId');
    expect(codes(plan('change', asMember('陆 明哲'), moved))).not.toContain('T01 sharedId');
  });

  test('goes to nobody while nothing differs', () => {
    expect(codes(plan('change', { notices: [past('R001')] }))).toEqual([
      'R001 unchanged',
      'R002 notTold',
      'R003 notTold',
    ]);
  });

  test('is sent once for one change and again for the next, even back to the first', () => {
    const second = past('R001', {
      kind: 'change',
      sequence: 1,
      told: announcedDetails(moved, '陆明哲'),
    });
    const rows = { notices: [past('R001'), second], roster: people.slice(0, 1) };
    expect(codes(plan('change', rows, moved))).toEqual(['R001 alreadySent']);
    expect(plan('change', rows).recipients[0]?.key).toBe('book|S01|change.2|R001');
  });

  test('reaches the speaker who was asked, and a person on leave', () => {
    const notices = [past('R001'), past('T01', { kind: 'speaker', key: 'book|S01|speaker|T01' })];
    const rows = { notices, leave: [aLeave()] };
    expect(told(plan('change', rows, moved))).toEqual(['R001', 'T01']);
  });

  test('is not sent blindly after one that may have left', () => {
    const doubtful = past('R001', {
      kind: 'change',
      sequence: 1,
      state: 'unknown',
      told: announcedDetails(moved, '陆明哲'),
    });
    const rows = { notices: [past('R001'), doubtful], roster: people.slice(0, 1) };
    expect(codes(plan('change', rows, moved))).toEqual(['R001 unconfirmed']);
  });
});

describe('a cancellation', () => {
  const cancelled = aSession({ state: 'cancelled' });

  test('goes once to whoever was told', () => {
    const first = plan('cancellation', { notices: [past('R001')] }, cancelled);
    expect(first.recipients.map(({ sequence, key }) => [sequence, key])).toEqual([
      [1, 'book|S01|cancellation.1|R001'],
    ]);
    const off = past('R001', { kind: 'cancellation', sequence: 1, told: CANCELLED_DETAILS });
    const again = { notices: [past('R001'), off], roster: people.slice(0, 1) };
    expect(codes(plan('cancellation', again, aSession({ ...cancelled, venue: '别处' })))).toEqual([
      'R001 alreadySent',
    ]);
    const resumed = plan('change', again);
    expect(resumed.recipients[0]?.sequence).toBe(2);
    const values = fieldValues(resumed, resumed.recipients[0]!, defaultSettings('zh-CN'));
    expect(values.changes).toBe('此前通知取消，现照常举办。');
  });
});

describe('a speaker confirmation', () => {
  test('goes to the session’s speaker', () => {
    expect(plan('speaker').recipients).toMatchObject([
      { memberId: 'T01', address: 't01@example.org', key: 'book|S01|speaker|T01' },
    ]);
  });

  test('says why it cannot', () => {
    expect(codes(plan('speaker', { speakers: [aSpeaker({ email: null })] }))).toEqual([
      'T01 noAddress',
    ]);
  });
});

describe('the kinds that look back', () => {
  const held = aSession({ state: 'held' });
  const rows = {
    roster: [...people, aMember({ id: 'R004', name: '某R004', unit: '区政府', email: null })],
    attendance: [
      aMark({ memberId: 'R001', status: '缺席' }),
      aMark({ memberId: 'R002', status: '出勤' }),
      aMark({ memberId: 'R003', status: '缺席' }),
    ],
    leave: [aLeave({ memberId: 'R003' })],
    contacts: [
      { id: 'C1', name: '甲', unit: '区委', email: 'c1@example.org', receives: 'digest' as const },
      {
        id: 'C2',
        name: '乙',
        unit: '档案馆',
        email: 'c2@example.org',
        receives: 'digest' as const,
      },
      { id: 'C3', name: '丙', email: 'c3@example.org', receives: 'summary' as const },
    ],
  };

  test('an absence follow-up goes to who stayed away without leave', () => {
    const planned = plan('absence', rows, held);
    expect(told(planned)).toEqual(['R001']);
    expect(codes(planned)).toEqual(['R002 attended', 'R003 excused', 'R004 notRecorded']);
  });

  test('a digest goes to the contacts of units that were due', () => {
    const planned = plan('digest', rows, held);
    expect(told(planned)).toEqual(['C1']);
    expect(codes(planned)).toEqual(['C2 nobodyDue']);
  });

  test('a summary goes to the leaders', () => {
    expect(told(plan('summary', rows, held))).toEqual(['C3']);
  });
});

describe('an address', () => {
  test('that got the mail for one person does not get it again for another', () => {
    const shared = people.slice(0, 2).map((member) => ({ ...member, email: 'one@example.org' }));
    const notices = [past('R002', { recipient: 'one@example.org' })];
    expect(codes(plan('weekly', { roster: shared, notices }))).toEqual([
      'R001 sharedAddress',
      'R002 alreadySent',
    ]);
  });
});
