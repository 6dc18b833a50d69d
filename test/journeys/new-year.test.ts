// Last year's sample becomes next year's on a Sheets server, through Google's own client: one write, and a second one is refused.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareWorkbook } from '#workbench/samples/prepare-workbook';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import type { AppError } from '#functions/errors';
import { ADMIN, anApplication, AUDIENCE, type TestApplication } from '#test/support/application';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';

let sheets: LocalSheets;
let app: TestApplication;
let [source, target] = ['', ''];

beforeAll(async () => {
  sheets = await startLocalSheets();
  const { rootUrl, client } = sheets;
  source = await prepareWorkbook({ rootUrl, sample: 'district', language: 'zh-CN' });
  target = await sheets.create('云溪区领导干部理论学习 2027');
  const workbooks = new Map([source, target].map((id) => [id, [AUDIENCE]]));
  const workbook = googleWorkbook(() => client);
  app = anApplication({}, { workbooks, between: (ports) => ({ ...ports, workbook }) });
  app.setNow('2026-12-31T04:00:00Z');
  await app.call('setUpWorkbook', { spreadsheetId: target }, ADMIN.email);
});
afterAll(() => sheets.close());

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
