import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { issueDay } from '#core/notice/ledger/issue-day';
import type { LedgerRow, NoticeKind } from '#core/notice/notice';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

type Row = Partial<LedgerRow>;
const TOLD = '2026-12-04｜14:30-17:00｜区委礼堂';
const row = (issued: string | null, part: Row = {}): Row => ({
  key: `book|S01|${part.kind ?? 'weekly'}|${part.memberId ?? 'R001'}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId: 'R001',
  state: 'sent',
  told: TOLD,
  issued: issued === null ? null : toDay(issued),
  updatedAt: '2026-11-20T01:00:00Z',
  ...part,
});

const TODAY = '2026-11-28';
const dayOf = (
  notices: readonly Row[],
  query: { kind?: NoticeKind; timeZone?: string; isContinued?: boolean } = {},
) => {
  const snapshot = { ...aSnapshot(aWorkbook({ notices })), spreadsheetId: 'book' };
  const now = new Date('2026-11-27T16:30:00Z');
  const { kind = 'weekly', timeZone = 'Asia/Shanghai', isContinued = false } = query;
  return issueDay(snapshot, { kind, occasionId: 'S01', told: TOLD, isContinued, now, timeZone });
};

describe('the day under the signature of a new notice', () => {
  test.each([
    ['Asia/Shanghai', TODAY],
    ['UTC', '2026-11-27'],
  ])('is today in %s before anything was sent', (timeZone, day) => {
    expect(dayOf([], { timeZone })).toBe(day);
  });

  test.each(['sent', 'sending', 'unknown', 'bounced'] as const)(
    'is that of a mail with the same notice that is %s, whenever it was tried again',
    (state) => {
      expect(dayOf([row('2026-11-25', { memberId: 'R002' }), row('2026-11-24', { state })])).toBe(
        '2026-11-24',
      );
    },
  );

  test.each([
    ['a mail that was refused', row('2026-11-24', { state: 'failed' })],
    ['a mail that is to be tried again', row('2026-11-24', { state: 'retry' })],
    ['a mail that never left', row('2026-11-24', { state: 'planned' })],
    ['a mail that was withdrawn', row('2026-11-24', { state: 'skipped' })],
    ['a notice of other details', row('2026-11-24', { told: '2026-12-04｜14:30-17:00｜旧礼堂' })],
    ['another kind', row('2026-11-24', { kind: 'reminder' })],
    ['another session', row('2026-11-24', { sessionId: 'S02' })],
    ['another workbook', row('2026-11-24', { key: 'other|S01|weekly|R001' })],
    ['a row of an earlier version, without a day', row(null)],
  ])('is not that of %s', (_, other) => {
    expect(dayOf([other])).toBe(TODAY);
  });

  test.each(['sent', 'planned', 'retry'] as const)(
    'is today for a kind that may go out again, also while an earlier mail is %s',
    (state) => {
      expect(dayOf([row('2026-11-24', { kind: 'change', state })], { kind: 'change' })).toBe(TODAY);
    },
  );
});

describe('the day of a send that goes on', () => {
  test.each<[string, Row]>([
    ['planned', { state: 'planned' }],
    ['to be tried again', { state: 'retry', attempts: 3 }],
    ['in doubt with a draft', { state: 'unknown', draftId: 'draft-1' }],
  ])('is that of its mail that is %s', (_, part) => {
    expect(dayOf([row('2026-11-26', part)], { isContinued: true })).toBe('2026-11-26');
  });

  test('is that of the last send where an earlier one left a mail too', () => {
    const notices = [
      row('2026-11-23', { kind: 'change', state: 'retry', attempts: 1, memberId: 'R002' }),
      row('2026-11-26', { kind: 'change', state: 'planned', memberId: 'R003' }),
      row('2026-11-24', { kind: 'change', state: 'planned', memberId: 'R004' }),
    ];
    expect(dayOf(notices, { kind: 'change', isContinued: true })).toBe('2026-11-26');
  });

  test('is today where the ledger does not keep the day', () => {
    expect(dayOf([row(null, { state: 'planned' })], { isContinued: true })).toBe(TODAY);
  });
});
