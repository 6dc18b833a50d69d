/** A program for the crash test: writes ever larger numbers to a data file, and reports each one that is durable. */
import { aSpreadsheet } from '#test/support/a-spreadsheet';
import { DataFile } from '#src/store/data-file';
import { openStore } from '#src/store/spreadsheet-store';

const ROWS = 2000;

async function writeForever(file: string): Promise<never> {
  const store = await openStore({ file: new DataFile(file), now: () => new Date() });
  const spreadsheet = aSpreadsheet({ rowCount: ROWS });
  await store.create(spreadsheet);
  for (let number = 0; ; number++) {
    await store.change(spreadsheet.spreadsheetId, (draft) => {
      const { grid } = draft.edit(0);
      for (let row = 1; row < ROWS; row++) grid.setCell(row, 0, `row ${row} of write ${number}`);
      grid.setCell(0, 0, number);
    });
    process.stdout.write(`${number}\n`);
  }
}

void writeForever(process.argv[2] ?? '');
