// Last year's sample becomes next year's on a Sheets server, through Google's own client, in an empty workbook and in a copy made by Drive:
// one write, and a second one is refused.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { prepareWorkbook } from '#workbench/samples/prepare-workbook';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import type { AppError } from '#functions/errors';
import { ADMIN, anApplication, AUDIENCE, type TestApplication } from '#test/support/application';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

let sheets: LocalSheets;
let app: TestApplication;
let [source, target, copy] = ['', '', ''];

beforeAll(async () => {
  sheets = await startLocalSheets();
  const { rootUrl, client } = sheets;
  source = await prepareWorkbook({ rootUrl, sample: 'district', language: 'zh-CN' });
  target = await sheets.create('云溪区领导干部理论学习 2027');
  copy = await copyOf(source);
  const workbooks = new Map([source, target, copy].map((id) => [id, [AUDIENCE]]));
  const workbook = googleWorkbook(() => client);
  app = anApplication({}, { workbooks, between: (ports) => ({ ...ports, workbook }) });
  app.setNow('2026-12-31T04:00:00Z');
  await app.call('setUpWorkbook', { spreadsheetId: target }, ADMIN.email);
});
afterAll(() => sheets.close());

/** As a clerk makes it in Google: File, Make a copy. */
async function copyOf(id: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer of-the-tests' };
  const body = JSON.stringify({ name: '云溪区领导干部理论学习 2027' });
  const url = `${sheets.rootUrl}drive/v3/files/${id}/copy`;
  const response = await fetch(url, { method: 'POST', headers, body });
  return ((await response.json()) as { readonly id: string }).id; // Drive's own answer
}

async function cells(range: string, spreadsheetId = target): Promise<string[][]> {
  const { data } = await sheets.client.spreadsheets.values.get({ spreadsheetId, range });
  return (data.values ?? []) as string[][]; // formatted values are strings
}

test('the sample of 2026 hands over to an empty workbook', async () => {
  const from = { spreadsheetId: target, source };
  const before = await cells("'考勤'!A1:C2000", source);
  const shown = await app.call('startYear', { action: 'preview', ...from }, ADMIN.email);
  if (shown.action !== 'preview') throw new Error('a preview was asked for');
  expect([shown.year, shown.canApply, shown.withEntries]).toEqual([2027, true, []]);
  const { fingerprint } = shown;
  const apply = () => app.call('startYear', { action: 'apply', ...from, fingerprint }, ADMIN.email);
  expect(await apply()).toMatchObject({
    year: 2027,
    sourceTitle: '云溪区领导干部理论学习 2026',
    tab: { title: '上年度未了事项' },
  });
  expect((await cells("'花名册'!A2:A500")).length).toBe(111);
  expect(await cells("'花名册'!A2:E2")).toEqual([
    ['M001', '贺知行', '区委', '区委书记', '四套班子'],
  ]);
  expect(await cells("'其他学时'!A2:E2")).toEqual([
    ['M001', '贺知行', '2026-12-31', '331', '以前累计'],
  ]);
  expect(await cells("'预算'!A2:C3")).toEqual([
    ['2027', '师资费', '0.00'],
    ['2027', '培训场地费', '0.00'],
  ]);
  expect((await cells("'上年度未了事项'!A6:D6"))[0]?.slice(0, 3)).toEqual([
    ...['未补课', 'S02', '2026-09-12'],
  ]);
  const empty = ['日程', '考勤', '请假', '通知记录'].map((tab) => cells(`'${tab}'!A2:C100`));
  expect((await Promise.all(empty)).flat()).toEqual([]);
  const refused = await apply().catch((error: unknown) => (error as AppError).refusal);
  expect(refused).toBe('yearHasEntries');
  expect(await cells("'考勤'!A1:C2000", source)).toEqual(before);
});

test('the new workbook has no error but the one that last year’s roster has', async () => {
  const checked = await app.call('checkEntries', { spreadsheetId: target }, ADMIN.email);
  const errors = checked.findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, value }) => [rule, value])).toEqual([['W07', 'youzijin#example.org']]);
});

