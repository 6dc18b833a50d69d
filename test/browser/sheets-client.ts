// Reads and changes the workbook behind the page's back, as a function or a colleague would.
import type { RunningWorkbench } from '#test/support/run-workbench';

type Value = string | number | boolean;

export interface SheetsClient {
  values(range: string): Promise<Value[][]>;
  write(range: string, values: Value[][]): Promise<void>;
  batchUpdate(...requests: object[]): Promise<void>;
  formatOf(cell: string): Promise<object>;
  /** Rows of a tab that its filter hides, as Sheets numbers them. */
  hiddenRows(tab: string): Promise<number[]>;
  /** Note and background (its share of red) of a cell; empty and null without. */
  markOf(cell: string): Promise<{ note: string; red: number | null }>;
}

export function sheetsClient({
  url,
  spreadsheetId,
}: Pick<RunningWorkbench, 'url' | 'spreadsheetId'>): SheetsClient {
  const base = `${url}/v4/spreadsheets/${spreadsheetId}`;
  const call = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  return {
    async values(range) {
      const path = `/values/${encodeURIComponent(range)}?valueRenderOption=FORMULA`;
      const { values = [] } = (await call(path)) as { values?: Value[][] }; // the API's own answer
      return values;
    },
    async write(range, values) {
      const data = [{ range, values }];
      await call('/values:batchUpdate', { valueInputOption: 'RAW', data });
    },
    async batchUpdate(...requests) {
      await call(':batchUpdate', { requests });
    },
    async formatOf(cell) {
      const fields = 'sheets.data.rowData.values.userEnteredFormat';
      const answer = await call(`?ranges=${encodeURIComponent(cell)}&fields=${fields}`);
      const { sheets } = answer as CellAnswer; // the API's own answer
      return sheets[0]?.data[0]?.rowData?.[0]?.values[0]?.userEnteredFormat ?? {};
    },
    async hiddenRows(tab) {
      const fields = 'sheets.data.rowMetadata.hiddenByFilter';
      const answer = await call(`?ranges=${encodeURIComponent(tab)}&fields=${fields}`);
      const { sheets } = answer as RowAnswer; // the API's own answer
      const rows = sheets[0]?.data?.[0]?.rowMetadata ?? [];
      return rows.flatMap(({ hiddenByFilter }, index) =>
        hiddenByFilter === true ? [index + 1] : [],
      );
    },
    async markOf(cell) {
      const fields = 'sheets.data.rowData.values(note,userEnteredFormat.backgroundColorStyle)';
      const answer = await call(`?ranges=${encodeURIComponent(cell)}&fields=${fields}`);
      const { sheets } = answer as CellAnswer; // the API's own answer
      const found = sheets[0]?.data[0]?.rowData?.[0]?.values[0];
      const color = found?.userEnteredFormat?.backgroundColorStyle?.rgbColor;
      return { note: found?.note ?? '', red: color?.red ?? null };
    },
  };
}

interface CellView {
  readonly note?: string;
  readonly userEnteredFormat?: {
    readonly backgroundColorStyle?: { readonly rgbColor?: { readonly red?: number } };
  };
}

interface RowAnswer {
  readonly sheets: readonly {
    readonly data?: readonly {
      readonly rowMetadata?: readonly { readonly hiddenByFilter?: boolean }[];
    }[];
  }[];
}

interface CellAnswer {
  readonly sheets: readonly {
    readonly data: readonly {
      readonly rowData?: readonly { readonly values: readonly CellView[] }[];
    }[];
  }[];
}
