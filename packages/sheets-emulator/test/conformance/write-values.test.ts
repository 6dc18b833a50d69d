import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('values.update', () => {
  it('leaves cells alone for null and empties them for the empty text', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', 'b', 'c']]);
    const answer = await book.write('A1', [[null, '', 'C']]);
    expect(answer).toMatchObject({
      updatedRange: 'Sheet1!A1:C1',
      updatedRows: 1,
      updatedColumns: 2,
      updatedCells: 2,
    });
    expect(await book.shown('A1:C1')).toEqual([['a', '', 'C']]);
  });

  it('counts only rows and columns with an input: two corners of a block of 6 by 4', async () => {
    const book = await Workbook.create(target);
    const rows: unknown[][] = Array.from({ length: 6 }, () => [null, null, null, null]);
    rows[0] = ['x', null, null, null];
    rows[5] = [null, null, null, 'y'];
    expect(await book.write('A1', rows)).toEqual({
      spreadsheetId: book.id,
      updatedRange: 'Sheet1!A1:D6',
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 2,
    });
  });

  it('answers the range of the input, not the range asked for', async () => {
    const book = await Workbook.create(target);
    expect((await book.write('A1:B2', [['x', 'y']])).updatedRange).toBe('Sheet1!A1:B1');
    const block = Array.from({ length: 4 }, () => [1, 2, 3, 4]);
    expect((await book.write('A1', block)).updatedRange).toBe('Sheet1!A1:D4');
  });

  it('refuses input larger than a range of several cells and writes nothing', async () => {
    const book = await Workbook.create(target);
    expect(await refusal(book.write('Sheet1!A1:B1', [[1, 2, 3]]))).toEqual({
      status: 400,
      message: 'Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]',
    });
    expect(await refusal(book.write('Sheet1!A1:B1', [[1], [2]]))).toEqual({
      status: 400,
      message: 'Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]',
    });
    expect(await book.shown('Sheet1')).toEqual([]);
  });

  it('does not grow the grid', async () => {
    const book = await Workbook.create(target);
    const { status, message } = await refusal(book.write('Sheet1!A1000', [[1], [2]]));
    expect(status).toBe(400);
    expect(message).toContain('exceeds grid limits. Max rows: 1000, max columns: 26');
  });

  it('stores RAW text that looks like a formula or a number as text', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['=1+1', '0042', '2020-01-01']]);
    expect((await book.read('A1:C1', { valueRenderOption: 'UNFORMATTED_VALUE' })).values).toEqual([
      ['=1+1', '0042', '2020-01-01'],
    ]);
    expect(await book.cell('A1', 'userEnteredValue')).toEqual({
      userEnteredValue: { stringValue: '=1+1' },
    });
  });

  it.each([
    ['0042', 42, '42', undefined],
    ['42.01', 42.01, '42.01', undefined],
    ['2,000,000.01', 2000000.01, '2,000,000.01', { type: 'NUMBER', pattern: '#,##0.00' }],
    ['2020-01-01', 43831, '2020-01-01', { type: 'DATE', pattern: 'yyyy-mm-dd' }],
    ["'0042", '0042', '0042', undefined],
    ['3_1_0', '3_1_0', '3_1_0', undefined],
  ])('enters %s as a person would', async (input, stored, shown, numberFormat) => {
    const book = await Workbook.create(target);
    await book.write('A1', [[input]], 'USER_ENTERED');
    expect((await book.read('A1', { valueRenderOption: 'UNFORMATTED_VALUE' })).values).toEqual([
      [stored],
    ]);
    expect(await book.shown('A1')).toEqual([[shown]]);
    const { userEnteredFormat } = await book.cell('A1', 'userEnteredFormat');
    expect(userEnteredFormat?.numberFormat).toEqual(numberFormat);
  });

  it('wants an input option', async () => {
    const book = await Workbook.create(target);
    const call = book.sheets.spreadsheets.values.update({
      spreadsheetId: book.id,
      range: 'A1',
      requestBody: { values: [[1]] },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message: "'valueInputOption' is required but not specified",
    });
  });

  it('returns the new values on request', async () => {
    const book = await Workbook.create(target);
    const { data } = await book.sheets.spreadsheets.values.update({
      spreadsheetId: book.id,
      range: 'A1',
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      responseValueRenderOption: 'UNFORMATTED_VALUE',
      requestBody: { values: [['66.67%', 'x']] },
    });
    expect(data.updatedData).toEqual({
      range: 'Sheet1!A1:B1',
      majorDimension: 'ROWS',
      values: [[0.6667, 'x']],
    });
  });

  it('refuses a body range that differs from the range in the path', async () => {
    const book = await Workbook.create(target);
    const call = book.sheets.spreadsheets.values.update({
      spreadsheetId: book.id,
      range: 'Sheet1!B1',
      valueInputOption: 'RAW',
      requestBody: { range: 'Sheet1!B2', values: [[1]] },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message: "Request range[Sheet1!B1] does not match value's range[Sheet1!B2]",
    });
  });

  it('refuses values that are no list of lists, before it looks at the range', async () => {
    const book = await Workbook.create(target);
    const call = book.sheets.spreadsheets.values.update({
      spreadsheetId: book.id,
      range: 'no such sheet!A1',
      valueInputOption: 'RAW',
      requestBody: { values: 'X' as unknown as unknown[][] },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message: `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "X"`,
    });
  });
});

describe('values.batchUpdate', () => {
  it('counts rows and columns once over all ranges', async () => {
    const book = await Workbook.create(target);
    const { data } = await book.sheets.spreadsheets.values.batchUpdate({
      spreadsheetId: book.id,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'A1', values: [[1, 2, 3, 4]] },
          { range: 'A5', values: [[1, 2, 3, 4]] },
        ],
      },
    });
    expect(data).toMatchObject({
      totalUpdatedRows: 2,
      totalUpdatedColumns: 4,
      totalUpdatedCells: 8,
      totalUpdatedSheets: 1,
    });
    expect(data.responses?.map((one) => one.updatedRange)).toEqual([
      'Sheet1!A1:D1',
      'Sheet1!A5:D5',
    ]);
  });

  it('names the part that is wrong and writes nothing', async () => {
    const book = await Workbook.create(target);
    const call = book.sheets.spreadsheets.values.batchUpdate({
      spreadsheetId: book.id,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'A1', values: [[1]] },
          { range: 'Nowhere!A1', values: [[1]] },
        ],
      },
    });
    expect(await refusal(call)).toEqual({
      status: 400,
      message: 'Invalid data[1]: Unable to parse range: Nowhere!A1',
    });
    expect(await book.shown('Sheet1')).toEqual([]);
  });
});
