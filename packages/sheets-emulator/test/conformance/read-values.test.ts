import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

describe('values.get', () => {
  it('cuts trailing empty rows and cells and keeps inner ones', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', '', 'c', ''], [], ['', 'b']]);
    expect(await book.read('Sheet1')).toEqual({
      range: 'Sheet1!A1:Z1000',
      majorDimension: 'ROWS',
      values: [['a', '', 'c'], [], ['', 'b']],
    });
  });

  it('has no values key when the range is empty', async () => {
    const book = await Workbook.create(target);
    expect(await book.read('B2:C3')).toEqual({ range: 'Sheet1!B2:C3', majorDimension: 'ROWS' });
  });

  it('turns columns into rows on request, then cuts', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', 'b'], ['c']]);
    const { values } = await book.read('A1:D4', { majorDimension: 'COLUMNS' });
    expect(values).toEqual([['a', 'c'], ['b']]);
  });

  it('renders values formatted, unformatted and as formulas', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [[1, 1.45, true, '2020-01-01', '66.67%', 'text']], 'USER_ENTERED');
    const read = async (valueRenderOption: string, dateTimeRenderOption?: string) =>
      (
        await book.read('A1:F1', {
          valueRenderOption,
          ...(dateTimeRenderOption && { dateTimeRenderOption }),
        })
      ).values;
    expect(await read('FORMATTED_VALUE')).toEqual([
      ['1', '1.45', 'TRUE', '2020-01-01', '66.67%', 'text'],
    ]);
    expect(await read('UNFORMATTED_VALUE')).toEqual([[1, 1.45, true, 43831, 0.6667, 'text']]);
    expect(await read('UNFORMATTED_VALUE', 'FORMATTED_STRING')).toEqual([
      [1, 1.45, true, '2020-01-01', 0.6667, 'text'],
    ]);
    expect(await read('FORMULA')).toEqual([[1, 1.45, true, 43831, 0.6667, 'text']]);
  });

  it('clips a range that ends outside the grid and refuses one that starts outside', async () => {
    const book = await Workbook.create(target);
    expect((await book.read('A2:J10001')).range).toBe('Sheet1!A2:J1000');
    expect(await refusal(book.read('Sheet1!A1001:B'))).toEqual({
      status: 400,
      message: 'Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26',
    });
  });

  it('keeps the asked order in batchGet', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['a', 'b']]);
    const { data } = await book.sheets.spreadsheets.values.batchGet({
      spreadsheetId: book.id,
      ranges: ['B1', 'A1'],
    });
    expect(data).toEqual({
      spreadsheetId: book.id,
      valueRanges: [
        { range: 'Sheet1!B1', majorDimension: 'ROWS', values: [['b']] },
        { range: 'Sheet1!A1', majorDimension: 'ROWS', values: [['a']] },
      ],
    });
  });
});
