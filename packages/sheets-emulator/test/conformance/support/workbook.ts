/** One fresh spreadsheet on the target, and short ways to act on it. */
import type { sheets_v4 } from '#test/support/sheets-client';
import type { Target } from './target';

type Values = unknown[][];

export class Workbook {
  private constructor(
    readonly sheets: sheets_v4.Sheets,
    readonly id: string,
  ) {}

  static async create(target: Target, body: sheets_v4.Schema$Spreadsheet = {}): Promise<Workbook> {
    const { data } = await target.sheets.spreadsheets.create({ requestBody: body });
    const id = data.spreadsheetId ?? '';
    target.made(id);
    return new Workbook(target.sheets, id);
  }

  async write(
    range: string,
    values: Values,
    option = 'RAW',
  ): Promise<sheets_v4.Schema$UpdateValuesResponse> {
    const { data } = await this.sheets.spreadsheets.values.update({
      spreadsheetId: this.id,
      range,
      valueInputOption: option,
      requestBody: { values },
    });
    return data;
  }

  async append(
    range: string,
    values: Values,
    insertDataOption?: string,
  ): Promise<sheets_v4.Schema$AppendValuesResponse> {
    const { data } = await this.sheets.spreadsheets.values.append({
      spreadsheetId: this.id,
      range,
      valueInputOption: 'RAW',
      ...(insertDataOption !== undefined && { insertDataOption }),
      requestBody: { values },
    });
    return data;
  }

  async read(
    range: string,
    options: {
      valueRenderOption?: string;
      dateTimeRenderOption?: string;
      majorDimension?: string;
    } = {},
  ): Promise<sheets_v4.Schema$ValueRange> {
    const { data } = await this.sheets.spreadsheets.values.get({
      spreadsheetId: this.id,
      range,
      ...options,
    });
    return data;
  }

  /** The values as shown; [] when there are none. */
  async shown(range: string): Promise<Values> {
    return (await this.read(range)).values ?? [];
  }

  async batch(...requests: sheets_v4.Schema$Request[]): Promise<sheets_v4.Schema$Response[]> {
    const { data } = await this.sheets.spreadsheets.batchUpdate({
      spreadsheetId: this.id,
      requestBody: { requests },
    });
    return data.replies ?? [];
  }

  async get(fields?: string, ranges: string[] = []): Promise<sheets_v4.Schema$Spreadsheet> {
    const { data } = await this.sheets.spreadsheets.get({
      spreadsheetId: this.id,
      ranges,
      ...(fields !== undefined && { fields }),
    });
    return data;
  }

  /** Of the first sheet. */
  async sheet(fields: string): Promise<sheets_v4.Schema$Sheet> {
    return (await this.get(`sheets(${fields})`)).sheets?.[0] ?? {};
  }

  async cell(range: string, fields: string): Promise<sheets_v4.Schema$CellData> {
    const { sheets } = await this.get(`sheets.data.rowData.values(${fields})`, [range]);
    return sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0] ?? {};
  }

  titles = async (): Promise<(string | null | undefined)[]> =>
    ((await this.get('sheets.properties.title')).sheets ?? []).map(
      (sheet) => sheet.properties?.title,
    );
}

/** The message of the refusal; fails when the call succeeds. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'status' in error) {
      return { status: Number(error.status), message: error.message };
    }
    throw error;
  }
  throw new Error('The call was expected to be refused.');
}