describe('a copy of last year’s workbook', () => {
  const start = (request: { action: 'preview' } | { action: 'apply'; fingerprint: string }) =>
    app.call('startYear', { spreadsheetId: copy, ...request }, ADMIN.email);

  beforeAll(async () => {
    // A column and a note of the clerk's own beside 沈砚秋 (M002), and formats that a copy brings along.
    const { sheetId } = await rosterCells('A1:A1');
    const own = { userEnteredValue: { stringValue: '联系人：小林' }, note: '常驻' };
    const blue = { userEnteredFormat: { backgroundColor: { blue: 1 } } };
    const at = { sheetId, rowIndex: 2, columnIndex: 20 };
    await sheets.client.spreadsheets.batchUpdate({
      spreadsheetId: copy,
      requestBody: {
        requests: [
          { appendDimension: { sheetId, dimension: 'COLUMNS', length: 10 } },
          {
            updateCells: {
              start: at,
              rows: [{ values: [{ ...own, ...blue }] }],
              fields: 'userEnteredValue,note,userEnteredFormat',
            },
          },
        ],
      },
    });
  });

  async function rosterCells(range: string) {
    const { data } = await sheets.client.spreadsheets.get({
      spreadsheetId: copy,
      ranges: [`'花名册'!${range}`],
      includeGridData: true,
    });
    const [sheet] = data.sheets ?? [];
    return {
      sheetId: sheet?.properties?.sheetId ?? 0,
      cells: (sheet?.data?.[0]?.rowData ?? []).map(({ values }) => [
        values?.[0]?.formattedValue ?? '',
        values?.[0]?.note ?? '',
        values?.[0]?.userEnteredFormat?.backgroundColor?.blue ?? 0,
      ]),
    };
  }

  test('is recognised, and says what to do', async () => {
    const refused = await app
      .call('weeklyNotice', { spreadsheetId: copy, action: 'preview' }, ADMIN.email)
      .catch((error: unknown) => error as AppError);
    if (!('refusal' in refused)) throw new Error('it was not refused');
    expect(refused.refusal).toBe('workbookIsCopy');
    expect(refused.explain('zh-CN').nextStep).toContain('“新年度”中点“本工作簿是副本”');
  });

  test('becomes the new year’s workbook in one write, and the original stays as it was', async () => {
    const before = await cells("'考勤'!A1:C2000", source);
    const shown = await start({ action: 'preview' });
    if (shown.action !== 'preview') throw new Error('a preview was asked for');
    expect(shown).toMatchObject({ year: 2027, sourceTitle: '2026年度工作簿', canApply: true });
    expect(shown.emptied.map(({ title }) => title)).toContain('考勤');
    const { fingerprint } = shown;
    await start({ action: 'apply', fingerprint });
    expect((await cells("'花名册'!A2:A500", copy)).length).toBe(111);
    expect(await cells("'其他学时'!A2:E2", copy)).toEqual([
      ['M001', '贺知行', '2026-12-31', '331', '以前累计'],
    ]);
    const empty = ['日程', '考勤', '请假', '点单', '通知记录', '教学评价', '支出'];
    expect(
      (await Promise.all(empty.map((tab) => cells(`'${tab}'!A2:C2000`, copy)))).flat(),
    ).toEqual([]);
    expect((await cells("'花名册'!A3:B3", copy))[0]).toEqual(['M002', '沈砚秋']);
    expect((await rosterCells('U3:U3')).cells).toEqual([['联系人：小林', '常驻', 1]]);
    expect(await cells("'考勤'!A1:C2000", source)).toEqual(before);
    const again = await start({ action: 'apply', fingerprint }).catch(
      (error: unknown) => error as AppError,
    );
    expect('refusal' in again && again.refusal).toBe('notACopy');
  });

  test('has nothing to set up, takes entries and has no error but that of last year’s roster', async () => {
    const setUp = await app.call('setUpWorkbook', { spreadsheetId: copy }, ADMIN.email);
    expect([setUp.created, setUp.upgraded]).toEqual([[], []]);
    const { findings } = await app.call('checkEntries', { spreadsheetId: copy }, ADMIN.email);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, value }) => [rule, value])).toEqual([
      ['W07', 'youzijin#example.org'],
    ]);
  });
});
