import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aSpreadsheet } from '#test/support/a-spreadsheet';
import { CrashingDisk } from '#test/support/crashing-disk';
import { temporaryFolder } from '#test/support/temporary-folder';
import { DataFile } from '#src/store/data-file';
import { openStore, type SpreadsheetStore } from '#src/store/spreadsheet-store';
import type { Pieces } from '#src/store/stored-file';
import { openSheetsServer } from '#src/index';

const now = () => new Date('2026-11-23T02:00:00Z');

/** A disk in memory that takes nothing while it is full. */
class FullDisk extends CrashingDisk {
  isFull = false;

  override writeDurably(path: string, pieces: Pieces): Promise<void> {
    return this.isFull ? Promise.reject(new Error('disk full')) : super.writeDurably(path, pieces);
  }
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'data.json');
});
afterEach(() => folder.remove());

const put = (store: SpreadsheetStore, id: string, row: number, value: string) =>
  store.change(id, (draft) => {
    draft.edit(0).grid.setCell(row, 0, value);
  });

const firstColumn = (store: SpreadsheetStore, id: string) => {
  const grid = store.read(id).sheets[0]?.grid;
  return Array.from({ length: grid?.height ?? 0 }, (_, row) => grid?.cell(row, 0) ?? null);
};

describe('the data file', () => {
  it('brings back everything: cells, formats, notes, drop-downs, rules, metadata', async () => {
    const store = await openStore({ file: new DataFile(file), now });
    const original = aSpreadsheet({ titles: ['One', 'Two'] });
    await store.create(original);
    const format = { textFormat: { bold: true } };
    const validation = { condition: { type: 'BOOLEAN' } };
    await store.change(original.spreadsheetId, (draft) => {
      const { grid } = draft.edit(1);
      grid.setCell(0, 0, 'text');
      grid.setCell(0, 2, 1.5);
      grid.setCell(3, 1, true);
      grid.setCell(4, 0, { value: 'a', format, note: 'n', validation });
      grid.setCell(4, 1, { value: 2, formula: '=1+1', format });
      grid.mapCells({ startRow: 5, endRow: 900, startColumn: 1, endColumn: 3 }, () => ({ format }));
      grid.setCell(700, 0, 'alone');
      draft.edit(1).merges.push({ sheetId: 1, startRowIndex: 0, endRowIndex: 2 });
      draft.record.developerMetadata.push({ metadataId: 1, metadataKey: 'k' });
    });
    const before = store.read(original.spreadsheetId);
    await store.close();

    const reopened = (await openStore({ file: new DataFile(file), now })).read(
      original.spreadsheetId,
    );
    expect({ ...reopened, sheets: [] }).toEqual({ ...before, sheets: [] });
    expect(reopened.sheets[1]?.merges).toEqual(before.sheets[1]?.merges);
    expect(reopened.sheets[1]?.grid.height).toBe(900);
    expect((await readFile(file, 'utf8')).length).toBeLessThan(10_000);
    for (const row of [0, 1, 2, 3, 4, 5, 6, 699, 700, 701, 899]) {
      expect(reopened.sheets[1]?.grid.row(row)).toEqual(before.sheets[1]?.grid.row(row));
    }
    const formats = [0, 1].map((column) => reopened.sheets[1]?.grid.cell(4, column));
    expect(formats[0]).toMatchObject({ format });
  });

  it('is not there until something is kept', async () => {
    const store = await openStore({ file: new DataFile(file), now });
    expect(store.all()).toEqual([]);
    await store.close();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('opens beside a half-written temporary file, and clears that away', async () => {
    const store = await openStore({ file: new DataFile(file), now });
    const { spreadsheetId } = aSpreadsheet();
    await store.create({ ...aSpreadsheet(), spreadsheetId });
    await put(store, spreadsheetId, 0, 'kept');
    await writeFile(`${file}.tmp`, '{"format":"lectern-sh');
    const reopened = await openStore({ file: new DataFile(file), now });
    expect(firstColumn(reopened, spreadsheetId)).toEqual(['kept']);
    expect(await readdir(folder.path)).toEqual(['data.json']);
  });

  it.each([
    ['', 'Unexpected end of JSON input'],
    ['{"spreadsheets":[]}', 'it is not a data file of the Sheets emulator'],
    [
      '{"format":"lectern-sheets","version":99,"spreadsheets":[]}',
      'it has version 99, this program reads 1 and 2',
    ],
    [
      '{"format":"lectern-sheets","version":1,"spreadsheets":[{}]}',
      'a spreadsheet in it is incomplete',
    ],
  ])('is never taken for an empty one when it is broken: %s', async (text, reason) => {
    await writeFile(file, text);
    const opening = openSheetsServer({ file, now });
    await expect(opening).rejects.toThrow(`The data file ${file} cannot be read: ${reason}`);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('changes', () => {
  it('are sent to listeners when they are durable, with the sheets they touched', async () => {
    const store = await openStore({ file: new DataFile(file), now });
    const spreadsheet = aSpreadsheet({ titles: ['One', 'Two'] });
    const { spreadsheetId } = spreadsheet;
    const changes: unknown[] = [];
    const stop = store.subscribe((change) => {
      changes.push(change);
    });
    await store.create(spreadsheet);
    await store.change(spreadsheetId, (draft) => {
      draft.edit(1).grid.setCell(0, 0, 'x');
    });
    await store.change(spreadsheetId, (draft) => {
      draft.removeSheet(0);
    });
    stop();
    await put(store, spreadsheetId, 0, 'unheard').catch(() => undefined);
    expect(changes).toEqual([
      { spreadsheetId, revision: 1, sheetIds: [0, 1] },
      { spreadsheetId, revision: 2, sheetIds: [1] },
      { spreadsheetId, revision: 3, sheetIds: [1] },
    ]);
  });

  it('that fail leave nothing behind', async () => {
    const store = await openStore({ now });
    const spreadsheet = await store.create(aSpreadsheet());
    const failing = store.change(spreadsheet.spreadsheetId, (draft) => {
      draft.edit(0).grid.setCell(0, 0, 'x');
      draft.record.properties.title = 'changed';
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(store.read(spreadsheet.spreadsheetId)).toBe(spreadsheet);
    expect(spreadsheet.sheets[0]?.grid.height).toBe(0);
  });

  it('made at the same time are all kept', async () => {
    const store = await openStore({ file: new DataFile(file), now });
    const { spreadsheetId } = aSpreadsheet();
    await store.create({ ...aSpreadsheet(), spreadsheetId });
    await Promise.all(
      Array.from({ length: 50 }, (_, row) => put(store, spreadsheetId, row, String(row))),
    );
    const reopened = await openStore({ file: new DataFile(file), now });
    expect(firstColumn(reopened, spreadsheetId)).toEqual(
      Array.from({ length: 50 }, (_, row) => String(row)),
    );
  });

  it('are refused when the file cannot be written', async () => {
    const store = await openStore({ file: new DataFile(join(file, 'below-a-file.json')), now });
    await writeFile(file, 'in the way');
    await expect(store.create(aSpreadsheet())).rejects.toThrow();
    expect(store.all()).toEqual([]);
  });

  it('that could not be saved are not there, nor those made on top of them; later ones are', async () => {
    const disk = new FullDisk();
    const store = await openStore({ file: new DataFile('/data.json', disk), now });
    const { spreadsheetId } = await store.create(aSpreadsheet());
    await put(store, spreadsheetId, 0, 'kept');
    disk.isFull = true;
    const refused = [1, 2, 3].map((row) => put(store, spreadsheetId, row, 'refused'));
    for (const one of refused) await expect(one).rejects.toThrow();
    expect(firstColumn(store, spreadsheetId)).toEqual(['kept']);
    await expect(store.delete(spreadsheetId)).rejects.toThrow('disk full');
    expect(firstColumn(store, spreadsheetId)).toEqual(['kept']);
    disk.isFull = false;
    await put(store, spreadsheetId, 1, 'later');
    expect(firstColumn(store, spreadsheetId)).toEqual(['kept', 'later']);
  });
});
