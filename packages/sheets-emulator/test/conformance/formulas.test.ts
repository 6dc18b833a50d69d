import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { sheets_v4 } from '#test/support/sheets-client';
import { localIt, openTarget, type Target } from './support/target';
import { Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };

describe('formulas', () => {
  it.each([
    ['= 1 / 1024', '0.0009765625', 1 / 1024],
    ['=4/2', '2', 2],
    ['=1/3', '0.3333333333', 1 / 3],
    ['="a"&"b"', 'ab', 'ab'],
    ['=1=1', 'TRUE', true],
    ['=SUM(1,2,3)', '6', 6],
    ['=ROUND(2.345, 2)', '2.35', 2.35],
    ['=IF(1>2,"x","y")', 'y', 'y'],
    ['=IFERROR(1/0, "none")', 'none', 'none'],
    ['=TEXT(0.5, "0%")', '50%', '50%'],
    ['=DATE(2020,1,1)', '1/1/2020', 43831],
    ['=LEN("四个字")', '3', 3],
    ['=TIME(10,30,0)', '10:30:00 AM', 0.4375],
    ['=HYPERLINK("https://example.org/", "a label")', 'a label', 'a label'],
    ['=HYPERLINK("https://example.org/")', 'https://example.org/', 'https://example.org/'],
    ['=LEN(HYPERLINK("https://example.org/", "a label"))', '7', 7],
  ])('%s shows %s', async (formula, shown, value) => {
    const book = await Workbook.create(target);
    await book.write('A1', [[formula]], 'USER_ENTERED');
    expect(await book.shown('A1')).toEqual([[shown]]);
    expect((await book.read('A1', unformatted)).values).toEqual([[value]]);
  });

  it.each([
    ['=5.5551+6.667', '12.2221', 12.222100000000001],
    ['=0.1+0.2', '0.3', 0.30000000000000004],
    ['=1-0.9', '0.1', 0.09999999999999998],
    ['=1.1*1.1', '1.21', 1.2100000000000002],
    ['=0.3/0.1', '3', 2.9999999999999996],
    ['=SUM(0.1, 0.2)', '0.3', 0.30000000000000004],
    ['=SUMPRODUCT({1.1,1}, {1.1,0})', '1.21', 1.2100000000000002],
    ['=0.1+"0.2"', '0.3', 0.30000000000000004],
    // Rounding is what makes them decimals again.
    ['=ROUND(1.1*1.1, 2)', '1.21', 1.21],
    ['=ROUND(1.005, 2)', '1.01', 1.01],
  ])('%s is calculated in binary floating point', async (formula, shown, value) => {
    const book = await Workbook.create(target);
    await book.write('A1', [[formula]], 'USER_ENTERED');
    expect(await book.shown('A1')).toEqual([[shown]]);
    expect((await book.read('A1', unformatted)).values).toEqual([[value]]);
  });

  it('that give no number say why', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['=1/0', '=1+"x"', '=1E300*1E300']], 'USER_ENTERED');
    expect(await book.shown('A1:C1')).toEqual([['#DIV/0!', '#VALUE!', '#NUM!']]);
  });

  it('are kept as text apart from their results', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [[1, '=a1+1']], 'USER_ENTERED');
    expect((await book.read('A1:B1', { valueRenderOption: 'FORMULA' })).values).toEqual([
      [1, '=A1+1'],
    ]);
    expect(await book.cell('B1', 'userEnteredValue,effectiveValue,formattedValue')).toEqual({
      userEnteredValue: { formulaValue: '=A1+1' },
      effectiveValue: { numberValue: 2 },
      formattedValue: '2',
    });
  });

  it('link to what HYPERLINK names', async () => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      [['=HYPERLINK("https://example.org/", "a label")', '=A1&"!"']],
      'USER_ENTERED',
    );
    expect(await book.cell('A1', 'hyperlink,effectiveValue')).toEqual({
      hyperlink: 'https://example.org/',
      effectiveValue: { stringValue: 'a label' },
    });
    expect(await book.shown('B1')).toEqual([['a label!']]);
  });

  it('follow their inputs, across sheets and through names', async () => {
    const book = await Workbook.create(target, {
      sheets: [
        { properties: { title: 'Rates', sheetId: 1 } },
        { properties: { title: 'Fees 2026' } },
      ],
      namedRanges: [
        {
          name: 'Hour',
          range: {
            sheetId: 1,
            startRowIndex: 0,
            endRowIndex: 1,
            startColumnIndex: 0,
            endColumnIndex: 1,
          },
        },
      ],
    });
    await book.write('Rates!A1', [[500]]);
    await book.write("'Fees 2026'!A1", [['=Rates!A1*2', '=Hour*3', '=SUM(A1:B1)']], 'USER_ENTERED');
    expect(await book.shown("'Fees 2026'!A1:C1")).toEqual([['1000', '1500', '2500']]);
    await book.write('Rates!A1', [[100]]);
    expect(await book.shown("'Fees 2026'!A1:C1")).toEqual([['200', '300', '500']]);
  });

  it.each([
    ['=1/0', '#DIV/0!', 'DIVIDE_BY_ZERO'],
    ['=NA()', '#N/A', 'N_A'],
    ['=FROBNICATE(1)', '#NAME?', 'NAME'],
    ['=A1+"x"', '#VALUE!', 'VALUE'],
    ['=SUM(1', '#ERROR!', 'ERROR'],
  ])('%s gives %s', async (formula, shown, type) => {
    const book = await Workbook.create(target);
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await book.write('B1', [[formula]], 'USER_ENTERED');
    warn.mockRestore();
    const cell = await book.cell('B1', 'effectiveValue.errorValue.type,formattedValue');
    expect(cell).toEqual({ effectiveValue: { errorValue: { type } }, formattedValue: shown });
  });

  it('that only repeat an empty cell show nothing', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['=C1', '=C1+1']], 'USER_ENTERED');
    expect(await book.shown('A1:B1')).toEqual([['', '1']]);
  });

  it('spread arrays over the cells below and beside, and take them back', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [[1], [2], [2]]);
    await book.write('C1', [['=UNIQUE(A1:A3)', '=ARRAYFORMULA(A1:A3*10)']], 'USER_ENTERED');
    expect(await book.shown('C1:D3')).toEqual([
      ['1', '10'],
      ['2', '20'],
      ['', '20'],
    ]);
    expect(await book.cell('D2', 'userEnteredValue,effectiveValue')).toEqual({
      effectiveValue: { numberValue: 20 },
    });
    await book.write('C1', [['', '']]);
    expect(await book.shown('C1:D3')).toEqual([]);
  });

  it('refuse to overwrite cells that an array would spill over', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['={1;2}'], ['in the way']], 'USER_ENTERED');
    expect(await book.shown('A1:A2')).toEqual([['#REF!'], ['in the way']]);
  });

  it.each<[string, sheets_v4.Schema$ExtendedValue, string]>([
    ['a text', { stringValue: 'in the way' }, 'in the way'],
    ['a formula', { formulaValue: '=1+1' }, '2'],
  ])(
    'give way to %s that updateCells enters where an array spilled over',
    async (_, value, text) => {
      const book = await Workbook.create(target);
      await book.write('A1', [['={1;2;3}']], 'USER_ENTERED');
      await book.batch({
        updateCells: {
          start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: value }] }],
          fields: 'userEnteredValue',
        },
      });
      expect(await book.shown('A1:A3')).toEqual([['#REF!'], [text]]);
      expect(await book.cell('A2', 'userEnteredValue')).toEqual({ userEnteredValue: value });
    },
  );

  it('leave no format of their result to the number that updateCells enters in their place', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['=DATE(2026,3,2)']], 'USER_ENTERED');
    await book.batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { numberValue: 5 }, note: 'typed' }] }],
        fields: 'userEnteredValue,note',
      },
    });
    expect(await book.shown('A1')).toEqual([['5']]);
  });

  it('are lost with the sheet they point at: in cells, drop-downs and colours', async () => {
    const book = await Workbook.create(target, {
      sheets: [
        { properties: { title: 'Here', sheetId: 1 } },
        { properties: { title: 'Going soon', sheetId: 2 } },
      ],
    });
    await book.write('Here!A1', [["='going soon'!B2+1", '=SUM(C1:C2)']], 'USER_ENTERED');
    const cell = {
      sheetId: 1,
      startRowIndex: 4,
      endRowIndex: 5,
      startColumnIndex: 0,
      endColumnIndex: 1,
    };
    const condition = (type: string, formula: string) => ({
      type,
      values: [{ userEnteredValue: formula }],
    });
    await book.batch(
      {
        setDataValidation: {
          range: cell,
          rule: { condition: condition('ONE_OF_RANGE', "='Going soon'!A1:A5") },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [cell],
            booleanRule: {
              condition: condition('CUSTOM_FORMULA', "=COUNTIF('Going soon'!A:A,A5)>0"),
              format: { textFormat: { bold: true } },
            },
          },
        },
      },
      { deleteSheet: { sheetId: 2 } },
    );
    expect((await book.read('Here!A1:B1', { valueRenderOption: 'FORMULA' })).values).toEqual([
      ['=#REF!+1', '=SUM(C1:C2)'],
    ]);
    expect(await book.shown('Here!A1:B1')).toEqual([['#REF!', '0']]);
    const { dataValidation } = await book.cell('Here!A5', 'dataValidation');
    expect(dataValidation?.condition?.values).toEqual([{ userEnteredValue: '=#REF!' }]);
    const [rule] = (await book.sheet('conditionalFormats.booleanRule')).conditionalFormats ?? [];
    expect(rule?.booleanRule?.condition?.values).toEqual([
      { userEnteredValue: '=COUNTIF(#REF!,A5)>0' },
    ]);
  });

  it('start with a plus too, even where a person meant a text', async () => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      [['+1+1', '+5', '+ a label', '+1 (555) 123-4567', '-x', "'+1+1"]],
      'USER_ENTERED',
    );
    expect(await book.shown('A1:F1')).toEqual([['2', '5', '#ERROR!', '#ERROR!', '-x', '+1+1']]);
    expect(await book.cell('A1', 'userEnteredValue')).toEqual({
      userEnteredValue: { formulaValue: '=+1+1' },
    });
  });

  it('keep their results in a copy of the sheet and shift with inserted rows', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [[1], [2], ['=SUM(A1:A2)']], 'USER_ENTERED');
    await book.batch({
      insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
    });
    await book.write('A2', [[10]]);
    expect(await book.shown('A1:A4')).toEqual([['1'], ['10'], ['2'], ['13']]);
  });
});

describe('formulas on the local server', () => {
  localIt('read the settable clock, in the zone of the spreadsheet', async () => {
    const book = await Workbook.create(target, { properties: { timeZone: 'Asia/Shanghai' } });
    await book.write('A1', [['=TODAY()', '=NOW()']], 'USER_ENTERED');
    // 2026-11-23T02:00Z is 10:00 in Shanghai.
    expect((await book.read('A1:B1', unformatted)).values).toEqual([[46349, 46349 + 10 / 24]]);
    expect(await book.shown('A1:B1')).toEqual([['11/23/2026', '11/23/2026 10:00:00']]);
  });

  localIt('say once which function is missing, and do not let IFERROR hide it', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      [['=IFERROR(QUERY(B1:B2,"select B"),"fine")', '=QUERY(B1:B2,"select B")']],
      'USER_ENTERED',
    );
    expect(await book.shown('A1:B1')).toEqual([['#NAME?', '#NAME?']]);
    const warnings = warn.mock.calls.flat();
    warn.mockRestore();
    expect(warnings).toEqual([
      'The formula function QUERY is not emulated: cells that use it show #NAME?.',
    ]);
  });
});
