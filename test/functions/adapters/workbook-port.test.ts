import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { InMemoryWorkbook } from '#test/support/in-memory-workbook';
import { startLocalSheets } from '#test/support/local-sheets';
import { describeWorkbookPort } from '#test/support/workbook-port-suite';

describeWorkbookPort('the in-memory fake', () => {
  let current = new InMemoryWorkbook();
  return Promise.resolve({
    port: {
      read: (id, tabs, own) => current.read(id, tabs, own),
      findNotes: (id, sheetIds, text) => current.findNotes(id, sheetIds, text),
      readDecorations: (id, areas) => current.readDecorations(id, areas),
      readLease: (id, lease) => current.readLease(id, lease),
      apply: (id, changes) => current.apply(id, changes),
    },
    create() {
      current = new InMemoryWorkbook();
      return Promise.resolve('memory');
    },
    editColumns(_, sheetId, step) {
      current.editColumns(sheetId, step);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

describeWorkbookPort('a Sheets server', async () => {
  const sheets = await startLocalSheets();
  return {
    port: googleWorkbook(() => sheets.client),
    create: () => sheets.create(),
    async editColumns(spreadsheetId, sheetId, step) {
      if (step.action === 'move') throw new Error('not needed so far');
      const { at: startIndex, count } = step;
      const range = { sheetId, dimension: 'COLUMNS', startIndex, endIndex: startIndex + count };
      const request =
        step.action === 'insert' ? { insertDimension: { range } } : { deleteDimension: { range } };
      await sheets.client.spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: { requests: [request] },
      });
    },
    close: () => sheets.close(),
  };
});
