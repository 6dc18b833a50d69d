import type { LineStep } from '#core/workbook/write/line-steps';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { InMemoryWorkbook } from '#test/support/in-memory-workbook';
import { startLocalSheets } from '#test/support/local-sheets';
import type { PortUnderTest } from '#test/support/port-under-test';
import { describeWorkbookPort } from '#test/support/workbook-port-suite';
import { OTHER_ANSWERS, OWN_ANSWERS, OWNER_EMAIL, type Quirks } from 'sheets-emulator';

describeWorkbookPort('the in-memory fake', () => {
  let current = new InMemoryWorkbook();
  return Promise.resolve({
    port: {
      read: (id, tabs, own) => current.read(id, tabs, own),
      readAgain: (known, tabs) => current.readAgain(known, tabs),
      readCells: (id, title) => current.readCells(id, title),
      findNotes: (id, sheetIds, text) => current.findNotes(id, sheetIds, text),
      readDecorations: (id, areas) => current.readDecorations(id, areas),
      readLease: (id, lease) => current.readLease(id, lease),
      apply: (basis, changes) => current.apply(basis, changes),
    },
    create() {
      current = new InMemoryWorkbook();
      return Promise.resolve('memory');
    },
    editColumns(_, sheetId, step) {
      current.editColumns(sheetId, step);
      return Promise.resolve();
    },
    editRows(_, sheetId, step) {
      current.editRows(sheetId, [step]);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

/** Where nobody knows what Google answers, Lectern must work with either answer. */
const SERVERS: readonly [string, Partial<Quirks>][] = [
  ['a Sheets server', OWN_ANSWERS],
  ['a Sheets server with all other answers', OTHER_ANSWERS],
  ['a Sheets server that frees no id within a batch', { idFreedInBatch: 'refused' }],
];
for (const [name, quirks] of SERVERS) describeWorkbookPort(name, () => onServer(quirks));

async function onServer(quirks: Partial<Quirks>): Promise<PortUnderTest> {
  const sheets = await startLocalSheets();
  sheets.setQuirks(quirks);
  const edit = async (
    spreadsheetId: string,
    lines: { readonly sheetId: number; readonly dimension: string },
    step: LineStep,
  ): Promise<void> => {
    const range = (startIndex: number, count: number) => ({
      ...lines,
      startIndex,
      endIndex: startIndex + count,
    });
    const request =
      step.action === 'move'
        ? {
            moveDimension: {
              source: range(step.from, 1),
              destinationIndex: step.to > step.from ? step.to + 1 : step.to,
            },
          }
        : step.action === 'insert'
          ? { insertDimension: { range: range(step.at, step.count) } }
          : { deleteDimension: { range: range(step.at, step.count) } };
    await sheets.client.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [request] },
    });
  };
  return {
    port: googleWorkbook(
      () => sheets.client,
      () => Promise.resolve(OWNER_EMAIL),
    ),
    create: () => sheets.create(),
    editColumns: (id, sheetId, step) => edit(id, { sheetId, dimension: 'COLUMNS' }, step),
    editRows: (id, sheetId, step) => edit(id, { sheetId, dimension: 'ROWS' }, step),
    close: () => sheets.close(),
  };
}
