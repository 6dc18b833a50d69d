import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { CellCodes } from '#core/workbook/cell-codes';
import type { Cell } from '#core/workbook/table';

const cell = fc.oneof(
  fc.constantFrom<Cell | undefined>('R001', 'R002', '1', '', 1, 0, 0.6, true, false, null),
  fc.constant(undefined),
  fc.double({ noNaN: true }),
  fc.nat(2000).map((minute) => minute / 1440),
  fc.string({ maxLength: 2 }),
);

/** Numbers the distinct cells in the order in which they come, and keeps what it was asked. */
function counting() {
  const asked: (Cell | undefined)[] = [];
  return { asked, codes: new CellCodes((one) => asked.push(one) - 1) };
}

describe('the codes of cells', () => {
  test('are those of a Map, and each distinct cell is judged once', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), (cells) => {
        const { codes, asked } = counting();
        const expected = new Map<Cell | undefined, number>();
        for (const one of cells) {
          if (!expected.has(one)) expected.set(one, expected.size);
          expect(codes.of(one)).toBe(expected.get(one));
        }
        expect(asked).toHaveLength(expected.size);
      }),
    );
  });

  it('tell a number from the text that looks like it', () => {
    const { codes } = counting();
    expect([codes.of('1'), codes.of(1), codes.of('1'), codes.of(1)]).toEqual([0, 1, 0, 1]);
  });

  it('keep more different numbers apart than are held ready', () => {
    const { codes } = counting();
    const numbers = Array.from({ length: 2000 }, (_, index) => index + 0.25);
    expect(numbers.map((one) => codes.of(one))).toEqual(numbers.map((_, index) => index));
    expect(codes.of(0.25)).toBe(0);
  });

  it('stay right when the order in which cells follow each other changes', () => {
    const { codes } = counting();
    const order = ['a', 'b', 'c', 'a', 'c', 'b', 'a', 'b', 'b', 'c'];
    expect(order.map((one) => codes.of(one))).toEqual([0, 1, 2, 0, 2, 1, 0, 1, 1, 2]);
  });
});
