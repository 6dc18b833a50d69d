import { expect, test } from '@jest/globals';
import { optimisticWrite } from '#functions/app/runtime/optimistic-write';
import { AppError } from '#functions/errors';
import type { WorkbookPort } from '#functions/ports/workbook';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

const snapshot = aSnapshot(aWorkbook());

/** A workbook that others have always written to since it was read. */
const contended: WorkbookPort = {
  read: () => Promise.resolve(snapshot),
  findNotes: () => Promise.resolve([]),
  readDecorations: () => Promise.reject(new Error('not read here')),
  readLease: () => Promise.resolve(null),
  apply: () => Promise.reject(new AppError('leaseHeld')),
};

test.each(['answersBusy', 'writeConflict'] as const)(
  'gives up with the refusal of its caller when others keep writing: %s',
  async (conflict) => {
    let reads = 0;
    const read = () => {
      reads += 1;
      return Promise.resolve(snapshot);
    };
    const decide = () => ({
      changes: [{ kind: 'appendRows' as const, sheetId: 1, firstRow: 2, rows: [['R001']] }],
      result: 'written',
    });
    const ports = {
      workbook: contended,
      clock: { now: () => new Date('2026-03-02T01:00:00Z') },
      pause: () => Promise.resolve(),
    };
    await expect(optimisticWrite('book', { read, decide, conflict }, ports)).rejects.toMatchObject({
      refusal: conflict,
    });
    expect(reads).toBe(20);
  },
);
