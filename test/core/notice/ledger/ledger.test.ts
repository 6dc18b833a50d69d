import { describe, expect, test } from '@jest/globals';
import { findLedgerRows, planLedger, writeLedger } from '#core/notice/ledger/ledger';
import { formatLease, isLeaseFree } from '#core/notice/ledger/lease';
import type { LedgerRow } from '#core/notice/notice';
import type { Snapshot } from '#core/workbook/snapshot';
import { aTable } from '#test/support/builders/tables';

const row = (memberId: string, part: Partial<LedgerRow> = {}): LedgerRow => ({
  key: `book|S01|weekly|${memberId}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId,
  recipient: 'a@example.org',
  state: 'planned',
  reason: null,
  messageId: null,
  draftId: null,
  told: null,
  contentHash: null,
  issued: null,
  sequence: 0,
  attempts: 0,
  updatedAt: null,
  ...part,
});

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
    hasHighlights: false,
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
  test('counts on the attempts of a message that failed before', () => {
    const before = snapshotOf([row('R001', { state: 'failed', attempts: 2 })]);
    const rows = planLedger(before, [row('R002'), row('R001')]);
    expect(rows.map(({ memberId, state, attempts }) => [memberId, state, attempts])).toEqual([
      ['R002', 'planned', 0],
      ['R001', 'planned', 2],
    ]);
  });
});

describe('findLedgerRows', () => {
  test('finds the rows that fit', () => {
    const snapshot = snapshotOf([row('R001', { state: 'sent' }), row('R002')]);
    const found = findLedgerRows(snapshot, ({ state }) => state === 'planned');
    expect(found.map(({ memberId }) => memberId)).toEqual(['R002']);
  });
});

describe('writeLedger', () => {
  const writes = (snapshot: Snapshot, rows: readonly LedgerRow[]) =>
    writeLedger(snapshot, rows, 'zh-CN').map((change) =>
      change.kind === 'writeCells'
        ? [change.kind, change.firstRow, change.rows.length]
        : [change.kind, 'rows' in change ? change.rows.length : change],
    );

  test('writes over the row with the same key and adds the others below', () => {
    const snapshot = snapshotOf([row('R001'), row('R009'), row('R002')]);
    expect(
      writes(
        snapshot,
        ['R001', 'R003', 'R002', 'R004'].map((id) => row(id)),
      ),
    ).toEqual([
      ['writeCells', 1, 1],
      ['writeCells', 3, 1],
      ['appendRows', 2],
    ]);
  });

  test('takes the later of two rows with the same key', () => {
    const rows = [row('R001'), row('R001', { state: 'sent' })];
    const [change] = writeLedger(snapshotOf([]), rows, 'zh-CN');
    expect(change).toMatchObject({ kind: 'appendRows', rows: [expect.arrayContaining(['已发'])] });
  });

  test('makes room in a tab that is full', () => {
    expect(writes(snapshotOf([], 3), [row('R001'), row('R002')])).toEqual([['appendRows', 2]]);
    expect(writeLedger(snapshotOf([], 1), [row('R001'), row('R002')], 'zh-CN')).toMatchObject([
      { kind: 'growTab', rowCount: 1, addRows: 1000 },
      { kind: 'appendRows', firstRow: 1 },
    ]);
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
    expect(isLeaseFree(present, now)).toBe(expected);
  });

  test('a lease lasts five minutes', () => {
    expect(formatLease('me', 7, now)).toBe('me.7|2026-03-02T01:05:00.000Z');
  });
});
