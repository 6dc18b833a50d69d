import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRate } from '#core/attendance/rate';
import {
  byContent,
  readSealedText,
  toScores,
  writeSealedText,
  type Answer,
} from '#core/evaluation/answer';
import { byMean, figuresOf, hundredthsOf, tenthsOfPoints } from '#core/evaluation/figures';

const anAnswer = (scores: Answer['scores'], comment: string | null = null): Answer => ({
  scores,
  comment,
});

const ANSWERS = [anAnswer([5, 5, 5, 5, 5]), anAnswer([4, 4, 4, 4, 4]), anAnswer([5, 4, 3, 2, 1])];

const scores = fc.tuple(
  ...Array.from({ length: 5 }, () => fc.integer({ min: 1, max: 5 })),
) as fc.Arbitrary<[number, number, number, number, number]>;
const answers = fc.array(fc.record({ scores, comment: fc.option(fc.string({ maxLength: 20 })) }), {
  minLength: 1,
  maxLength: 30,
});

describe('the figures of three answers', () => {
  const figures = figuresOf(ANSWERS);

  test('have a mean for each item and over all', () => {
    expect(figures.items.map(hundredthsOf)).toEqual([467, 433, 400, 367, 333]);
    expect(hundredthsOf(figures.overall)).toBe(400);
    expect(tenthsOfPoints(figures.overall)).toBe(800);
  });

  test('count satisfied and excellent scores of all scores', () => {
    expect(figures.satisfied).toEqual({ numerator: 12, denominator: 15 });
    expect(formatRate(figures.satisfied)).toBe('80.0%');
    expect(figures.excellent).toEqual({ numerator: 6, denominator: 15 });
    expect(formatRate(figures.excellent)).toBe('40.0%');
  });
});

test('without answers there is no mean and no rate', () => {
  const { overall, satisfied } = figuresOf([]);
  expect([hundredthsOf(overall), tenthsOfPoints(overall), formatRate(satisfied)]).toEqual([
    null,
    null,
    '—',
  ]);
});

test.each([
  // 4.125 and 82.5; 4.005 and 80.1; 3.995 and 79.9: half goes up
  [{ sum: 33, count: 8 }, 413, 825],
  [{ sum: 801, count: 200 }, 401, 801],
  [{ sum: 799, count: 200 }, 400, 799],
  [{ sum: 13, count: 3 }, 433, 867],
])('a mean of %j is rounded half up', (mean, hundredths, points) => {
  expect([hundredthsOf(mean), tenthsOfPoints(mean)]).toEqual([hundredths, points]);
});

test('the order of answers is irrelevant, and sorting by content loses it', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const reversed = given.toReversed();
      expect(figuresOf(reversed)).toEqual(figuresOf(given));
      expect(reversed.toSorted(byContent)).toEqual(given.toSorted(byContent));
    }),
  );
});

test('means are compared exactly', () => {
  expect(byMean({ sum: 1, count: 3 }, { sum: 2, count: 6 })).toBe(0);
  expect(byMean({ sum: 41, count: 10 }, { sum: 40, count: 10 })).toBeLessThan(0);
});

test('what is sealed is read back as it was', () => {
  fc.assert(
    fc.property(answers, ([answer]) => {
      const promised = { answer: answer as Answer, least: 5 };
      expect(readSealedText(writeSealedText(promised))).toEqual(promised);
    }),
  );
});

test.each([
  ['no JSON', 'x'],
  ['a score beyond the limits', '[[6,5,5,5,5],null,5]'],
  ['a part of a score', '[[4.5,5,5,5,5],null,5]'],
  ['four scores', '[[5,5,5,5],null,5]'],
  ['no promise', '[[5,5,5,5,5],null]'],
])('%s is no answer', (_, words) => {
  expect(readSealedText(words)).toBeNull();
});

test.each([
  [
    [5, 4, 3, 2, 1],
    [5, 4, 3, 2, 1],
  ],
  [[5, 4, 3, 2], null],
  [[5, 4, 3, 2, null], null],
  [[5, 4, 3, 2, 0], null],
  [[5, 4, 3, 2, 1, 1], null],
])('the scores %j are read as %j', (given, read) => {
  expect(toScores(given)).toEqual(read);
});
