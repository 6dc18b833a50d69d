import { describe, expect, test } from '@jest/globals';
import type { Snapshot } from '#core/workbook/snapshot';
import type { Table } from '#core/workbook/table';
import { writeList } from '#core/workbook/write/write-list';
import { aRawTable, headerOf } from '#test/support/builders/tables';

const TITLE = ['2026年'];
const HEADER = headerOf('ballots');

function snapshotOf(table: Table, rowCount: number): Snapshot {
  const { key, title, sheetId } = table;
  const place = { key, title, sheetId, rowCount } as Snapshot['places'][number]; // all that a list needs
  return { tables: { [key]: table }, places: [place], locale: 'zh_CN' } as unknown as Snapshot;
}

const written = (cells: readonly (readonly string[])[], ballots: readonly string[], room = 100) =>
  writeList(snapshotOf(aRawTable('ballots', cells), room), 'ballots', {
    rows: ballots.map((ballot) => ({ sessionId: 'S01', ballot })),
    language: 'zh-CN',
  });

describe('a list of Lectern’s own', () => {
  test.each([
    ['in the second row', [HEADER], 1],
    ['below a title', [TITLE, HEADER], 2],
    ['below a title and a blank row', [TITLE, [], HEADER], 3],
  ])('begins right below its headings: %s', (_, cells, firstRow) => {
    expect(written(cells, ['b1']).changes).toEqual([
      expect.objectContaining({ kind: 'writeCells', firstRow, rows: [['S01', 'b1']] }),
    ]);
  });

  test.each([
    [[HEADER, ['S01', 'b1'], ['S01', 'b2'], ['S01', 'b3']], 1],
    [[TITLE, HEADER, ['S01', 'b1'], ['S01', 'b2'], ['S01', 'b3']], 2],
  ])('empties what is left of a longer one', (cells, firstRow) => {
    expect(written(cells, ['b2'])).toMatchObject({
      firstRow,
      rows: [
        ['S01', 'b2'],
        [null, null],
        [null, null],
      ],
    });
  });

  test('gets the rows it lacks, and writes nothing when it was and is empty', () => {
    expect(written([TITLE, HEADER], ['b1', 'b2', 'b3'], 4).changes[0]).toMatchObject({
      kind: 'growTab',
      addRows: 1,
    });
    expect(written([TITLE, HEADER], ['b1', 'b2'], 4).changes).toHaveLength(1);
    expect(written([TITLE, HEADER], []).changes).toEqual([]);
  });
});
