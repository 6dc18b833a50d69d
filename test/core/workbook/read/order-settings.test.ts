import { expect, test } from '@jest/globals';
import { parseTierShares } from '#core/workbook/read/tier-shares';
import { parseVenues } from '#core/workbook/read/venues';
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
  ['群众关注20％', [['public', 0.2]]],
  ['', []],
  ['上级部署 60%、本区难点 41%', null],
  ['上级部署 40%、上级部署 40%', null],
  ['省里部署 40%', null],
  ['上级部署', null],
])('shares "%s" are %j', (cell, shares) => {
  const read = parseSourceShares(cell);
  expect(read ? [...read] : null).toEqual(shares);
});

test.each([
  ['国家 10%；省 40%', { national: 0.1, province: 0.4 }],
  ['City: 33.4%, 省33.3%\n区 ３3.3%', undefined],
  ['City: 33.4%, 省33.3%\n国家 33.3%', { city: 0.334, province: 0.333, national: 0.333 }],
  ['省 33.33%、市 33.33%、国家 33.34%', { province: 0.3333, city: 0.3333, national: 0.3334 }],
  ['省 33.33%、市 33.33%、国家 33.35%', undefined],
  [
    '国家 0.1%；省 0.1%；市 85.9%；区 13.9%',
    { national: 0.001, province: 0.001, city: 0.859, district: 0.139 },
  ],
  ['省 100%', { province: 1 }],
  ['', {}],
  ['省 40%、Province 10%', undefined],
  ['省', undefined],
  ['省 40', undefined],
  ['外国 40%', undefined],
])('shares of tiers "%s" are %j', (cell, shares) => {
  expect(parseTierShares(cell)).toEqual(shares);
});

test.each([
  [
    '区委党校报告厅(300)；区文化馆剧场',
    [
      { name: '区委党校报告厅', seats: 300 },
      { name: '区文化馆剧场', seats: null },
    ],
  ],
  ['Hall （ 80 座 ）;', [{ name: 'Hall', seats: 80 }]],
  ['Hall (east)', [{ name: 'Hall (east)', seats: null }]],
  [
    '甲\n乙(5人)',
    [
      { name: '甲', seats: null },
      { name: '乙', seats: 5 },
    ],
  ],
  ['', []],
  ['甲(300)；甲', undefined],
])('venues "%s" are %j', (cell, venues) => {
  expect(parseVenues(cell)).toEqual(venues);
});
