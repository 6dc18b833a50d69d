import { describe, expect, it } from '@jest/globals';
import { Outbox } from '#workbench/page/grid/outbox';
import type { TouchedCell } from '#workbench/page/grid/touched-cells';
import { SheetsRefusal, type CellEntries, type SheetsApi } from '#workbench/page/server/sheets-api';

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
    outbox.restructure([{ insertDimension: {} }]);
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
    outbox.restructure([{ deleteSheet: {} }]);
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
});

function setUp({ refuse }: { refuse?: string } = {}) {
  const sent: object[] = [];
  const refused: string[] = [];
  const entered: object[] = [];
  let isSaved: () => void = () => undefined;
  const api: Pick<SheetsApi, 'writeEntries' | 'batchUpdate'> = {
    writeEntries(entries: readonly CellEntries[]) {
      if (JSON.stringify(entries).includes(`"${refuse ?? ''}"`)) {
        return Promise.reject(new SheetsRefusal('You are trying to edit a protected cell.'));
      }
      sent.push(...entries);
      return Promise.resolve();
    },
    batchUpdate(requests) {
      sent.push(...requests);
      return Promise.resolve();
    },
  };
  const outbox = new Outbox(api, {
    refused: (message) => refused.push(message),
    entered: (edit) => entered.push(edit),
    state: ({ unsaved }) => {
      if (unsaved === 0) isSaved();
    },
  });
  const settled = () => new Promise<void>((resolve) => (isSaved = resolve));
  return { outbox, sent, refused, entered, settled };
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
