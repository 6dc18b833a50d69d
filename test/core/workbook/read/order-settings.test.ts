import { expect, test } from '@jest/globals';
import { parsePoints, parseSourceShares } from '#core/workbook/read/order-settings';

test.each([
  ['3、2、1', [3, 2, 1]],
  ['3, 2, 1', [3, 2, 1]],
  ['2.5；2.5；0', [2.5, 2.5, 0]],
  ['1', [1]],
  ['1、2', undefined],
  ['3、-1', undefined],
  ['三、二', undefined],
  ['', undefined],
])('points "%s" are %j', (cell, points) => {
  expect(parsePoints(cell)).toEqual(points);
});

test.each([
  [
    '上级部署 40%、本区难点 40%、群众关注 20%',
    [
      ['higher', 0.4],
      ['local', 0.4],
      ['public', 0.2],
    ],
  ],
  ['Local problem: 33.5%', [['local', 0.335]]],
  ['群眾關注：100%', [['public', 1]]],
  ['', []],
  ['上级部署 60%、本区难点 41%', null],
  ['上级部署 40%、上级部署 40%', null],
  ['省里部署 40%', null],
  ['上级部署', null],
])('shares "%s" are %j', (cell, shares) => {
  const read = parseSourceShares(cell);
  expect(read ? [...read] : null).toEqual(shares);
});
