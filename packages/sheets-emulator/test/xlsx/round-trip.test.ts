import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';
import { range } from '#test/support/grid-range';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());

async function makeWorkbook(): Promise<string> {
  const { spreadsheets } = running.sheets;
  const { data } = await spreadsheets.create({
    requestBody: {
      properties: { title: 'Programme' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '日程',
            gridProperties: { frozenRowCount: 1, frozenColumnCount: 2 },
          },
        },
        {
          properties: {
            sheetId: 9,
            title: '标准',
            hidden: true,
            tabColorStyle: { rgbColor: { red: 1 } },
          },
        },
      ],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  await spreadsheets.values.batchUpdate({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'USER_ENTERED',
      data: [
        {
          range: '日程!A1',
          values: [
            ['日期', '时间', '费用', '状态', '编号'],
            ['2026-11-27', '14:30', '$1,200.50', '出席', "'007"],
            ['合计', '', '=C2*2+COUNTA(A9:A)', true],
          ],
        },
        { range: '标准!A1', values: [['出席'], ['请假']] },
      ],
    },
  });
  const head = {
    userEnteredFormat: {
      backgroundColor: { red: 1, green: 0.8 },
      textFormat: { bold: true, fontSize: 12 },
      horizontalAlignment: 'CENTER',
      wrapStrategy: 'WRAP',
    },
  };
  await spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        { repeatCell: { range: range(0, 1, 0, 5), cell: head, fields: 'userEnteredFormat' } },
        { mergeCells: { range: range(4, 6, 0, 3), mergeType: 'MERGE_ALL' } },
        {
          setDataValidation: {
            range: range(1, 9, 3, 4),
            rule: {
              condition: {
                type: 'ONE_OF_LIST',
                values: [{ userEnteredValue: '出席' }, { userEnteredValue: '请假' }],
              },
              strict: true,
              showCustomUi: true,
            },
          },
        },
        {
          setDataValidation: {
            range: range(1, 4, 4, 5),
            rule: {
              condition: {
                type: 'ONE_OF_RANGE',
                values: [{ userEnteredValue: "='标准'!$A$1:$A" }],
              },
              strict: false,
              showCustomUi: true,
            },
          },
        },
        { updateBorders: { range: range(0, 1, 0, 5), bottom: { style: 'SOLID' } } },
        {
          updateDimensionProperties: {
            range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
            properties: { pixelSize: 140 },
            fields: 'pixelSize',
          },
        },
        { addNamedRange: { namedRange: { name: 'Dates', range: range(0, 3, 0, 1) } } },
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 2 },
            rows: [{ values: [{ note: '含税' }] }],
            fields: 'note',
          },
        },
      ],
    },
  });
  return spreadsheetId;
}

async function download(id: string): Promise<Uint8Array> {
  const response = await fetch(`${running.rootUrl}drive/v3/files/${id}/export?mimeType=${XLSX}`, {
    headers: { authorization: 'Bearer local' },
  });
  expect(response.headers.get('content-type')).toBe(XLSX);
  return new Uint8Array(await response.arrayBuffer());
}

async function upload(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ status: number; id: string; message: string }> {
  const metadata = JSON.stringify({
    name: 'Copy',
    mimeType: 'application/vnd.google-apps.spreadsheet',
  });
  const head = `--x\r\nContent-Type: application/json\r\n\r\n${metadata}\r\n--x\r\nContent-Type: ${XLSX}\r\n\r\n`;
  const response = await fetch(`${running.rootUrl}upload/drive/v3/files?uploadType=multipart`, {
    method: 'POST',
    headers: { authorization: 'Bearer local', 'content-type': 'multipart/related; boundary=x' },
    body: new Blob([head, bytes, '\r\n--x--\r\n']),
  });
  const body = (await response.json()) as { id?: string; error?: { message: string } };
  return { status: response.status, id: body.id ?? '', message: body.error?.message ?? '' };
}

const FIELDS =
  'sheets(properties(title,hidden,tabColorStyle,gridProperties(frozenRowCount,frozenColumnCount)),merges,data(columnMetadata.pixelSize,rowData.values(userEnteredValue,formattedValue,userEnteredFormat,dataValidation,note)))';

describe('an .xlsx file', () => {
  it('brings values, formulas, formats, drop-downs, merges, frozen parts, notes and names through a round trip', async () => {
    const original = await makeWorkbook();
    const { status, id } = await upload((await download(original)).slice());
    expect(status).toBe(200);
    const get = async (spreadsheetId: string) =>
      (
        await running.sheets.spreadsheets.get({
          spreadsheetId,
          fields: FIELDS,
          ranges: ['日程!A1:E9', '标准!A1:B3'],
        })
      ).data;
    const [before, after] = [await get(original), await get(id)];
    expect(after).toEqual(before);
    expect(
      after.sheets?.[0]?.data?.[0]?.rowData?.[1]?.values?.map((cell) => cell.formattedValue),
    ).toEqual(['2026-11-27', '14:30', '$1,200.50', '出席', '007']);
    const names = await running.sheets.spreadsheets.values.get({
      spreadsheetId: id,
      range: 'Dates',
    });
    expect(names.data.values).toEqual([['日期'], ['2026-11-27'], ['合计']]);
  });

  it('leaves out a list that would make it unreadable', async () => {
    const spreadsheetId = await makeWorkbook();
    const drop = (column: number, choices: string[]) => ({
      setDataValidation: {
        range: range(1, 2, column, column + 1),
        rule: {
          condition: {
            type: 'ONE_OF_LIST',
            values: choices.map((userEnteredValue) => ({ userEnteredValue })),
          },
        },
      },
    });
    const requests = [
      drop(0, ['一室,二室']),
      drop(1, ['x'.repeat(256)]),
      drop(2, ['x'.repeat(255)]),
    ];
    await running.sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
    const { id } = await upload((await download(spreadsheetId)).slice());
    const { data } = await running.sheets.spreadsheets.get({
      spreadsheetId: id,
      ranges: ['日程!A2:C2'],
      fields: 'sheets.data.rowData.values.dataValidation.condition.type',
    });
    const cells = data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    expect(cells.map((cell) => cell.dataValidation?.condition?.type)).toEqual([
      undefined,
      undefined,
      'ONE_OF_LIST',
    ]);
  });

  it('that is none is refused, and leaves no spreadsheet behind', async () => {
    const answer = await upload(new TextEncoder().encode('no zip'));
    expect(answer.status).toBe(400);
    expect(answer.message).toContain('The file is no workbook that can be read');
    expect(running.server.list()).toEqual([]);
  });
});
