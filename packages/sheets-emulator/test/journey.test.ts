import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';

describe('the real client on the local server', () => {
  let running: RunningServer;
  let spreadsheetId: string;

  beforeEach(async () => {
    running = await startServer();
    const created = await running.sheets.spreadsheets.create({
      requestBody: { properties: { title: 'Study programme' } },
    });
    spreadsheetId = created.data.spreadsheetId ?? '';
  });
  afterEach(() => running.stop());

  it('creates a spreadsheet with one sheet of 1000 rows and 26 columns', async () => {
    const { data } = await running.sheets.spreadsheets.get({ spreadsheetId });
    expect(data.properties?.title).toBe('Study programme');
    expect(data.sheets).toEqual([
      {
        properties: {
          sheetId: 0,
          title: 'Sheet1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ]);
    expect(running.server.list()).toEqual([{ spreadsheetId, title: 'Study programme' }]);
  });

  it('reads back what was written, canonical range and counts as Google gives them', async () => {
    const updated = await running.sheets.spreadsheets.values.update({
      spreadsheetId,
      range: 'sheet1!a1',
      valueInputOption: 'USER_ENTERED',
      requestBody: {
        values: [
          ['Name', 'Date'],
          ['Zhao', '2026-11-27'],
          [null, ''],
        ],
      },
    });
    expect(updated.data).toEqual({
      spreadsheetId,
      updatedRange: 'Sheet1!A1:B3',
      updatedRows: 3,
      updatedColumns: 2,
      updatedCells: 5,
    });
    const shown = await running.sheets.spreadsheets.values.get({ spreadsheetId, range: 'Sheet1' });
    expect(shown.data).toEqual({
      range: 'Sheet1!A1:Z1000',
      majorDimension: 'ROWS',
      values: [
        ['Name', 'Date'],
        ['Zhao', '2026-11-27'],
      ],
    });
    const raw = await running.sheets.spreadsheets.values.get({
      spreadsheetId,
      range: 'Sheet1!B2',
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(raw.data).toEqual({
      range: 'Sheet1!B2',
      majorDimension: 'ROWS',
      values: [[46353]], // days from 1899-12-30 to 2026-11-27
    });
  });

  it('appends below the last table that the range touches', async () => {
    const append = (range: string) =>
      running.sheets.spreadsheets.values.append({
        spreadsheetId,
        range,
        valueInputOption: 'RAW',
        requestBody: { values: [['x', '', 'z']] },
      });
    const first = await append('Sheet1');
    expect(first.data.tableRange).toBeUndefined();
    expect(first.data.updates?.updatedRange).toBe('Sheet1!A1:C1');
    const second = await append('Sheet1');
    expect(second.data.tableRange).toBe('Sheet1!C1');
    expect(second.data.updates?.updatedRange).toBe('Sheet1!C2:E2');
    const third = await append('Sheet1!A1');
    expect(third.data.tableRange).toBe('Sheet1!A1');
    expect(third.data.updates?.updatedRange).toBe('Sheet1!A2:C2');
  });

  it('applies a whole batch or nothing of it', async () => {
    const refused = running.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          { addSheet: { properties: { title: 'Roster' } } },
          { addSheet: { properties: { title: 'roster' } } },
        ],
      },
    });
    await expect(refused).rejects.toMatchObject({
      status: 400,
      message:
        'Invalid requests[1].addSheet: A sheet with the name "roster" already exists. Please enter another name.',
    });
    const { data } = await running.sheets.spreadsheets.get({
      spreadsheetId,
      fields: 'sheets.properties.title',
    });
    expect(data).toEqual({ sheets: [{ properties: { title: 'Sheet1' } }] });
  });

  it('keeps formats in 8-bit colours under both names', async () => {
    await running.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          {
            repeatCell: {
              range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 2 },
              cell: { userEnteredFormat: { backgroundColor: { red: 0.5, blue: 1 } } },
              fields: 'userEnteredFormat.backgroundColor',
            },
          },
        ],
      },
    });
    const { data } = await running.sheets.spreadsheets.get({
      spreadsheetId,
      ranges: ['A1:C3'],
      fields: 'sheets.data.rowData.values.userEnteredFormat',
    });
    const color = { red: 0.49803922, blue: 1 };
    const format = { backgroundColor: color, backgroundColorStyle: { rgbColor: color } };
    expect(data.sheets?.[0]?.data).toEqual([
      { rowData: [{ values: [{ userEnteredFormat: format }, { userEnteredFormat: format }] }] },
    ]);
  });

  it('answers 501 to what it does not do', async () => {
    const refused = running.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: { requests: [{ addSlicer: {} }] },
    });
    await expect(refused).rejects.toMatchObject({
      status: 501,
      message: 'not emulated: batchUpdate request addSlicer',
    });
  });
});
