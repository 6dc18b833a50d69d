import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ContainedEngine } from '#src/formulas/contained-engine';
import type { EngineInput, FormulaEngine } from '#src/formulas/formula-engine';
import { aSpreadsheet } from '#test/support/a-spreadsheet';

/** Gives 1 for each formula; one with BREAK makes it fail, and from then on every calculation. */
function brittleEngine(): FormulaEngine {
  let isBroken = false;
  return {
    knows: () => true,
    calculate({ formulas }) {
      const all = [...formulas].flatMap(([sheetId, cells]) =>
        cells.map((cell) => ({ sheetId, ...cell })),
      );
      isBroken ||= all.some(({ formula }) => formula.includes('BREAK'));
      if (isBroken) return Promise.reject(new Error('broken'));
      const results = all.map(({ sheetId, row, column }) => {
        return { sheetId, row, column, result: { value: 1 } };
      });
      return Promise.resolve({ results, spills: [] });
    },
  };
}

const input = (...texts: string[]): EngineInput => ({
  spreadsheet: aSpreadsheet(),
  formulas: new Map([[0, texts.map((formula, row) => ({ row, column: 0, formula }))]]),
  stored: new Set(),
  clock: 46_000,
});

let created: number;
let engine: ContainedEngine;
beforeEach(() => {
  created = 0;
  engine = new ContainedEngine(() => {
    created++;
    return Promise.resolve(brittleEngine());
  });
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const rowsOf = (places: readonly { readonly row: number }[]) => places.map(({ row }) => row);

describe('a formula that breaks the engine', () => {
  it('takes no other formula with it, nor those of the next calculation', async () => {
    const output = await engine.calculate(
      input('=1', '=2', '=BREAK()', '=4', '=5', '=BREAK()', '=7'),
    );
    expect(rowsOf(output.results)).toEqual([0, 1, 3, 4, 6]);
    expect(rowsOf(output.failed)).toEqual([2, 5]);
    const next = await engine.calculate(input('=215*12'));
    expect(rowsOf(next.results)).toEqual([0]);
    expect(next.failed).toEqual([]);
  });

  it('is found among ten thousand with few new engines', async () => {
    const texts = Array.from({ length: 10_000 }, (_, row) => (row === 7777 ? '=BREAK()' : '=1'));
    const output = await engine.calculate(input(...texts));
    expect(rowsOf(output.failed)).toEqual([7777]);
    expect(output.results).toHaveLength(9999);
    expect(created).toBeLessThan(20);
  });

  it('leaves calculations that wait meanwhile unharmed', async () => {
    const [first, second] = await Promise.all([
      engine.calculate(input('=BREAK()')),
      engine.calculate(input('=1', '=2')),
    ]);
    expect(rowsOf(first.failed)).toEqual([0]);
    expect(rowsOf(second.results)).toEqual([0, 1]);
  });

  it('ends the search at some time when very many break it', async () => {
    const output = await engine.calculate(input(...Array.from({ length: 1000 }, () => '=BREAK()')));
    expect(output.failed).toHaveLength(1000);
    expect(created).toBeLessThan(110);
  });
});
