// What check-in of one hall asks of Google, counted at a Sheets server, and that it stays right while others edit the workbook.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { entriesOf } from '#core/model/book';
import { placeOf } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { localSheetsClient, type SheetsRequest } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { TAB_TAG } from '#functions/adapters/google-sheets/metadata-keys';
import { readTags } from '#functions/adapters/google-sheets/read-tags';
import { checkInPage } from '#functions/app/sign-in/check-in-page';
import { runPage } from '#functions/app/runtime/page-case';
import { anApplication, AUDIENCE, LINKS, type TestApplication } from '#test/support/application';
import { aMember, aSession } from '#test/support/builders/rows';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { workbookOnSheets } from '#test/support/workbook-on-sheets';

const TABS: readonly TabKey[] = [
  'settings',
  'schedule',
  'roster',
  'attendance',
  'leave',
  'statuses',
  'log',
];
const PEOPLE = 200;

let google: LocalSheets;
beforeAll(async () => {
  google = await startLocalSheets();
});
afterAll(() => google.close());

class Hall {
  /** Method and path below the spreadsheet of each request, without its parameters. */
  readonly asked: string[] = [];
  private readonly page = checkInPage();
  private readonly on: TestApplication;

  constructor(readonly id: string) {
    const send: typeof fetch = (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      this.asked.push(`${init?.method ?? 'GET'} ${pathname.split(id)[1] ?? ''}`);
      return fetch(input, init);
    };
    const client = localSheetsClient(google.rootUrl, { send, account: null });
    this.on = anApplication(
      {},
      {
        workbooks: new Map([[id, [AUDIENCE]]]),
        between: (ports) => ({ ...ports, workbook: googleWorkbook(() => client) }),
      },
    );
  }

  static async open(): Promise<Hall> {
    const roster = Array.from({ length: PEOPLE }, (_, index) =>
      aMember({ id: `R${index}`, name: `学员${index}`, phone: `000-0000-${1000 + index}` }),
    );
    const rows = { schedule: [aSession({ speakerId: null })], roster };
    return new Hall(await workbookOnSheets(google.client, { tabs: TABS, rows }));
  }

  /** Someone scans the code, and sends the form. */
  async arrive(index: number): Promise<string | undefined> {
    // Check-in is open from 13:30 to 15:00; one comes every four and a half seconds.
    const now = new Date(Date.parse('2026-03-06T14:15:00+08:00') + index * 4_500);
    this.on.setNow(now.toISOString());
    const claims = { spreadsheetId: this.id, occasionId: 'S01', memberId: null };
    const expires = new Date(now.getTime() + 120_000);
    const code = LINKS.token('checkIn', { ...claims, expires });
    await runPage(this.page, { token: code, form: null }, this.on.application);
    const token = LINKS.token('checkInForm', { ...claims, expires });
    const form = new URLSearchParams({
      name: `学员${index}`,
      digits: String(1000 + index),
      action: 'checkIn',
    });
    const answer = await runPage(this.page, { token, form }, this.on.application);
    if ('refused' in answer) throw answer.refused;
    return answer.view.notice?.text;
  }

  /** Who is marked, read anew. */
  async marked(): Promise<(string | undefined)[]> {
    const { tables } = await googleWorkbook(() => google.client).read(this.id, ['attendance']);
    return entriesOf(tables, 'attendance').map(({ cells }) => cells.memberId ?? undefined);
  }
}

describe('200 arrivals, one after the other within a quarter of an hour', () => {
  test('read the structure twice, for the page and for the marks, and the values once each', async () => {
    const hall = await Hall.open();
    for (let index = 0; index < PEOPLE; index += 1) await hall.arrive(index);
    const count = (...requests: string[]) =>
      hall.asked.filter((one) => requests.includes(one)).length;
    expect({
      structure: count('GET '),
      versions: hall.asked.filter((one) => one.startsWith('GET /developerMetadata')).length,
      values: count('GET /values:batchGet', 'POST /values:batchGetByDataFilter'),
      writes: count('POST :batchUpdate'),
      all: hall.asked.length,
    }).toEqual({
      structure: 2,
      versions: 1,
      // one for each mark, and one for the page every ten seconds
      values: 200 + 67,
      writes: 200,
      all: 470,
    });
    expect(await hall.marked()).toEqual(Array.from({ length: PEOPLE }, (_, index) => `R${index}`));
  });
});

