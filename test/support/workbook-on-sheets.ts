// A workbook on a Sheets server with the tabs that a test needs, as set-up makes them, and rows in them.
import { planSetUp } from '#core/set-up/plan-set-up';
import type { TabRow } from '#core/workbook/tab';
import type { TabKey } from '#core/workbook/tab-keys';
import type { Tabs } from '#core/workbook/tabs/index';
import { appendRows } from '#core/workbook/write/append-rows';
import { updateRow } from '#core/workbook/write/update-row';
import { entriesOf } from '#core/model/book';
import type { SheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';

export type Rows = { readonly [Key in keyof Tabs]?: readonly Partial<TabRow<Tabs[Key]>>[] };

export interface WorkbookWishes {
  readonly tabs: readonly TabKey[];
  readonly rows: Rows;
  /** Values of settings by their names. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Copies of it are workbooks of their own: it does not know its id. */
  readonly isTemplate?: boolean;
}

const language = 'zh-CN';

/** Returns its id. */
export async function workbookOnSheets(
  client: SheetsClient,
  { tabs, rows, settings = {}, isTemplate = false }: WorkbookWishes,
): Promise<string> {
  const { data } = await client.spreadsheets.create({
    requestBody: { properties: { title: 'Test', locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
  });
  const id = data.spreadsheetId ?? '';
  const port = googleWorkbook(() => client);
  const blank = await port.read(id, tabs);
  const { changes } = planSetUp(blank, { language, admins: ['admin@example.org'], tabs });
  await port.apply(
    blank,
    changes.filter(({ kind }) => !isTemplate || kind !== 'writeOwnId'),
  );
  const snapshot = await port.read(id, tabs);
  const named = entriesOf(snapshot.tables, 'settings');
  await port.apply(snapshot, [
    ...(Object.keys(rows) as (keyof Tabs)[]) // the object's own keys
      .flatMap((key) => appendRows(snapshot, key, { rows: rows[key] ?? [], language })),
    ...Object.entries(settings).flatMap(([name, value]) => {
      const { row } = named.find(({ cells }) => cells.name === name) ?? {};
      if (row === undefined) throw new Error(`there is no setting ${name}`);
      return updateRow(snapshot, 'settings', { row, values: { value }, language });
    }),
  ]);
  return id;
}
