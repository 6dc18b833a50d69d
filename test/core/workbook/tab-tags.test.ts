import { describe, expect, test } from '@jest/globals';
import { findKeys, writeTabTag } from '#core/workbook/tab-tags';

const sheet = (sheetId: number, tag: string | null, title = `tab ${sheetId}`) => ({
  sheetId,
  title,
  tag,
});
const keys = (...sheets: ReturnType<typeof sheet>[]) => findKeys(sheets).map(({ key }) => key);

describe('which tab a tag is believed on', () => {
  test('a tag names key, layout and its tab', () => {
    expect(writeTabTag('report-a', '25', 2001)).toBe('report-a@25#2001');
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
    ['an old tag without a tab is still believed', [sheet(2001, 'report-a@2')], ['report-a']],
    [
      'of two old tags the first counts',
      [sheet(7, 'report-a@2'), sheet(2001, 'report-a@2')],
      ['report-a', null],
    ],
    [
      'a tag that names its tab comes before an old one',
      [sheet(7, 'report-a@2'), sheet(2001, 'report-a@2#2001')],
      [null, 'report-a'],
    ],
    [
      'a declared tab is found by its title when it carries the tag of another',
      [sheet(7, 'roster@v1#3', '花名册')],
      ['roster'],
    ],
    ['a key of an earlier version means the present one', [sheet(7, 'rates@x#7')], ['standards']],
    ['also in an old tag without a tab', [sheet(7, 'rates@x')], ['standards']],
    ['and in the oldest, which was the key alone', [sheet(7, 'rates')], ['standards']],
    [
      'a title of an earlier version means the present tab',
      [sheet(7, null, 'Rates')],
      ['standards'],
    ],
    ['whichever the tab', [sheet(7, null, 'Not payable')], ['forbidden']],
    ['a tag that says nothing is none', [sheet(7, ''), sheet(8, '@')], [null, null]],
  ])('%s', (_, sheets, expected) => {
    expect(keys(...sheets)).toEqual(expected);
  });
});
