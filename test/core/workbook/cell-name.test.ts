import { expect, test } from '@jest/globals';
import { columnLetters, columnNumber } from '#core/workbook/cell-name';

test.each([
  ['A', 1],
  ['Z', 26],
  ['AA', 27],
  ['AZ', 52],
  ['BA', 53],
  ['ZZ', 702],
  ['AAA', 703],
])('column %s is number %i', (letters, number) => {
  expect(columnNumber(letters)).toBe(number);
  expect(columnLetters(number - 1)).toBe(letters);
});
