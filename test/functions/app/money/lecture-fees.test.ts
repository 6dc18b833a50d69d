import { describe, expect, it, test } from '@jest/globals';
import type { FeeConfirmed, FeePreview, FeeSheet } from '#core/contract/lecture-fees';
import { toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { TABS } from '#core/workbook/tabs/index';
import type { Tables } from '#core/workbook/table';
import { AppError } from '#functions/errors';
import { anApplication, type TestApplication } from '#test/support/application';
import { aBudgetLine, anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const ROLES = [{ email: 'clerk@example.org', role: 'clerk' as const }];
type Rows = Parameters<typeof aWorkbook>[0];
const tables = (rows: Rows = {}): Tables =>
  aWorkbook({
    roles: ROLES,
    speakers: [aSpeaker()],
    schedule: [aSession({ state: 'held' })],
    budget: [aBudgetLine()],
    ...rows,
  });

/** Monday 9 March 2026 in Shanghai: three days after the session. */
const app = (rows: Rows = {}): TestApplication => {
  const made = anApplication(tables(rows));
  made.setNow('2026-03-09T01:00:00Z');
  return made;
};
const preview = async (on: TestApplication, choice: object = {}): Promise<FeePreview> =>
  (await on.call('lectureFees', { action: 'preview', ...choice })) as FeePreview; // a preview was asked for
const confirm = async (on: TestApplication, fingerprint: string, choice: object = {}) =>
  (await on.call('lectureFees', {
    action: 'confirm',
    sessionId: 'S01',
    fingerprint,
    ...choice,
  })) as FeeConfirmed; // a confirmation was asked for
const cell = (row: readonly unknown[] | undefined, column: keyof typeof TABS.expenses.columns) =>
  row?.[Object.keys(TABS.expenses.columns).indexOf(column)];
const rules = ({ findings }: FeePreview): string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('lectureFees preview', () => {
  it('works the fee out and writes nothing', async () => {
    const on = app();
    expect(await preview(on)).toMatchObject({
      session: { id: 'S01', title: '区域经济协调发展' },
      speaker: { name: '陆明哲', title: '正高' },
      net: { cents: 3000_00, text: '3,000.00' },
      gross: { cents: 3550_00, text: '3,550.00' },
      tax: { cents: 550_00, text: '550.00' },
      earlierInMonth: 0,
      banner: null,
      recorded: null,
      findings: [],
      canConfirm: true,
    });
    expect(on.workbook.applied).toEqual([]);
  });

  test.each([
    ['over the cap', { perHourCents: 1200_00 }, ['V12 error']],
    ['by the old half-day price', { perHourCents: 2000_00 }, ['V12 error', 'V20 error']],
    ['below the cap', { perHourCents: 800_00 }, []],
  ])('evaluates a standard %s', async (_, choice, expected) => {
    expect(rules(await preview(app(), choice))).toEqual(expected);
  });

  it('lets the fee of a lecturer from out of town be raised within the local rule, with an approval number', async () => {
    const standards = [
      aStandard(),
      aStandard({ item: 'farUplift', scope: null, value: 0.5 }),
      aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
    ];
    const speakers = [aSpeaker({ farAway: true })];
    const raised = { perHourCents: 1500_00 };
    const approved = { ...raised, approvalNumber: '云组审〔2026〕9号' };
    const far = app({ standards, speakers });
    expect(rules(await preview(far, raised))).toEqual(['V21 warning']);
    expect(rules(await preview(far, approved))).toEqual([]);
    expect(rules(await preview(far, { ...approved, perHourCents: 1500_01 }))).toEqual([
      'V21 warning',
    ]);
    expect(rules(await preview(app({ standards }), approved))).toEqual(['V12 error']);
  });

  it('warns of a fee for a leader of the district that nobody approved', async () => {
    const speakers = [aSpeaker({ titleLevel: 'localLeader' })];
    const choice = { sessionId: 'S01', perHourCents: 300_00 };
    expect(rules(await preview(app({ speakers }), choice))).toEqual(['V19 warning']);
  });

  it('V17 warns of a payment of an earlier day than one booked already, and books it with the tax of both', async () => {
    const two = {
      net: toCents(2000_00),
      gross: toCents(2300_00),
      tax: toCents(300_00),
      amount: toCents(2300_00),
    };
    const schedule = [
      aSession({ state: 'held', taughtHours: 2 }),
      aSession({
        id: 'S02',
        number: 2,
        date: toDay('2026-03-13'),
        title: '数字政府建设',
        state: 'held',
        taughtHours: 2,
      }),
    ];
    const expenses = [anExpense({ ...two, sessionId: 'S02', date: toDay('2026-03-20') })];
    const on = app({ schedule, expenses });
    on.setNow('2026-03-20T01:00:00Z');
    const choice = { sessionId: 'S01', paidOn: '2026-03-09' };
    const shown = await preview(on, choice);
    expect([rules(shown), shown.canConfirm, shown.gross.text, shown.tax.text]).toEqual([
      ['V17 warning'],
      true,
      '2,461.90',
      '461.90',
    ]);
    expect(await confirm(on, shown.fingerprint, choice)).toMatchObject({
      outcome: 'written',
      tax: { text: '461.90' },
    });
    const again = await preview(on, choice);
    expect(rules(again)).toEqual([]);
  });

  it('has the same fingerprint while nothing changes and another one when the cap does', async () => {
    const first = await preview(app());
    const again = await preview(app());
    const standards = [
      aStandard({ value: 900 }),
      aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
    ];
    expect(again.fingerprint).toBe(first.fingerprint);
    expect((await preview(app({ standards }))).fingerprint).not.toBe(first.fingerprint);
  });

  it('is not changed by a cap that holds from next year', async () => {
    const coming = aStandard({ value: 1500, from: toDay('2027-01-01') });
    const usual = [aStandard(), aStandard({ item: 'halfDayHours', scope: null, value: 4 })];
    const before = await preview(app({ standards: usual }));
    const after = await preview(app({ standards: [coming, ...usual] }));
    expect(after.steps).toEqual(before.steps);
  });

  it('refuses a day that does not exist and a session that nobody entered', async () => {
    await expect(preview(app(), { paidOn: '2026-02-30' })).rejects.toMatchObject({
      refusal: 'badDay',
    });
    await expect(preview(app(), { sessionId: 'S77' })).rejects.toMatchObject({
      refusal: 'noFeeSession',
    });
  });
});

describe('lectureFees confirm', () => {
  it('writes the expense, the log and the payment sheet in one step', async () => {
    const on = app({
      expenses: [
        anExpense({
          id: 'E041',
          sessionId: null,
          payee: '云溪印务社',
          head: 'materials',
          net: null,
          gross: null,
          tax: null,
          amount: toCents(500_00),
        }),
      ],
    });
    const { fingerprint } = await preview(on);
    const done = await confirm(on, fingerprint);
    expect(done).toMatchObject({
      outcome: 'written',
      expenseId: 'E042',
      gross: { text: '3,550.00' },
      tax: { text: '550.00' },
      tab: { title: '报表-讲课费发放表' },
    });
    const row = on.workbook.rowsOf('expenses')[1];
    const values = (
      ['id', 'sessionId', 'head', 'payee', 'net', 'gross', 'tax', 'amount', 'taxBasis'] as const
    ).map((column) => cell(row, column));
    expect(values).toEqual(['E042', 'S01', '师资费', '陆明哲', 3000, 3550, 550, 3550, '本月合并']);
    expect(on.workbook.rowsOf('log')).toEqual([
      [
        '2026-03-09 09:00:00 +08:00',
        'clerk@example.org',
        '讲课费入账',
        'E042 S01 陆明哲',
        '',
        '3,000.00 / 3,550.00 / 550.00 (市财行〔2017〕8号)',
      ],
    ]);
    expect(await on.workbook.readLease()).toBeNull();
  });

  it('writes nothing the second time and says so', async () => {
    const on = app();
    const { fingerprint } = await preview(on);
    await confirm(on, fingerprint);
    const again = await confirm(on, fingerprint);
    expect(again).toMatchObject({ outcome: 'alreadyRecorded', expenseId: 'E001', tab: null });
    expect(on.workbook.rowsOf('expenses')).toHaveLength(1);
    expect(on.workbook.rowsOf('log')).toHaveLength(1);
    expect(await preview(on, { sessionId: 'S01' })).toMatchObject({
      recorded: { expenseId: 'E001', paidOn: '2026-03-09' },
      canConfirm: false,
    });
  });

  it('shows a fee that is booked as it was taxed: neither itself nor a later one is an earlier payment', async () => {
    const on = app({
      schedule: [
        aSession({ state: 'held' }),
        aSession({ id: 'S02', number: 2, state: 'held', date: toDay('2026-03-07') }),
      ],
    });
    for (const sessionId of ['S01', 'S02']) {
      const { fingerprint } = await preview(on, { sessionId });
      await on.call('lectureFees', { action: 'confirm', sessionId, fingerprint });
    }
    const booked = { action: 'preview', earlierInMonth: 0, canConfirm: false } as const;
    const first = await preview(on, { sessionId: 'S01' });
    expect(first).toMatchObject({
      ...booked,
      gross: { text: '3,550.00' },
      net: { text: '3,000.00' },
    });
    expect(first.together.gross).toEqual(first.alone.gross);
    for (const month of ['03', '04']) {
      on.setNow(`2026-${month}-09T01:00:00Z`);
      const second = await preview(on, { sessionId: 'S02' });
      expect([second.earlierInMonth, second.gross.text]).toEqual([1, '3,592.86']);
    }
  });

  it('refuses when the choices or the workbook are not what the preview showed', async () => {
    const on = app();
    const { fingerprint } = await preview(on);
    const other = confirm(on, fingerprint, { perHourCents: 900_00 });
    await expect(other).rejects.toMatchObject({ refusal: 'feeOutdated' });
    expect(on.workbook.rowsOf('expenses')).toEqual([]);
  });

  it('refuses a fee over the cap, and one of nothing', async () => {
    const on = app();
    const over = { perHourCents: 1200_00 };
    const { fingerprint } = await preview(on, over);
    await expect(confirm(on, fingerprint, over)).rejects.toMatchObject({ refusal: 'feeBlocked' });
    const free = app({ speakers: [aSpeaker({ titleLevel: 'localLeader' })] });
    const shown = await preview(free, { sessionId: 'S01' });
    await expect(confirm(free, shown.fingerprint)).rejects.toMatchObject({
      refusal: 'nothingToPay',
    });
  });

  it('keeps why a fee was taxed apart from the month', async () => {
    const on = app();
    const apart = { taxBasis: 'separate', taxReason: '不同项目' };
    await confirm(on, (await preview(on, apart)).fingerprint, apart);
    const row = on.workbook.rowsOf('expenses')[0];
    expect([cell(row, 'taxBasis'), cell(row, 'taxReason')]).toEqual(['单独计税', '不同项目']);
    expect(on.workbook.rowsOf('log')[0]?.[6]).toBe('不同项目');
  });

  it('books one fee when two clerks confirm at once', async () => {
    const on = app();
    const { fingerprint } = await preview(on);
    const both = await Promise.allSettled([confirm(on, fingerprint), confirm(on, fingerprint)]);
    expect(on.workbook.rowsOf('expenses')).toHaveLength(1);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('leaves nothing half-written when the write breaks, and can be confirmed again', async () => {
    const on = app();
    const { fingerprint } = await preview(on);
    on.workbook.beforeApply = (count) => {
      if (count === 2) throw new AppError('workbookRefused');
    };
    await expect(confirm(on, fingerprint)).rejects.toMatchObject({ refusal: 'workbookRefused' });
    expect(on.workbook.rowsOf('expenses')).toEqual([]);
    on.workbook.beforeApply = () => undefined;
    on.setNow('2026-03-09T01:30:00Z');
    expect(await confirm(on, fingerprint)).toMatchObject({ outcome: 'written' });
  });
});

describe('lectureFees sheet', () => {
  const sheetOf = async (on: TestApplication): Promise<unknown[][]> => {
    await on.call('lectureFees', { action: 'sheet' });
    return on.workbook.rowsOf('report-lecture-fees');
  };

  it('lists the month’s payments and last the one to come, with totals in capital numerals', async () => {
    const schedule = [
      aSession({ state: 'held' }),
      aSession({
        id: 'S02',
        number: 2,
        date: toDay('2026-03-13'),
        state: 'held',
        title: '依法行政',
      }),
    ];
    const on = app({ schedule, expenses: [anExpense()] });
    on.setNow('2026-03-16T01:00:00Z');
    const answer = (await on.call('lectureFees', { action: 'sheet' })) as FeeSheet;
    expect(answer).toMatchObject({
      payments: 2,
      net: { text: '6,000.00' },
      gross: { text: '7,142.86' },
      tax: { text: '1,142.86' },
    });
    const rows = on.workbook.rowsOf('report-lecture-fees');
    const start = rows.findIndex((row) => row[0] === '序号');
    expect(rows.slice(start)).toEqual([
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
        1,
        46087,
        '区域经济协调发展',
        '陆明哲',
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
        'E001',
      ],
      [
        2,
        2,
        46094,
        '依法行政',
        '陆明哲',
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
        '待确认',
      ],
      ['合计', '', '', '', '', '', '', '', 6000, 7142.86, '', '', '', 1142.86],
      ['', '', '', '税后合计（大写）：人民币陆仟元整'],
      ['', '', '', '税前合计（大写）：人民币柒仟壹佰肆拾贰元捌角陆分'],
      [],
      ['', '', '', '经办：　　　　　　　　　　　　　　审核：　　　　　　　　　　　　　　审批：'],
    ]);
  });

  it('of last year stays as it was when a new cap holds this year', async () => {
    const usual = [aStandard(), aStandard({ item: 'halfDayHours', scope: null, value: 4 })];
    const coming = aStandard({
      value: 2000,
      documentNumber: '市财行〔2027〕1号',
      from: toDay('2027-01-01'),
    });
    const before = await sheetOf(app({ standards: usual }));
    const after = await sheetOf(app({ standards: [coming, ...usual] }));
    expect(after).toEqual(before);
  });

  it('says when only the central model gives the cap, and keeps no numbers of people', async () => {
    const standards = [
      aStandard({ level: 'central', documentNumber: '财行〔2016〕540号', confirmedBy: null }),
    ];
    const text = (await sheetOf(app({ standards }))).flat().join('\n');
    expect(text).toContain('财行〔2016〕540号是中央标准，仅作参照');
    expect(text).toContain('身份证号和银行卡号不存入工作簿');
  });
});
