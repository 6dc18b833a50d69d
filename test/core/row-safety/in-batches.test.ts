import { describe, expect, test } from '@jest/globals';
import { inBatches } from '#core/row-safety/in-batches';
import type { WriteCells } from '#core/workbook/write/change';

const rowsOf = (count: number): WriteCells => ({
  kind: 'writeCells',
  sheetId: 1,
  firstRow: 1,
  firstColumn: 0,
  rows: Array.from({ length: count }, (_, row) => [`第${row}行`, row]),
});

describe('changes in batches', () => {
  test('few stay together', () => {
    const changes = [
      rowsOf(3),
      { kind: 'flagHighlights', sheetId: 1, isHighlighted: true },
    ] as const;
    expect(inBatches(changes)).toEqual([changes]);
    expect(inBatches([])).toEqual([]);
  });

  test('many are cut between rows, each where it belongs, and the order stays', () => {
    const batches = inBatches([rowsOf(1000)], 20_000);
    expect(batches.length).toBeGreaterThan(5);
    const parts = batches
      .flat()
      .flatMap((change) => (change.kind === 'writeCells' ? [change] : []));
    let next = 1;
    for (const { firstRow, rows } of parts) {
      expect(firstRow).toBe(next);
      expect(rows[0]).toEqual([`第${firstRow - 1}行`, firstRow - 1]);
      next += rows.length;
    }
    expect(next).toBe(1001);
    for (const batch of batches)
      expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(20_000);
  });
});
