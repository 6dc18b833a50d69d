import { describe, expect, it } from '@jest/globals';
import { Outbox } from '#workbench/page/grid/outbox';
import { Positions } from '#workbench/page/grid/positions';
import type { TouchedCell } from '#workbench/page/grid/touched-cells';
import {
  CellsMoved,
  SheetsRefusal,
  type CellEntries,
  type MovesSince,
  type SheetsApi,
} from '#workbench/page/server/sheets-api';
import type { Move } from 'sheets-emulator/moves';

const tab = { sheetId: 7, title: 'Plan' };

describe('Outbox', () => {
  it('gathers the edits of one moment, and the last of a cell counts', async () => {
    const { outbox, sent, settled } = setUp();
    outbox.edit(tab, [aCell('A')]);
    outbox.edit(tab, [aCell('B')]);
    await settled();
    expect(sent).toEqual([{ range: 'Plan!A1', values: [['B']] }]);
  });

  it('sends an edit before the rows move, not after', async () => {
    const { outbox, sent, settled } = setUp();
    outbox.edit(tab, [aCell('A')]);
    outbox.restructure(7, [{ insertDimension: {} }]);
    outbox.edit(tab, [aCell('B')]);
    await settled();
    expect(sent).toEqual([
      { range: 'Plan!A1', values: [['A']] },
      { insertDimension: {} },
      { range: 'Plan!A1', values: [['B']] },
    ]);
  });

  it('reports which block was entered, once the server has it; formats alone are no entry', async () => {
    const { outbox, entered, settled } = setUp({ refuse: 'bad' });
    outbox.edit(tab, [
      { ...aCell('A'), row: 4, column: 2 },
      { ...aCell('B'), row: 6, column: 1 },
    ]);
    await settled();
    outbox.edit(tab, [{ ...aCell('C'), hasContent: false, hasStyle: true }]);
    await settled();
    outbox.edit(tab, [aCell('bad')]);
    await settled();
    expect(entered).toEqual([{ sheetId: 7, a1: 'B5:C7' }]);
  });

  it('says why the server refused, and goes on with the next edit', async () => {
    const { outbox, refused, sent, settled } = setUp({ refuse: 'A' });
    outbox.edit(tab, [aCell('A')]);
    outbox.restructure(7, [{ deleteSheet: {} }]);
    await settled();
    expect(refused).toEqual(['You are trying to edit a protected cell.']);
    expect(sent).toEqual([{ deleteSheet: {} }]);
  });

  it('knows whether anything was pending since one began to watch', async () => {
    const { outbox, settled } = setUp();
    const quiet = outbox.watch();
    expect(quiet()).toBe(true);
    outbox.edit(tab, [aCell('A')]);
    expect(quiet()).toBe(false);
    expect(outbox.watch()()).toBe(false);
    await settled();
    expect(quiet()).toBe(false);
    expect(outbox.watch()()).toBe(true);
  });

  it('writes into the row that was meant, when others moved it before the write came', async () => {
    const { outbox, sent, settled, server } = setUp();
    server.moved(insertedRow(0));
    outbox.edit(tab, [{ ...aCell('A'), row: 4 }]);
    await settled();
    expect(sent).toEqual([{ range: 'Plan!A6', values: [['A']] }]);
  });

  it('gives back what was typed into a row that is gone, and writes the rest', async () => {
    const { outbox, sent, homeless, settled, server } = setUp();
    server.moved({ sheetId: 7, dimension: 'ROWS', kind: 'delete', start: 4, end: 5 });
    outbox.edit(tab, [
      { ...aCell('gone'), row: 4 },
      { ...aCell('=A1'), row: 4, column: 1, formula: '=A1' },
      { ...aCell('B'), row: 9 },
    ]);
    await settled();
    expect(homeless).toEqual(['gone\n=A1']);
    expect(sent).toEqual([{ range: 'Plan!A9', values: [['B']] }]);
  });

  it('is not refused again and again for moves on another tab', async () => {
    const { outbox, sent, settled, server, positions } = setUp();
    server.moved({ ...insertedRow(0), sheetId: 8 });
    outbox.edit(tab, [aCell('A')]);
    await settled();
    expect(sent).toEqual([{ range: 'Plan!A1', values: [['A']] }]);
    expect(positions.revisionOf(7)).toBe(1);
  });

  it('moves its own rows and sorts although another tab moved', async () => {
    const { outbox, sent, overtaken, settled, server } = setUp();
    server.moved({ ...insertedRow(0), sheetId: 8 });
    const range = { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    outbox.restructure(7, [{ insertDimension: { range } }]);
    await settled();
    server.moved({ ...insertedRow(0), sheetId: 8 });
    outbox.request(7, [{ sortRange: {} }]);
    // Before the first is shown.
    outbox.request(7, [{ setBasicFilter: {} }]);
    await settled();
    const done = [{ insertDimension: { range } }, { sortRange: {} }, { setBasicFilter: {} }];
    expect([sent, overtaken]).toEqual([done, []]);
  });

  it('does not sort or filter rows that others moved first', async () => {
    const { outbox, sent, overtaken, settled, server } = setUp();
    server.moved(insertedRow(0));
    outbox.request(7, [{ sortRange: {} }]);
    await settled();
    expect([sent, overtaken]).toEqual([[], [1]]);
  });

  it('gives everything back when nobody knows any more where it went', async () => {
    const { outbox, sent, homeless, settled, server } = setUp();
    server.moved('unknown');
    outbox.edit(tab, [aCell('A')]);
    await settled();
    expect([sent, homeless]).toEqual([[], ['A']]);
  });

  it('knows its own rows: what it moved itself moves nothing once more', async () => {
    const { outbox, sent, settled } = setUp();
    const range = { sheetId: 7, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
    outbox.restructure(7, [{ insertDimension: { range } }]);
    outbox.edit(tab, [{ ...aCell('A'), row: 4 }]);
    await settled();
    expect(sent).toEqual([{ insertDimension: { range } }, { range: 'Plan!A5', values: [['A']] }]);
  });

  it('does not move rows that others moved first, and gives back what was typed after it', async () => {
    const { outbox, sent, homeless, overtaken, positions, settled, server } = setUp();
    server.moved(insertedRow(0));
    const range = { sheetId: 7, dimension: 'ROWS', startIndex: 2, endIndex: 3 };
    outbox.restructure(7, [{ deleteDimension: { range } }]);
    outbox.edit(tab, [{ ...aCell('A'), row: 4 }]);
    await settled();
    expect([sent, homeless, overtaken]).toEqual([[], ['A'], [1]]);
    // The tab has been shown anew.
    positions.show(7, server.revision());
    outbox.edit(tab, [{ ...aCell('B'), row: 4 }]);
    await settled();
    expect(sent).toEqual([{ range: 'Plan!A5', values: [['B']] }]);
  });
});

function insertedRow(start: number): Move {
  return { sheetId: 7, dimension: 'ROWS', kind: 'insert', start, count: 1 };
}

/** A server on which others move cells. */
class MovingServer {
  private readonly moves: (Move | 'unknown')[] = [];

  moved(move: Move | 'unknown'): void {
    this.moves.push(move);
  }

  revision(): number {
    return this.moves.length;
  }

  check(unmovedSince: number | undefined): void {
    if (unmovedSince !== undefined && unmovedSince < this.revision()) throw new CellsMoved();
  }

  since(revision: number): MovesSince {
    const moves = this.moves.slice(revision);
    const known = moves.flatMap((move) => (move === 'unknown' ? [] : [move]));
    return { revision: this.revision(), moves: known.length < moves.length ? null : known };
  }
}

function setUp({ refuse }: { refuse?: string } = {}) {
  const sent: object[] = [];
  const refused: string[] = [];
  const entered: object[] = [];
  const homeless: string[] = [];
  const overtaken: number[] = [];
  let isSaved: () => void = () => undefined;
  const server = new MovingServer();
  const positions = new Positions();
  positions.show(7, 0);
  const api: Pick<SheetsApi, 'writeEntries' | 'batchUpdate' | 'movesSince'> = {
    async writeEntries(entries: readonly CellEntries[], unmovedSince) {
      await Promise.resolve();
      if (JSON.stringify(entries).includes(`"${refuse ?? ''}"`)) {
        throw new SheetsRefusal('You are trying to edit a protected cell.');
      }
      server.check(unmovedSince);
      sent.push(...entries);
    },
    async batchUpdate(requests, unmovedSince) {
      await Promise.resolve();
      server.check(unmovedSince);
      sent.push(...requests);
      if (unmovedSince !== undefined) server.moved(insertedRow(0));
      return server.revision();
    },
    movesSince: (revision) => Promise.resolve(server.since(revision)),
  };
  const outbox = new Outbox(api, positions, {
    refused: (message) => refused.push(message),
    entered: (edit) => entered.push(edit),
    homeless: (text) => homeless.push(text),
    overtaken: () => overtaken.push(1),
    state: ({ unsaved }) => {
      if (unsaved === 0) isSaved();
    },
  });
  const settled = () => new Promise<void>((resolve) => (isSaved = resolve));
  return { outbox, sent, refused, entered, homeless, overtaken, positions, settled, server };
}

function aCell(value: string): TouchedCell {
  return {
    row: 0,
    column: 0,
    hasContent: true,
    hasStyle: false,
    value,
    formula: null,
    style: null,
    isForcedText: false,
  };
}