describe('while somebody edits the workbook between two arrivals', () => {
  let hall: Hall;
  let sheets: Readonly<Record<'attendance' | 'log' | 'roster', number>>;
  beforeEach(async () => {
    hall = await Hall.open();
    const { places } = await googleWorkbook(() => google.client).read(hall.id, []);
    const idOf = (key: TabKey): number => placeOf({ places }, key)?.sheetId ?? -1;
    sheets = { attendance: idOf('attendance'), log: idOf('log'), roster: idOf('roster') };
    for (const index of [0, 1, 2]) await hall.arrive(index);
  });
  const edit = (...requests: SheetsRequest[]) =>
    google.client.spreadsheets.batchUpdate({
      spreadsheetId: hall.id,
      requestBody: { requests },
    });
  const range = (sheetId: number, dimension: 'ROWS' | 'COLUMNS', startIndex: number) => ({
    sheetId,
    dimension,
    startIndex,
    endIndex: startIndex + 1,
  });

  test.each([
    [
      'a row is inserted among the marks',
      () => edit({ insertDimension: { range: range(sheets.attendance, 'ROWS', 2) } }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
    [
      'a mark is deleted',
      () => edit({ deleteDimension: { range: range(sheets.attendance, 'ROWS', 2) } }),
      ['R0', 'R2', 'R3', 'R4'],
    ],
    [
      'a column is inserted before all others',
      () => edit({ insertDimension: { range: range(sheets.attendance, 'COLUMNS', 0) } }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
    [
      'two columns change places',
      () =>
        edit({
          moveDimension: {
            source: range(sheets.attendance, 'COLUMNS', 0),
            destinationIndex: 4,
          },
        }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
    [
      'the marks are sorted',
      () =>
        edit({
          sortRange: {
            range: { sheetId: sheets.attendance, startRowIndex: 1 },
            sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
          },
        }),
      ['R2', 'R1', 'R0', 'R3', 'R4'],
    ],
    [
      'the tab is renamed',
      () =>
        edit({
          updateSheetProperties: {
            properties: { sheetId: sheets.attendance, title: '签到' },
            fields: 'title',
          },
        }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
    [
      'rows are added at the end of the log',
      () => edit({ appendDimension: { sheetId: sheets.log, dimension: 'ROWS', length: 50 } }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
    [
      'a row is inserted in the roster',
      () => edit({ insertDimension: { range: range(sheets.roster, 'ROWS', 1) } }),
      ['R0', 'R1', 'R2', 'R3', 'R4'],
    ],
  ])('%s: the next marks are whole and where they belong', async (_, change, expected) => {
    await change();
    expect(await hall.arrive(3)).toContain('学员3');
    expect(await hall.arrive(4)).toContain('学员4');
    expect(await hall.marked()).toEqual(expected);
  });

  const rename = (sheetId: number, title: string): SheetsRequest => ({
    updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
  });

  test('a renamed tab of marks is looked for once, not at every arrival', async () => {
    await edit(rename(sheets.attendance, '签到'));
    hall.asked.length = 0;
    for (const index of [3, 4, 5, 6, 7, 8]) await hall.arrive(index);
    const count = (request: string) => hall.asked.filter((one) => one === request).length;
    expect({
      structure: count('GET '),
      writes: count('POST :batchUpdate'),
      readBack: count('POST :getByDataFilter'),
      tags: hall.asked.filter((one) => one.includes('developerMetadata')).length,
    }).toEqual({ structure: 1, writes: 6, readBack: 0, tags: 0 });
  });

  test.each([
    ['down to where it grew', 1290],
    ['within what it had before', 4],
  ])('a tab that a clerk made longer, filled %s, does not grow again', async (_, filled) => {
    // Set-up gave 1000 rows, and three marks were inserted.
    await edit({
      appendDimension: { sheetId: sheets.attendance, dimension: 'ROWS', length: 1000 },
    });
    const typed = Array.from({ length: filled - 4 }, (_row, index) => ['S00', `X${index}`, '出勤']);
    await google.client.spreadsheets.values.update({
      spreadsheetId: hall.id,
      range: "'考勤'!A5",
      valueInputOption: 'RAW',
      requestBody: { values: typed },
    });
    await hall.arrive(3);
    await hall.arrive(4);
    const { places } = await googleWorkbook(() => google.client).read(hall.id, []);
    expect(placeOf({ places }, 'attendance')?.rowCount).toBe(2005);
    const { edges } = await readTags(google.client, hall.id);
    expect(edges.get(sheets.attendance)?.row).toBe(2004);
    expect((await hall.marked()).slice(-2)).toEqual(['R3', 'R4']);
  });

  test('a column that a clerk added at the end is within the tags from the next mark on', async () => {
    await edit({
      appendDimension: { sheetId: sheets.attendance, dimension: 'COLUMNS', length: 2 },
    });
    const { places } = await googleWorkbook(() => google.client).read(hall.id, []);
    await hall.arrive(3);
    const { edges } = await readTags(google.client, hall.id);
    expect(edges.get(sheets.attendance)?.column).toBe(
      (placeOf({ places }, 'attendance')?.columnCount ?? 0) - 1,
    );
  });

  test('marks go to the tab that took the title from one without Lectern’s tag', async () => {
    await edit(
      {
        deleteDeveloperMetadata: {
          dataFilter: {
            developerMetadataLookup: {
              metadataKey: TAB_TAG,
              metadataLocation: { sheetId: sheets.attendance },
            },
          },
        },
      },
      rename(sheets.attendance, '旧考勤'),
      {
        duplicateSheet: {
          sourceSheetId: sheets.attendance,
          newSheetId: 77,
          newSheetName: '考勤',
        },
      },
    );
    await hall.arrive(3);
    expect(await hall.marked()).toEqual(['R0', 'R1', 'R2', 'R3']);
    const { data } = await google.client.spreadsheets.values.get({
      spreadsheetId: hall.id,
      range: "'旧考勤'!B2:B",
    });
    expect(data.values).toEqual([['R0'], ['R1'], ['R2']]);
  });

  test('somebody whose mark was typed meanwhile is told so, and not marked twice', async () => {
    await google.client.spreadsheets.values.update({
      spreadsheetId: hall.id,
      range: "'考勤'!A5",
      valueInputOption: 'RAW',
      requestBody: { values: [['S01', 'R3', '出勤']] },
    });
    await hall.arrive(3);
    expect(await hall.marked()).toEqual(['R0', 'R1', 'R2', 'R3']);
  });

  test('a second instance marks others: nobody is lost, and nobody is marked twice', async () => {
    const other = new Hall(hall.id);
    for (const index of [3, 5, 7]) {
      await hall.arrive(index);
      await other.arrive(index + 1);
    }
    await Promise.all([hall.arrive(9), other.arrive(10), other.arrive(11), hall.arrive(12)]);
    const marked = await hall.marked();
    expect(marked.toSorted()).toEqual(
      Array.from({ length: 13 }, (_, index) => `R${index}`).toSorted(),
    );
  });

  test('a tab that took the place of a deleted one is not written to', async () => {
    await edit(
      { deleteSheet: { sheetId: sheets.attendance } },
      { addSheet: { properties: { title: '考勤' } } },
    );
    await expect(hall.arrive(3)).rejects.toMatchObject({ refusal: 'columnMissing' });
    expect(await hall.marked()).toEqual([]);
  });
});
