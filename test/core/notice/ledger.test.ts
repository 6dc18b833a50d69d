import { describe, expect, test } from '@jest/globals';
import { growLedger, planLedger, writeLedger } from '#core/notice/ledger';
import { leaseUntil, mayTake } from '#core/notice/lease';
import type { LedgerRow } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import { aTable } from '#test/support/builders/tables';

const row = (memberId: string, part: Partial<LedgerRow> = {}): LedgerRow => ({
  key: `book|S01|weekly|${memberId}`, sessionId: 'S01', kind: 'weekly', memberId, recipient: 'a@example.org', state: 'planned', reason: null,
  messageId: null, draftId: null, told: null, contentHash: null, sequence: 0, attempts: 0, updatedAt: null, ...part,
}); // prettier-ignore

const snapshotOf = (rows: readonly LedgerRow[], rowCount = 1000): Snapshot => {
  const table = aTable('notices', rows);
  const place = {
    sheetId: table.sheetId,
    title: table.title,
    index: 0,
    rowCount,
    columnCount: 20,
    key: 'notices',
    layout: null,
    chartIds: [],
    protectedRangeIds: [],
    colorWords: [],
    hasMarks: false,
  };
  return {
    spreadsheetId: 'book',
    title: '',
    timeZone: '',
    locale: '',
    places: [place],
    tables: { notices: table },
  };
};

describe('planLedger', () => {
  test('puts new messages after the last row', () => {
    const ledger = planLedger(
      snapshotOf([row('R001', { state: 'sent' })]),
      [row('R002'), row('R003')],
      'zh-CN',
    );
    expect(ledger.lines.map(({ index }) => index)).toEqual([2, 3]);
  });

  test('keeps the row of a message that failed before, with its attempts', () => {
    const ledger = planLedger(
      snapshotOf([row('R001', { state: 'failed', attempts: 2 })]),
      [row('R002'), row('R001')],
      'zh-CN',
    );
    expect(ledger.lines.map((line) => [line.row.memberId, line.index, line.row.attempts])).toEqual([
      ['R002', 2, 0],
      ['R001', 1, 2],
    ]);
  });

  test('starts right below the header of an empty ledger', () => {
    expect(planLedger(snapshotOf([]), [row('R001')], 'zh-CN').lines[0]?.index).toBe(1);
  });
});

describe('writeLedger', () => {
  test('writes neighbouring rows as one block', () => {
    const ledger = planLedger(
      snapshotOf([row('R001'), row('R009'), row('R002')]),
      ['R001', 'R002', 'R003'].map((id) => row(id)),
      'zh-CN',
    );
    const changes = writeLedger(ledger, ledger.lines);
    expect(
      changes.map(
        (change) => change.kind === 'writeCells' && [change.firstRow, change.rows.length],
      ),
    ).toEqual([
      [1, 1],
      [3, 2],
    ]);
  });

  test('asks for as many rows as are missing', () => {
    const fits = planLedger(snapshotOf([], 3), [row('R001'), row('R002')], 'zh-CN');
    expect(growLedger(fits)).toEqual([]);
    const short = planLedger(snapshotOf([], 2), [row('R001'), row('R002')], 'zh-CN');
    expect(growLedger(short)).toMatchObject([{ kind: 'growTab', addRows: 1 }]);
  });
});

describe('mayTake', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  test.each([
    [null, true],
    ['someone|2026-03-02T00:59:59.999Z', true],
    ['someone|2026-03-02T01:00:00.000Z', false],
    ['someone|2026-03-02T01:00:00.001Z', false],
    ['damaged', true],
  ])('answers for the lease %s: %s', (present, expected) => {
    expect(mayTake(present, now)).toBe(expected);
  });

  test('a lease lasts five minutes', () => {
    expect(leaseUntil('me', 7, now)).toBe('me.7|2026-03-02T01:05:00.000Z');
  });
});
