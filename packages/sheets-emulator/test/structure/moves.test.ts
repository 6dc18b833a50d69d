// Where a cell is after others have moved rows and columns: told by the server, and a condition of a write.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { join } from 'node:path';
import { aSpreadsheet } from '#test/support/a-spreadsheet';
import { startServer, type RunningServer } from '#test/support/start-server';
import { temporaryFolder } from '#test/support/temporary-folder';
import { Draft } from '#src/model/draft';
import { applyRequests } from '#src/requests/apply-requests';
import type { ApiRequest } from '#src/requests/reply';
import { MoveJournal } from '#src/store/move-journal';
import { placeAfter, type CellPlace, type Move } from '#src/structure/moves';

const SIZE = 6;
const NOW = new Date('2026-11-23T02:00:00Z');

const index = fc.nat(SIZE - 1);
const span = fc
  .tuple(index, index)
  .map(([a, b]) => ({ startIndex: Math.min(a, b), endIndex: Math.max(a, b) + 1 }));
const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const block = fc.tuple(span, span).map(([rows, columns]) => ({
  sheetId: 0,
  startRowIndex: rows.startIndex,
  endRowIndex: rows.endIndex,
  startColumnIndex: columns.startIndex,
  endColumnIndex: columns.endIndex,
}));
const request: fc.Arbitrary<ApiRequest> = fc.oneof(
  fc.record({ span, dimension }).map((one) => ({
    insertDimension: { range: { sheetId: 0, dimension: one.dimension, ...one.span } },
  })),
  fc.record({ span, dimension }).map((one) => ({
    deleteDimension: { range: { sheetId: 0, dimension: one.dimension, ...one.span } },
  })),
  fc.record({ span, dimension, destinationIndex: fc.nat(SIZE) }).map((one) => ({
    moveDimension: {
      source: { sheetId: 0, dimension: one.dimension, ...one.span },
      destinationIndex: one.destinationIndex,
    },
  })),
  block.map((range) => ({
    sortRange: {
      range,
      sortSpecs: [{ dimensionIndex: range.startColumnIndex, sortOrder: 'DESCENDING' }],
    },
  })),
  fc.record({ block, dimension }).map((one) => ({
    deleteRange: { range: one.block, shiftDimension: one.dimension },
  })),
  block.map((range) => ({ deleteDuplicates: { range } })),
);

/** Every cell with a value of its own, but in the last row, which is like the first. */
function filledDraft(): Draft {
  const draft = new Draft(aSpreadsheet({ titles: ['One'] }), NOW);
  const { grid } = draft.edit(0);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      grid.setCell(row, column, row === SIZE - 1 ? column : row * SIZE + column);
    }
  }
  return draft;
}

describe('placeAfter', () => {
  it('says where each cell went, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 5 }), (requests) => {
        const draft = filledDraft();
        for (const one of requests) {
          try {
            applyRequests(draft, [one]);
          } catch {
            // Refused: nothing moved, as the moves must say too.
          }
        }
        for (let row = 0; row < SIZE - 1; row++) {
          for (let column = 0; column < SIZE; column++) {
            const place = placeAfter({ sheetId: 0, row, column }, draft.moves);
            const value = row * SIZE + column;
            if (place !== null) {
              expect(draft.edit(0).grid.cell(place.row, place.column)).toBe(value);
            } else {
              expect(placesOf(draft, value).filter((at) => !isFromLastRow(at, draft))).toEqual([]);
            }
          }
        }
      }),
    );
  });

  const move = (kind: 'insert' | 'delete'): Move =>
    kind === 'insert'
      ? { sheetId: 0, dimension: 'ROWS', kind, start: 2, count: 1 }
      : { sheetId: 0, dimension: 'ROWS', kind, start: 2, end: 4 };
  it.each<[string, Move, number, number | null]>([
    ['an inserted row above', move('insert'), 2, 3],
    ['an inserted row below', move('insert'), 1, 1],
    ['a deleted row above', move('delete'), 4, 2],
    ['the row itself deleted', move('delete'), 3, null],
    [
      'a sort',
      { kind: 'reorder', sheetId: 0, columns: { start: 0, end: 3 }, rows: [[3, 1]] },
      3,
      1,
    ],
    [
      'a sort of other columns',
      { kind: 'reorder', sheetId: 0, columns: { start: 1, end: 3 }, rows: [[3, 1]] },
      3,
      3,
    ],
    ['the tab deleted', { kind: 'deleteSheet', sheetId: 0 }, 3, null],
    ['another tab deleted', { kind: 'deleteSheet', sheetId: 1 }, 3, 3],
  ])('%s', (_name, one, row, after) => {
    expect(placeAfter({ sheetId: 0, row, column: 0 }, [one])?.row ?? null).toBe(after);
  });
});

function placesOf(draft: Draft, value: number): CellPlace[] {
  const { grid } = draft.edit(0);
  const places: CellPlace[] = [];
  for (let row = 0; row < grid.height; row++) {
    for (let column = 0; column < SIZE * 6; column++) {
      if (grid.cell(row, column) === value) places.push({ sheetId: 0, row, column });
    }
  }
  return places;
}

