// Files as other programs write them, each small and with one trait.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { newSheet } from '#src/model/defaults';
import { fitSheets } from '#src/xlsx/import/fit-sheets';
import { LeftOutList } from '#src/xlsx/import/left-out';
import { readXlsx } from '#src/xlsx/import/read-xlsx';
import { startServer, type RunningServer } from '#test/support/start-server';
import { cell, packParts, row, xlsxFile, xlsxParts } from '#test/support/xlsx-file';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());

async function open(bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${running.rootUrl}upload/drive/v3/files?uploadType=media`, {
    method: 'POST',
    headers: { authorization: 'Bearer local', 'content-type': XLSX },
    body: bytes,
  });
  const { id } = (await response.json()) as { id?: string };
  return id ?? '';
}

async function read(spreadsheetId: string, range: string, valueRenderOption = 'FORMATTED_VALUE') {
  const { data } = await running.sheets.spreadsheets.values.get({
    spreadsheetId,
    range,
    valueRenderOption,
  });
  return data.values ?? [];
}

/** What another workbook makes of `=215*12`, made after the file was opened. */
async function product(): Promise<unknown> {
  const { data } = await running.sheets.spreadsheets.create();
  const spreadsheetId = data.spreadsheetId ?? '';
  await running.sheets.spreadsheets.values.update({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [['=215*12']] },
  });
  return (await read(spreadsheetId, 'A1'))[0]?.[0];
}

describe('formulas that were filled down', () => {
  const filledDown = xlsxFile({
    sheets: {
      Fees: [
        row(
          1,
          cell('A1', '<v>2</v>'),
          cell('B1', '<f t="shared" ref="B1:C3" si="0">A1*$A$1+A2</f><v>7</v>'),
        ),
        row(2, cell('A2', '<v>3</v>'), cell('B2', '<f t="shared" si="0"/><v>10</v>')),
        row(
          3,
          cell('A3', '<v>4</v>'),
          cell('B3', '<f t="shared" si="0"/><v>8</v>'),
          cell('C3', '<f t="shared" si="0"/><v>16</v>'),
        ),
      ].join(''),
    },
  });

  it('are formulas of each cell', async () => {
    const id = await open(filledDown);
    expect(await read(id, 'A1:C3', 'FORMULA')).toEqual([
      [2, '=A1*$A$1+A2'],
      [3, '=A2*$A$1+A3'],
      [4, '=A3*$A$1+A4', '=B3*$A$1+B4'],
    ]);
    expect(await read(id, 'A1:C3')).toEqual([
      ['2', '7'],
      ['3', '10'],
      ['4', '8', '16'],
    ]);
    expect(await product()).toBe('2580');
  });
});

it('a styled empty cell in the last row there can be costs nothing', async () => {
  const id = await open(
    xlsxFile({
      sheets: {
        Roster: row(1, cell('A1', '<v>2</v>')) + row(1_048_576, cell('C1048576', '', 's="1"')),
      },
      numberFormats: ['0.00'],
    }),
  );
  expect(await read(id, 'A1:C1048576')).toEqual([['2']]);
});

it('rows that are like the one before keep its height, and stay hidden as it is', async () => {
  const hidden = [2, 3, 4].map(
    (number) =>
      `<row r="${number}" ht="30" customHeight="1" hidden="1"><c r="A${number}" s="1"/></row>`,
  );
  const id = await open(
    xlsxFile({
      sheets: { S: row(1, cell('A1', '<v>2</v>')) + hidden.join('') },
      numberFormats: ['0.00'],
    }),
  );
  const { data } = await running.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['A2:A5'],
    fields: 'sheets.data.rowMetadata(pixelSize,hiddenByUser)',
  });
  const same = { pixelSize: 40, hiddenByUser: true };
  expect(data.sheets?.[0]?.data?.[0]?.rowMetadata).toEqual([same, same, same, { pixelSize: 21 }]);
});

it('colours of the theme are kept as plain ones, on cells and on the tab', async () => {
  const parts = xlsxParts({
    sheets: { S: row(1, cell('A1', '<v>2</v>', 's="1"')) },
    numberFormats: ['0.00'],
  });
  const edit = (path: string, from: string, to: string) =>
    parts.set(path, String(parts.get(path)).replace(from, to));
  const fill =
    '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.59999"/></patternFill></fill>';
  edit('xl/styles.xml', '<fill/>', `<fill/><fill/>${fill}`);
  edit('xl/styles.xml', 'applyNumberFormat="1"', 'applyNumberFormat="1" fillId="2" applyFill="1"');
  edit(
    'xl/worksheets/sheet1.xml',
    '<sheetData>',
    '<sheetPr><tabColor theme="4"/></sheetPr><sheetData>',
  );
  parts.set(
    'xl/theme/theme1.xml',
    '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="n"><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
  );
  const id = await open(packParts(parts));
  const { data } = await running.sheets.spreadsheets.get({
    spreadsheetId: id,
    ranges: ['A1'],
    fields: 'sheets(properties.tabColor,data.rowData.values.userEnteredFormat.backgroundColor)',
  });
  const bytes = (color: sheets_v4.Schema$Color | null | undefined) =>
    [color?.red, color?.green, color?.blue].map((level) => Math.round((level ?? 0) * 255));
  const [sheet] = data.sheets ?? [];
  expect(bytes(sheet?.properties?.tabColor)).toEqual([0x44, 0x72, 0xc4]);
  const [value] = sheet?.data?.[0]?.rowData?.[0]?.values ?? [];
  expect(bytes(value?.userEnteredFormat?.backgroundColor)).toEqual([0xb4, 0xc7, 0xe7]);
});

it('a name may lead to a tab whose title XML writes otherwise', async () => {
  const id = await open(
    xlsxFile({
      sheets: { 'A&lt;&#39;B': row(1, cell('A1', '<v>2</v>')) },
      workbook:
        '<definedNames><definedName name="Rate">&#39;A&lt;&#39;&#39;B&#39;!$A$1</definedName></definedNames>',
    }),
  );
  const { data } = await running.sheets.spreadsheets.get({ spreadsheetId: id });
  expect(data.sheets?.[0]?.properties?.title).toBe("A<'B");
  expect(data.namedRanges?.map(({ name, range }) => [name, range?.endRowIndex])).toEqual([
    ['Rate', 1],
  ]);
});

it('a sheet that is cut may have more merged areas than a call takes arguments', () => {
  const sheet = newSheet({ sheetId: 0, title: 'S', index: 0 });
  sheet.properties.gridProperties = { rowCount: 1_048_576, columnCount: 26 };
  sheet.merges = Array.from({ length: 200_000 }, (_, index) => ({
    startRowIndex: index,
    endRowIndex: index + 1,
    startColumnIndex: 0,
    endColumnIndex: 2,
  }));
  fitSheets([sheet], new LeftOutList());
  expect(sheet.properties.gridProperties).toEqual({ rowCount: 1_048_576, columnCount: 2 });
});

describe('a formula that cannot be worked out here', () => {
  it.each([
    ['of an unknown function', 'CUBEVALUE(&quot;sales&quot;)'],
    ['that links another file', '[1]Rates!$B$2*2'],
  ])('%s shows the result that the file has', async (_, formula) => {
    const id = await open(
      xlsxFile({
        sheets: {
          Sheet1: row(
            1,
            cell('A1', `<f>${formula}</f><v>12.5</v>`),
            cell('B1', '<f>A1*2</f><v>25</v>'),
          ),
        },
      }),
    );
    expect(await read(id, 'A1:B1')).toEqual([['12.5', '25']]);
    const range = 'A1:B1';
    const [texts] = await read(id, range, 'FORMULA');
    expect(texts?.[0]).toBe(`=${formula.replaceAll('&quot;', '"')}`);
  });
});

describe('functions that Excel got after 2007', () => {
  it('come without the prefix that only files have, and are written with it', async () => {
    const id = await open(
      xlsxFile({
        sheets: {
          Sheet1: [
            row(
              1,
              cell('A1', '<v>3</v>'),
              cell('B1', '<f>_xlfn.IFS(A1&gt;2,&quot;_xlfn.many&quot;,TRUE,&quot;few&quot;)</f>'),
            ),
            row(2, cell('B2', '<f>SUM(_xlfn._xlws.FILTER(A1:A2,A1:A2&gt;1))</f>')),
          ].join(''),
        },
      }),
    );
    expect(await read(id, 'B1:B2', 'FORMULA')).toEqual([
      ['=IFS(A1>2,"_xlfn.many",TRUE,"few")'],
      ['=SUM(FILTER(A1:A2,A1:A2>1))'],
    ]);
    expect(await read(id, 'B1:B2')).toEqual([['_xlfn.many'], ['3']]);
    const response = await fetch(
      `${running.rootUrl}drive/v3/files/${id}/export?mimeType=${encodeURIComponent(XLSX)}`,
      { headers: { authorization: 'Bearer local' } },
    );
    const written = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const cells = written.tabs[0]?.cellsOf.cells;
    expect(cells?.get('0,1')?.formula).toBe('_xlfn.IFS(A1>2,"_xlfn.many",TRUE,"few")');
    expect(cells?.get('1,1')?.formula).toBe('SUM(_xlfn._xlws.FILTER(A1:A2,A1:A2>1))');
  });
});

describe('a file that is too much for a reader that looks at every cell', () => {
  const head = row(1, cell('A1', '<v>2</v>', 's="1"'));
  const formatted = Array.from(
    { length: 1_048_575 },
    (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
  ).join('');

  it('opens with 1,048,576 formatted rows, is changed and downloaded', async () => {
    const id = await open(
      packParts(xlsxParts({ sheets: { S: head + formatted }, numberFormats: ['0.00'] }), {
        isDeflated: true,
      }),
    );
    const { spreadsheets } = running.sheets;
    const { data } = await spreadsheets.get({
      spreadsheetId: id,
      ranges: ['A1048576'],
      fields:
        'sheets(properties.gridProperties,data.rowData.values.userEnteredFormat.numberFormat)',
    });
    expect(data.sheets?.[0]?.properties?.gridProperties?.rowCount).toBe(1_048_576);
    expect(data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]).toEqual({
      userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } },
    });
    // One row is written to; the others that are the same stay as they are.
    await spreadsheets.values.update({
      spreadsheetId: id,
      range: 'A500',
      valueInputOption: 'RAW',
      requestBody: { values: [[7]] },
    });
    expect(await read(id, 'A499:A501')).toEqual([[], ['7.00']]);
    await spreadsheets.batchUpdate({
      spreadsheetId: id,
      requestBody: { requests: [{ addSheet: { properties: { title: 'More' } } }] },
    });
    expect(await product()).toBe('2580');
  });

  it('loses the look of rows below its entries only when the workbook could not hold them', async () => {
    const wide = Array.from(
      { length: 1_048_575 },
      (_, index) => `<row r="${index + 2}"><c r="L${index + 2}" s="1"/></row>`,
    ).join('');
    const id = await open(
      packParts(xlsxParts({ sheets: { S: head + wide }, numberFormats: ['0.00'] }), {
        isDeflated: true,
      }),
    );
    const { data } = await running.sheets.spreadsheets.get({ spreadsheetId: id });
    expect(data.sheets?.[0]?.properties?.gridProperties).toEqual({
      rowCount: 1000,
      columnCount: 26,
    });
    const response = await fetch(`${running.rootUrl}imports/${id}`);
    expect(await response.json()).toEqual({ leftOut: [{ kind: 'farFormats', places: ['S'] }] });
  });
});
