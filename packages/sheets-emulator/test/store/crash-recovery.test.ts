import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aSpreadsheet } from '#test/support/a-spreadsheet';
import { CrashingDisk } from '#test/support/crashing-disk';
import { DataFile } from '#src/store/data-file';
import { openStore } from '#src/store/spreadsheet-store';

const FILE = '/data.json';
const now = () => new Date('2026-11-23T02:00:00Z');

/** Writes 1, 2, 3 … until the power fails; returns the last number that was answered (0: none). */
async function writeUntilCrash(disk: CrashingDisk, writes: number): Promise<number> {
  let answered = -1;
  try {
    const store = await openStore({ file: new DataFile(FILE, disk), now });
    const spreadsheet = aSpreadsheet();
    await store.create(spreadsheet);
    answered = 0;
    for (let number = 1; number <= writes; number++) {
      await store.change(spreadsheet.spreadsheetId, (draft) => {
        draft.edit(0).grid.setCell(0, 0, number);
      });
      answered = number;
    }
  } catch {
    // The power cut: what counts is what the disk holds now.
  }
  return answered;
}

const numberIn = async (disk: CrashingDisk): Promise<number> => {
  const [spreadsheet] = (await openStore({ file: new DataFile(FILE, disk), now })).all();
  return spreadsheet === undefined ? -1 : Number(spreadsheet.sheets[0]?.grid.cell(0, 0) ?? 0);
};

describe('a crash', () => {
  it('at any step and any byte of a write loses at most that write, and the file opens', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (crashStep, partDone) => {
        const disk = new CrashingDisk(crashStep, partDone);
        const answered = await writeUntilCrash(disk, 10);
        const recovered = disk.restarted();
        const kept = await numberIn(recovered);
        expect(kept).toBeGreaterThanOrEqual(answered);
        expect(kept).toBeLessThanOrEqual(answered + 1);
        expect([...recovered.files.keys()].filter((path) => path !== FILE)).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 1000 });
  });
});
