// What only a Sheets server shows of a report: formulas and formats of the clerks, charts, frozen lines, number formats.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ReportSheet } from '#core/workbook/write/change';
import { planReports } from '#core/report/plan-reports';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import type { SheetsRequest } from '#functions/adapters/google-clients';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

const SHEET = 2001;
const ROW_HEIGHT = 21;

function units(...names: readonly string[]): ReportSheet {
  const bar = {
    type: 'BAR',
    labels: 1,
    series: [2, 3],
    firstRow: 0,
    rowCount: names.length,
  } as const;
  return {
    title: '报表',
    color: '#188038',
    heading: ['按单位', '说明'],
    boldRows: [],
    columns: [
      { label: '序号', kind: 'integer', width: 50 },
      { label: '单位', kind: 'text', width: 90 },
      { label: '应到', kind: 'integer', width: 60 },
      { label: '学时', kind: 'decimal', width: 60 },
    ],
    rows: names.map((name, index) => [index + 1, name, 10, index === 0 ? 21 : 21.5]),
    charts: [
      { title: '到课率', ...bar },
      { title: '到课率二', ...bar },
    ],
    identity: [1],
    frozenColumns: 2,
  };
}

const TEN = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

describe('a report on a Sheets server', () => {
  let sheets: LocalSheets;
  let spreadsheetId = '';
  beforeAll(async () => {
    sheets = await startLocalSheets();
  });
  afterAll(() => sheets.close());
  beforeEach(async () => {
    spreadsheetId = await sheets.create();
  });

  const rewrite = async (sheet: ReportSheet) => {
    const port = googleWorkbook(() => sheets.client);
    const snapshot = await port.read(spreadsheetId, ['settings'], ['report-test']);
    await port.apply(snapshot, planReports(snapshot, [{ key: 'report-test', sheet }], 'zh-CN'));
  };
  const batch = (...requests: SheetsRequest[]) =>
    sheets.client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  const read = async (sheetId = SHEET) => {
    const { data } = await sheets.client.spreadsheets.get({ spreadsheetId, includeGridData: true });
    const found = data.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
    if (!found) throw new Error(`no sheet ${sheetId}`);
    return found;
  };
  type Sheet = Awaited<ReturnType<typeof read>>;
  const cellAt = ({ data }: Sheet, row: number, column: number) =>
    data?.[0]?.rowData?.[row - 1]?.values?.[column] ?? {};

  test('takes own formulas and formats to the row they are about, and points them at it', async () => {
    await rewrite(units('甲', '乙', '丙'));
    const yellow = { red: 1, green: 1 };
    await batch({
      updateCells: {
        start: { sheetId: SHEET, rowIndex: 5, columnIndex: 5 },
        rows: [
          {
            values: [
              {
                userEnteredValue: { formulaValue: '=C6*2' },
                userEnteredFormat: { backgroundColor: yellow },
              },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    });
    await rewrite(units('丁', '丙', '戊', '乙'));
    const cell = cellAt(await read(), 8, 5);
    expect(cell.userEnteredValue).toEqual({ formulaValue: '=C8*2' });
    expect(cell.effectiveValue).toEqual({ numberValue: 20 });
    expect(cell.userEnteredFormat?.backgroundColor).toEqual(yellow);
    expect(cellAt(await read(), 6, 5).userEnteredFormat).toBeUndefined();
  });

  test('writes nothing but its cells when nothing moved', async () => {
    await rewrite(units('甲', '乙'));
    const port = googleWorkbook(() => sheets.client);
    const snapshot = await port.read(spreadsheetId, ['settings'], ['report-test']);
    const [change] = planReports(
      snapshot,
      [{ key: 'report-test', sheet: units('甲', '乙') }],
      'zh-CN',
    );
    expect(change?.replaces).toMatchObject({ columnSteps: [], rowSteps: [] });
  });

  test.each([
    ['a new report', 0],
    ['a report with own rows below and own columns beside it', 4],
  ])('stacks the charts of %s clear of each other and of every cell', async (_, own) => {
    await rewrite(units(...TEN));
    if (own > 0)
      await batch({
        updateCells: {
          start: { sheetId: SHEET, rowIndex: 16, columnIndex: 1 },
          rows: Array.from({ length: own }, () => ({
            values: [{ userEnteredValue: { stringValue: '自己的' } }],
          })),
          fields: 'userEnteredValue',
        },
      });
    await rewrite(units(...TEN));
    const sheet = await read();
    const used = sheet.data?.[0]?.rowData?.findLastIndex(
      ({ values }) => values?.some(({ userEnteredValue }) => userEnteredValue) === true,
    );
    const boxes = (sheet.charts ?? []).map(({ position }) => {
      const overlay = position?.overlayPosition;
      const top = (overlay?.anchorCell?.rowIndex ?? 0) * ROW_HEIGHT + (overlay?.offsetYPixels ?? 0);
      return { top, bottom: top + (overlay?.heightPixels ?? 0) };
    });
    expect(used).toBe(own > 0 ? 18 : 13);
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.top).toBeGreaterThanOrEqual(((used ?? 0) + 1) * ROW_HEIGHT);
    expect(boxes[1]?.top).toBeGreaterThanOrEqual(boxes[0]?.bottom ?? Infinity);
    const { rowCount = 0, frozenRowCount } = sheet.properties?.gridProperties ?? {};
    expect((rowCount ?? 0) * ROW_HEIGHT).toBeGreaterThanOrEqual(boxes[1]?.bottom ?? Infinity);
    expect(frozenRowCount).toBe(4);
    const anchors = sheet.charts?.map(
      ({ position }) => position?.overlayPosition?.anchorCell?.columnIndex,
    );
    expect(anchors).toEqual([2, 2]); // behind the frozen columns
  });

  test('leads from above the table to the charts', async () => {
    await rewrite(units('甲', '乙'));
    const sheet = await read();
    expect(cellAt(sheet, 3, 0)).toMatchObject({
      formattedValue: '图表在表格下方，第 8 行起（点此前往）',
      userEnteredFormat: { textFormat: { link: { uri: '#gid=2001&range=A8' } } },
    });
    expect(sheet.charts?.[0]?.position?.overlayPosition?.anchorCell).toMatchObject({ rowIndex: 7 });
  });

  test('draws its charts from where its columns are now', async () => {
    await rewrite(units('甲', '乙'));
    await batch({
      insertDimension: {
        range: { sheetId: SHEET, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
      },
    });
    await rewrite(units('丙', '甲', '乙'));
    const chart = (await read()).charts?.[0]?.spec?.basicChart;
    const columns = [
      chart?.domains?.[0]?.domain,
      ...(chart?.series ?? []).map(({ series }) => series),
    ].map((data) => data?.sourceRange?.sources?.[0]);
    expect(columns).toMatchObject([
      { startColumnIndex: 1, startRowIndex: 3, endRowIndex: 7 },
      { startColumnIndex: 3 },
      { startColumnIndex: 4 },
    ]);
  });

  test('keeps number and name in view', async () => {
    await rewrite(units('甲'));
    expect((await read()).properties?.gridProperties).toMatchObject({ frozenColumnCount: 2 });
  });

  test('shows 21 as 21 and 21.5 as 21.5', async () => {
    await rewrite(units('甲', '乙'));
    const sheet = await read();
    expect([5, 6].map((row) => cellAt(sheet, row, 3).formattedValue)).toEqual(['21', '21.5']);
  });

  test('leaves a copied report tab alone, also one that stands to the left', async () => {
    await rewrite(units('甲'));
    const copied = {
      sourceSheetId: SHEET,
      newSheetId: 77,
      insertSheetIndex: 0,
      newSheetName: '留底',
    };
    await batch({ duplicateSheet: copied });
    await rewrite(units('乙', '丙'));
    expect(
      [await read(77), await read()].map((sheet) => cellAt(sheet, 5, 1).formattedValue),
    ).toEqual(['甲', '乙']);
    expect((await read(77)).developerMetadata?.map(({ metadataKey }) => metadataKey)).toEqual([
      'lectern.tab',
      'lectern.report',
      'lectern.edges',
    ]);
  });
});
