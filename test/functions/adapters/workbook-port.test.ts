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
    close: () => Promise.resolve(),
  });
});

describeWorkbookPort('a Sheets server', async () => {
  const sheets = await startLocalSheets();
  return {
    port: googleWorkbook(() => sheets.client),
    create: () => sheets.create(),
    close: () => sheets.close(),
  };
});
