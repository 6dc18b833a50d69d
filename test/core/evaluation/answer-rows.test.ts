import { describe, expect, test } from '@jest/globals';
import { readAnswerRows } from '#core/evaluation/answer-rows';
import { aWorkbook } from '#test/support/builders/tables';

const scores = { score1: 5, score2: 4, score3: 3, score4: 2, score5: 1 };
const named = (memberId: string, sessionId = 'S01') => ({ sessionId, ...scores, memberId });
const sealed = (words: string, sessionId = 'S01') => ({ sessionId, sealed: words });

describe('the rows of the evaluations tab', () => {
  /** Readable and sealed answers of S01, and rows left out. */
  test.each([
    ['a person’s second answer', [named('R001'), named('R001'), named('R002')], [2, 0, 1]],
    ['a person’s answers to two sessions', [named('R001'), named('R001', 'S02')], [1, 0, 0]],
    [
      'two copies of a sealed answer',
      [sealed('a'), sealed('b'), sealed('a'), sealed('a')],
      [0, 2, 2],
    ],
    ['the same words in another session', [sealed('a'), sealed('a', 'S02')], [0, 1, 0]],
    ['a row without a session', [{ ...scores }, named('R001')], [1, 0, 1]],
    ['a score missing', [{ ...named('R001'), score3: null }], [0, 0, 1]],
  ])('with %s', (_, evaluations, counted) => {
    const rows = readAnswerRows(aWorkbook({ evaluations }));
    expect([
      rows.readable.get('S01')?.length ?? 0,
      rows.sealed.get('S01')?.length ?? 0,
      rows.leftOut,
    ]).toEqual(counted);
  });

  test('name the row of a sealed answer and those of its copies', () => {
    const evaluations = [sealed('a'), sealed('b'), sealed('a')];
    expect(readAnswerRows(aWorkbook({ evaluations })).sealed.get('S01')).toEqual([
      { row: 2, sealed: 'a', copies: [4] },
      { row: 3, sealed: 'b', copies: [] },
    ]);
  });
});
