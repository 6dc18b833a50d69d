import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localIt, openTarget, type Target } from './support/target';
import { refusal, Workbook } from './support/workbook';
import { range } from '../support/grid-range';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

const formulas = { valueRenderOption: 'FORMULA' };

describe('autoFill', () => {
  const down = (
    fillLength: number,
    [startRow, endRow]: readonly [number, number],
    useAlternateSeries = false,
  ) => ({
    autoFill: {
      useAlternateSeries,
      sourceAndDestination: {
        source: range(startRow, endRow, 0, 1),
        dimension: 'ROWS',
        fillLength,
      },
    },
  });

  it.each<[string, unknown[], unknown[], boolean?]>([
    ['repeats one number', [5], [5, 5, 5, 5]],
    ['counts from one number as the alternate', [5], [5, 6, 7, 8], true],
    ['goes on with numbers', [1, 3], [1, 3, 5, 7, 9]],
    ['repeats numbers as the alternate', [1, 3], [1, 3, 1, 3, 1], true],
    ['repeats texts', ['a', 'b'], ['a', 'b', 'a', 'b', 'a']],
    [
      'goes on with numbered texts',
      ['第08讲', '第09讲'],
      ['第08讲', '第09讲', '第08讲', '第09讲', '第08讲'],
    ],
    ['keeps leading zeros', ['P-008', 'P-009'], ['P-008', 'P-009', 'P-010', 'P-011', 'P-012']],
    ['counts from one numbered text', ['Room 9'], ['Room 9', 'Room 10', 'Room 11', 'Room 12']],
    ['repeats truth', [true], [true, true, true, true]],
  ])('%s', async (_name, source, filled, alternate = false) => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      source.map((value) => [value]),
    );
    await book.batch(down(3, [0, source.length], alternate));
    const { values } = await book.read('A1:A9', { valueRenderOption: 'UNFORMATTED_VALUE' });
    expect(values).toEqual(filled.map((value) => [value]));
  });

  it('goes on with days in their format, and upwards too', async () => {
    const book = await Workbook.create(target);
    await book.write('A3', [['2026-11-27']], 'USER_ENTERED');
    await book.batch(down(2, [2, 3]), down(-2, [2, 3]));
    expect(await book.shown('A1:A5')).toEqual([
      ['2026-11-25'],
      ['2026-11-26'],
      ['2026-11-27'],
      ['2026-11-28'],
      ['2026-11-29'],
    ]);
  });

  it('carries formulas along', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [['=B1*$C$1', 1, 10]], 'USER_ENTERED');
    await book.batch(down(2, [0, 1]));
    expect((await book.read('A1:A3', formulas)).values).toEqual([
      ['=B1*$C$1'],
      ['=B2*$C$1'],
      ['=B3*$C$1'],
    ]);
  });

  it('finds in a range what it is to go on with', async () => {
    const book = await Workbook.create(target);
    await book.write('A1', [
      [1, 'a'],
      [2, 'b'],
    ]);
    await book.write('D5', [[7], [8]]);
    await book.batch(
      { autoFill: { range: range(0, 4, 0, 2) } },
      { autoFill: { range: range(4, 6, 1, 4), useAlternateSeries: true } },
    );
    expect(await book.shown('A1:D6')).toEqual([
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'a'],
      ['4', 'b'],
      ['', '5', '6', '7'],
      ['', '6', '7', '8'],
    ]);
  });

  localIt.each<[string, unknown[]]>([
    ['autoFill of numbers that are not evenly spaced', [1, 2, 4]],
    ['autoFill of the names of days and months', ['Monday']],
    ['autoFill of numbers and texts together', [1, 'a']],
    ['autoFill of numbered texts below 0', ['A2', 'A1']],
  ])('refuses %s', async (what, source) => {
    const book = await Workbook.create(target);
    await book.write(
      'A1',
      source.map((value) => [value]),
    );
    expect(await refusal(book.batch(down(3, [0, source.length])))).toEqual({
      status: 501,
      message: `not emulated: ${what}`,
    });
  });

  it('does not reach over the edge', async () => {
    const book = await Workbook.create(target);
    expect((await refusal(book.batch(down(-1, [0, 1])))).status).toBe(400);
    expect((await refusal(book.batch(down(1000, [0, 1])))).status).toBe(400);
  });
});

describe('randomizeRange', () => {
  it('keeps rows whole and loses none', async () => {
    const book = await Workbook.create(target);
    const rows = Array.from({ length: 40 }, (_, index) => [index, `=A${index + 1}+100`]);
    await book.write('A1', rows, 'USER_ENTERED');
    await book.write('A41', [['outside']]);
    await book.batch({ randomizeRange: { range: range(0, 40, 0, 2) } });
    const { values = [] } = await book.read('A1:B41', { valueRenderOption: 'UNFORMATTED_VALUE' });
    const numbers = (values ?? []).slice(0, 40).map((row) => Number(row[0]));
    expect(values?.[40]).toEqual(['outside']);
    expect((values ?? []).slice(0, 40)).toEqual(numbers.map((number) => [number, number + 100]));
    expect([...numbers].sort((left, right) => left - right)).toEqual(
      rows.map(([number]) => number),
    );
    // One chance in 40! that it is in order all the same.
    expect(numbers).not.toEqual(rows.map(([number]) => number));
  });
});
