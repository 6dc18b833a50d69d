// From the schedule to the payment sheet, the booked expense and the budget: every figure is written out.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ExecutionAnswer, SettlementAnswer } from '#core/contract/budget-report';
import type { FeeConfirmed, FeePreview, FeeSheet } from '#core/contract/lecture-fees';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { startWorkbench, type RunningWorkbench } from '#test/support/run-workbench';
import { call } from './function-client';

/** Each step goes over HTTP to real parts, which takes its time on a busy machine. */

let workbench: RunningWorkbench;

/** Two sessions of 方令仪 (full senior, three hours each) are held and paid in December. */
beforeAll(async () => {
  workbench = await startWorkbench({ sample: 'district', clock: '2026-12-21T09:00:00+08:00' });
  await write('日程!N12', '已办'); // S11, 27 November
  await write('日程!N14', '已办'); // S13, 18 December
  await write('日程!I14', 'P03');
});
afterAll(() => workbench.close());

const sheets = () => localSheetsClient(`${workbench.url}/`);

async function write(range: string, value: string): Promise<void> {
  const { spreadsheetId } = workbench;
  await sheets().spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [[value]] },
  });
}

async function cells(range: string): Promise<unknown[][]> {
  const { spreadsheetId } = workbench;
  const { data } = await sheets().spreadsheets.values.get({
    spreadsheetId,
    range,
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return data.values ?? [];
}

/** The rows of a report from its header row on. */
async function table(title: string, firstLabel: string): Promise<unknown[][]> {
  const rows = await cells(`'${title}'!A1:Q60`);
  return rows.slice(rows.findIndex((row) => row[0] === firstLabel));
}

const EARLY = { sessionId: 'S11', paidOn: '2026-12-02' };
const preview = async (choice: object = {}): Promise<FeePreview> =>
  (await call(workbench, 'lectureFees', { action: 'preview', ...choice })) as FeePreview; // a preview was asked for
const confirm = async (choice: { sessionId: string; fingerprint: string }): Promise<FeeConfirmed> =>
  (await call(workbench, 'lectureFees', { action: 'confirm', ...choice })) as FeeConfirmed; // a confirmation was asked for
const execution = async (): Promise<ExecutionAnswer> =>
  (await call(workbench, 'budgetReport', { report: 'execution' })) as ExecutionAnswer; // an execution was asked for

describe('from the schedule to the budget', () => {
  test('the first fee of the month is worked out by itself, under the unconfirmed central model', async () => {
    const fee = await preview(EARLY);
    expect(fee.speaker).toEqual({ name: '方令仪', title: '正高' });
    expect(fee.steps.map(({ label, working, result }) => [label, working, result])).toEqual([
      ['学时', '授课3学时，半天上限4学时（财行〔2016〕540号）', '3'],
      ['标准（税后/学时）', '正高上限1,000.00元，财行〔2016〕540号，自2017-01-01起', '1,000.00'],
      ['税后', '3学时 × 1,000.00元', '3,000.00'],
      ['税前', '(3,000.00 − 160.00) ÷ 0.8', '3,550.00'],
      ['个税', '(3,550.00 − 800.00) × 20%', '550.00'],
      ['大写（税前）', '', '叁仟伍佰伍拾元整'],
    ]);
    expect(fee.banner).toMatch(/^财行〔2016〕540号是中央标准，仅作参照/);
    expect(fee.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fee.canConfirm).toBe(true);
  });

  test('before it is booked, the budget holds it as committed', async () => {
    const [lecturer] = (await execution()).heads;
    // Nine fees are booked: 3 × 3,550 + 4 × 1,675 + 4,285.71 (over the cap) + 5,357.14; S11 and S13 (3,550.00, then 3,550.00 in another month) and S14 (1,675.00) are to come.
    expect(lecturer).toMatchObject({
      label: '师资费',
      total: { text: '120,000.00' },
      spent: { text: '26,992.85' },
      committed: { text: '8,775.00' },
      left: { text: '84,232.15' },
    });
  });

  test('confirmed, it becomes one expense, one line of the log and one line of the payment sheet', async () => {
    const { fingerprint } = await preview(EARLY);
    const booked = await confirm({ ...EARLY, fingerprint });
    expect(booked).toMatchObject({
      outcome: 'written',
      expenseId: 'E028',
      gross: { text: '3,550.00' },
    });
    const [row] = await cells('支出!A29:O29');
    // 46358 is 2026-12-02.
    expect(row).toEqual([
      'E028',
      46358,
      'S11',
      '师资费',
      '方令仪',
      3000,
      3550,
      550,
      3550,
      '',
      '',
      '',
      '',
      '本月合并',
    ]);
    const log = await cells('操作记录!B2:F2');
    expect(log).toEqual([
      [
        'clerk@example.org',
        '讲课费入账',
        'E028 S11 方令仪',
        '',
        '3,000.00 / 3,550.00 / 550.00 (财行〔2016〕540号)',
      ],
    ]);
  });

  test('the second fee of the month is taxed together with it', async () => {
    const fee = await preview();
    // Net 6,000.00 is gross 7,142.86 with tax 1,142.86, of which 3,550.00 and 550.00 are paid.
    expect(fee).toMatchObject({
      session: { id: 'S13' },
      earlierInMonth: 1,
      net: { text: '3,000.00' },
      gross: { text: '3,592.86' },
      tax: { text: '592.86' },
      alone: { gross: { text: '3,550.00' }, tax: { text: '550.00' } },
    });
    const booked = await confirm({ sessionId: 'S13', fingerprint: fee.fingerprint });
    expect(booked).toMatchObject({ outcome: 'written', expenseId: 'E029' });
  });

  test('a second confirmation writes nothing and says so', async () => {
    const { fingerprint } = await preview({ sessionId: 'S13' });
    expect(await confirm({ sessionId: 'S13', fingerprint })).toMatchObject({
      outcome: 'alreadyRecorded',
      expenseId: 'E029',
    });
    expect(await cells('支出!A2:A40')).toHaveLength(29);
  });

  test('the payment sheet of December has both, with totals in capital numerals', async () => {
    const sheet = (await call(workbench, 'lectureFees', {
      action: 'sheet',
      sessionId: 'S13',
    })) as FeeSheet; // a sheet was asked for
    expect(sheet).toMatchObject({
      payments: 2,
      net: { text: '6,000.00' },
      gross: { text: '7,142.86' },
      tax: { text: '1,142.86' },
    });
    expect(await table(sheet.tab.title, '序号')).toEqual([
      [
        '序号',
        '期次',
        '授课日期',
        '题目',
        '主讲人',
        '职称',
        '学时',
        '标准（税后/学时）',
        '税后',
        '税前',
        '累计税前',
        '累计个税',
        '此前已扣',
        '本次应扣',
        '卡号（手填后四位）',
        '签字',
        '入账',
      ],
      [
        1,
        11,
        46353,
        '营商环境与民营经济',
        '方令仪',
        '正高',
        3,
        1000,
        3000,
        3550,
        3550,
        550,
        0,
        550,
        '**** **** **** ____',
        '',
        'E028',
      ],
      [
        2,
        13,
        46374,
        '社区养老服务体系建设',
        '方令仪',
        '正高',
        3,
        1000,
        3000,
        3592.86,
        7142.86,
        1142.86,
        550,
        592.86,
        '**** **** **** ____',
        '',
        'E029',
      ],
      ['合计', '', '', '', '', '', '', '', 6000, 7142.86, '', '', '', 1142.86],
      ['', '', '', '税后合计（大写）：人民币陆仟元整'],
      ['', '', '', '税前合计（大写）：人民币柒仟壹佰肆拾贰元捌角陆分'],
      [],
      ['', '', '', '经办：　　　　　　　　　　　　　　审核：　　　　　　　　　　　　　　审批：'],
    ]);
  });

  test('the budget has moved the two fees from committed to spent', async () => {
    const answer = await execution();
    expect(answer.heads[0]).toMatchObject({
      spent: { text: '34,135.71' }, // 26,992.85 + 3,550.00 + 3,592.86
      committed: { text: '1,675.00' },
      left: { text: '84,189.29' },
      rate: '28.4%',
      forecast: { text: '35,810.71' },
      state: 'ok',
    });
    // The sample's mistakes: words in the adjustment of the materials, and an expense on 30 February.
    expect(answer.heads.find(({ head }) => head === 'materials')?.state).toBe('unclear');
    expect(answer.leftOut).toBe(1);
    const [, lecturer] = await table(answer.tab?.title ?? '', '科目');
    expect(lecturer).toEqual([
      '师资费',
      120000,
      0,
      120000,
      34135.71,
      1675,
      84189.29,
      0.284,
      35810.71,
      84189.29,
      '正常',
    ]);
  });

  test('a new cap from next year leaves this year’s fees as they are', async () => {
    const before = await preview({ sessionId: 'S14', paidOn: '2026-12-28' });
    const { spreadsheetId } = workbench;
    await sheets().spreadsheets.values.append({
      spreadsheetId,
      range: '标准!A1:J9',
      valueInputOption: 'USER_ENTERED',
      requestBody: {
        values: [
          [
            '讲课费上限(税后/学时)',
            '副高',
            800,
            '元/学时',
            '市财行〔2026〕40号',
            '市',
            '2027-01-01',
            '',
            '韩雪',
            '2026-12-20',
          ],
        ],
      },
    });
    const after = await preview({ sessionId: 'S14', paidOn: '2026-12-28' });
    expect(after.steps).toEqual(before.steps);
    expect(after.net.text).toBe('1,500.00');
  });

  test('a held session is settled head by head, with the papers that are missing', async () => {
    const answer = (await call(workbench, 'budgetReport', {
      report: 'settlement',
      sessionId: 'S02',
    })) as SettlementAnswer; // a settlement was asked for
    const heads = answer.heads.map(({ label, budget, actual, perPerson }) => [
      label,
      budget.text,
      actual.text,
      perPerson?.text,
    ]);
    expect([answer.due, answer.attended]).toEqual([111, 93]); // one of 94 marks names nobody
    expect(heads).toEqual([
      ['师资费', '3,550.00', '3,550.00', '38.17'],
      ['培训场地费', '1,428.57', '0.00', '0.00'], // 20,000 ÷ 14 sessions
      ['培训资料费', '2,142.85', '752.00', '8.09'], // 30,000 ÷ 14; 94 × 8
      ['交通费', '1,142.85', '318.50', '3.42'], // 16,000 ÷ 14
      ['其他费用', '428.57', '0.00', '0.00'], // 6,000 ÷ 14
    ]);
    expect(answer.quota).toMatchObject({
      limit: { text: '25,575.00' }, // 93 × 0.5 × 550
      actual: { text: '1,070.50' },
      isOver: false,
    });
    const missing = answer.papers.filter(({ isThere }) => isThere === false);
    expect(missing.map(({ label }) => label)).toEqual([
      '培训通知',
      '签到表',
      '讲课费签收单',
      '票据',
    ]);
  });
});
