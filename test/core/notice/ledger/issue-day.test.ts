import { describe, expect, test } from '@jest/globals';
import { issueDay } from '#core/notice/ledger/issue-day';
import type { LedgerRow, NoticeKind } from '#core/notice/notice';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

type Row = Partial<LedgerRow>;
const row = (part: Row): Row => ({
  key: `book|S01|${part.kind ?? 'weekly'}|${part.memberId ?? 'R001'}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId: 'R001',
  state: 'sent',
  ...part,
});

const dayOf = (
  notices: readonly Row[],
  kind: NoticeKind = 'weekly',
  timeZone = 'Asia/Shanghai',
) => {
  const snapshot = { ...aSnapshot(aWorkbook({ notices })), spreadsheetId: 'book' };
  const now = new Date('2026-11-27T16:30:00Z');
  return issueDay(snapshot, { kind, occasionId: 'S01', now, timeZone });
};

describe('the day under the signature of a notice', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-28'],
    ['UTC', '2026-11-27'],
  ])('is today in %s before anything was sent', (timeZone, day) => {
    expect(dayOf([], 'weekly', timeZone)).toBe(day);
  });

  test('is that of the first row of the kind and session', () => {
    const notices = [
      row({ memberId: 'R001', updatedAt: '2026-11-26T01:00:00Z' }),
      row({ memberId: 'R002', state: 'planned', updatedAt: '2026-11-24T15:59:59Z' }),
      row({ memberId: 'R003', state: 'failed', updatedAt: '2026-11-25T01:00:00Z' }),
    ];
    expect(dayOf(notices)).toBe('2026-11-24');
  });

  test.each([
    ['another kind', row({ kind: 'reminder', updatedAt: '2026-11-24T01:00:00Z' })],
    ['another session', row({ sessionId: 'S02', updatedAt: '2026-11-24T01:00:00Z' })],
    ['another workbook', row({ key: 'other|S01|weekly|R001', updatedAt: '2026-11-24T01:00:00Z' })],
    ['a row without a time', row({})],
  ])('is not that of %s', (_, other) => {
    expect(dayOf([other])).toBe('2026-11-28');
  });

  test('of a kind that may go out again is that of the send that is not over', () => {
    const former = row({ kind: 'change', sequence: 1, updatedAt: '2026-11-20T01:00:00Z' });
    expect(dayOf([former], 'change')).toBe('2026-11-28');
    const begun = row({
      kind: 'change',
      sequence: 2,
      memberId: 'R002',
      state: 'planned',
      updatedAt: '2026-11-27T02:00:00Z',
    });
    expect(dayOf([former, begun], 'change')).toBe('2026-11-27');
  });
});
