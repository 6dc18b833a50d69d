// Last year's workbook and a new one that is set up and empty, behind one port.
import type { Tables } from '#core/workbook/table';
import { ADMIN, anApplication, AUDIENCE, type TestApplication } from './application';
import { InMemoryWorkbook, WORKBOOK_ID } from './in-memory-workbook';

export const SOURCE_ID = 'last-year-of-the-tests-0001';

export interface TwoWorkbooks {
  readonly app: TestApplication;
  readonly source: InMemoryWorkbook;
  readonly target: InMemoryWorkbook;
}

/** `registered`: the audiences of the source. */
export async function twoWorkbooks(
  tables: Tables,
  { registered = [AUDIENCE] }: { readonly registered?: readonly string[] } = {},
): Promise<TwoWorkbooks> {
  const source = new InMemoryWorkbook(tables);
  const target = new InMemoryWorkbook();
  const of = (spreadsheetId: string): InMemoryWorkbook =>
    spreadsheetId === SOURCE_ID ? source : target;
  const app = anApplication(
    {},
    {
      workbook: target,
      workbooks: new Map([
        [WORKBOOK_ID, [AUDIENCE]],
        [SOURCE_ID, registered],
      ]),
      between: (ports) => ({
        ...ports,
        workbook: {
          read: (id, tabs, own) => of(id).read(id, tabs, own),
          readAgain: (known, tabs) => of(known.spreadsheetId).readAgain(known, tabs),
          readCells: (id, title) => of(id).readCells(id, title),
          findNotes: (id, sheetIds, text) => of(id).findNotes(id, sheetIds, text),
          readDecorations: (id, areas) => of(id).readDecorations(id, areas),
          readLease: (id, lease) => of(id).readLease(id, lease),
          apply: (basis, changes) => of(basis.spreadsheetId).apply(basis, changes),
        },
      }),
    },
  );
  await app.call('setUpWorkbook', {}, ADMIN.email);
  return { app, source, target };
}