/** The last row has the values of the first once more. */
function isFromLastRow({ row, column }: CellPlace, draft: Draft): boolean {
  return Array.from({ length: SIZE }, (_, from) =>
    placeAfter({ sheetId: 0, row: SIZE - 1, column: from }, draft.moves),
  ).some((place) => place?.row === row && place.column === column);
}

describe('MoveJournal', () => {
  const deleted: Move = { kind: 'deleteSheet', sheetId: 1 };

  it('keeps the latest 500 changes, and says what it does not know any more', () => {
    const journal = new MoveJournal();
    for (let revision = 2; revision <= 503; revision++) journal.record('id', revision, [deleted]);
    expect(journal.since('id', 2)).toBeNull();
    expect(journal.since('id', 3)).toHaveLength(500);
    expect(journal.since('id', 503)).toEqual([]);
    expect(journal.since('other', 0)).toEqual([]);
  });

  it('drops what could not be saved', () => {
    const journal = new MoveJournal();
    journal.record('id', 2, [deleted]);
    journal.record('id', 3, [deleted]);
    journal.undo('id', 2);
    expect(journal.since('id', 1)).toEqual([deleted]);
  });

  it('does not say that nothing moved in revisions it has never seen', () => {
    const journal = new MoveJournal();
    journal.begin('id', 7);
    expect(journal.since('id', 6)).toBeNull();
    expect(journal.since('id', 7)).toEqual([]);
  });
});

describe('a server that several pages use', () => {
  let running: RunningServer;
  let id = '';
  beforeAll(async () => {
    running = await startServer();
    const { data } = await running.sheets.spreadsheets.create({ requestBody: {} });
    id = data.spreadsheetId ?? '';
  });
  afterAll(() => running.stop());

  const call = (path: string, body?: object, since?: number) =>
    fetch(`${running.rootUrl}v4/spreadsheets/${id}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: 'Bearer local',
        ...(since !== undefined && { 'x-sheets-unmoved-since': String(since) }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const write = (value: string, since?: number) =>
    call(
      '/values:batchUpdate',
      { valueInputOption: 'RAW', data: [{ range: 'A2', values: [[value]] }] },
      since,
    );
  const revisionOf = (response: Response) => Number(response.headers.get('x-sheets-revision'));

  it('says which revision an answer shows, and refuses a write once cells have moved', async () => {
    const start = revisionOf(await call(''));
    expect((await write('one', start)).status).toBe(200);
    // Values alone move nothing.
    expect((await write('two', start)).status).toBe(200);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    const inserted = revisionOf(
      await call(':batchUpdate', { requests: [{ insertDimension: { range } }] }),
    );
    const refused = await write('three', start);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { status: 'ABORTED' } });
    const { values } = (await (await call('/values/A1:A3')).json()) as { values: string[][] };
    expect(values).toEqual([[], [], ['two']]);
    const moved = await fetch(`${running.rootUrl}moves/${id}?since=${start}`);
    expect(await moved.json()).toEqual({
      revision: inserted,
      moves: [{ sheetId: 0, dimension: 'ROWS', kind: 'insert', start: 0, count: 1 }],
    });
    expect((await write('three', inserted)).status).toBe(200);
    expect((await write('four')).status).toBe(200);
  });

  it('refuses a revision that is none', async () => {
    expect((await write('five', Number.NaN)).status).toBe(400);
  });

  it.each(['x', '', '1.5', null])('refuses to name the moves since "%s"', async (since) => {
    const query = since === null ? '' : `?since=${since}`;
    const answer = await fetch(`${running.rootUrl}moves/${id}${query}`);
    expect(answer.status).toBe(400);
  });
});

describe('a server that opens its data file again', () => {
  it('refuses a write that names a revision from before, as it does not know what moved', async () => {
    const folder = await temporaryFolder();
    const file = join(folder.path, 'data.json');
    let running = await startServer(file);
    const { data } = await running.sheets.spreadsheets.create({ requestBody: {} });
    const spreadsheetId = data.spreadsheetId ?? '';
    const movesSince = async (revision: number) => {
      const answer = await fetch(`${running.rootUrl}moves/${spreadsheetId}?since=${revision}`);
      return (await answer.json()) as { revision: number; moves: Move[] | null };
    };
    const { revision: start } = await movesSince(0);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    const requests = [{ insertDimension: { range } }];
    await running.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    await running.stop();
    running = await startServer(file);
    const write = (since: number) =>
      fetch(`${running.rootUrl}v4/spreadsheets/${spreadsheetId}/values/A2?valueInputOption=RAW`, {
        method: 'PUT',
        headers: { authorization: 'Bearer local', 'x-sheets-unmoved-since': String(since) },
        body: JSON.stringify({ values: [['late']] }),
      });
    const { revision, moves } = await movesSince(start);
    const statuses = [(await write(start)).status, (await write(revision)).status];
    await running.stop();
    await folder.remove();
    expect([revision > start, moves, statuses]).toEqual([true, null, [409, 200]]);
  });
});
