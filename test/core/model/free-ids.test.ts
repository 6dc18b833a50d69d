import { expect, test } from '@jest/globals';
import { freeIds } from '#core/model/free-ids';

test.each([
  [[], ['E001', 'E002']],
  [['E007'], ['E008', 'E009']],
  [
    ['L013', 'L002'],
    ['L014', 'L015'],
  ],
  [['L999'], ['L1000', 'L1001']],
  [
    ['A1', '2026-07'],
    ['2026-08', '2026-09'],
  ],
  [
    [undefined, 'note', 'L02'],
    ['L03', 'L04'],
  ],
])('after %j come %j', (ids, expected) => {
  const next = freeIds(
    ids.map((id) => ({ cells: { id } })),
    'expenses',
  );
  expect([next(), next()]).toEqual(expected);
});
