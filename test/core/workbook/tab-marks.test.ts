import { describe, expect, test } from '@jest/globals';
import { findKeys, writeMark } from '#core/workbook/tab-marks';

const sheet = (sheetId: number, mark: string | null, title = `tab ${sheetId}`) => ({
  sheetId,
  title,
  mark,
});
const keys = (...sheets: ReturnType<typeof sheet>[]) => findKeys(sheets).map(({ key }) => key);

describe('which tab a mark is believed on', () => {
  test('a mark names key, layout and its tab', () => {
    expect(writeMark('report-a', '25', 2001)).toBe('report-a@25#2001');
    expect(findKeys([sheet(2001, 'report-a@25#2001')])).toEqual([
      { key: 'report-a', layout: '25' },
    ]);
  });

  test.each([
    [
      'a copy to the left of the original is the clerk’s own',
      [sheet(7, 'report-a@2#2001'), sheet(2001, 'report-a@2#2001')],
      [null, 'report-a'],
    ],
    [
      'a copy that outlives the original is the clerk’s own too',
      [sheet(7, 'report-a@2#2001')],
      [null],
    ],
    ['an old mark without a tab is still believed', [sheet(2001, 'report-a@2')], ['report-a']],
    [
      'of two old marks the first counts',
      [sheet(7, 'report-a@2'), sheet(2001, 'report-a@2')],
      ['report-a', null],
    ],
    [
      'a mark that names its tab comes before an old one',
      [sheet(7, 'report-a@2'), sheet(2001, 'report-a@2#2001')],
      [null, 'report-a'],
    ],
    [
      'a declared tab is found by its title when it carries the mark of another',
      [sheet(7, 'roster@v1#3', '花名册')],
      ['roster'],
    ],
    ['a mark that says nothing is none', [sheet(7, ''), sheet(8, '@')], [null, null]],
  ])('%s', (_, sheets, expected) => {
    expect(keys(...sheets)).toEqual(expected);
  });
});
