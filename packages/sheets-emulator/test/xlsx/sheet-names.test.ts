import { describe, expect, it, test } from '@jest/globals';
import { sheetNames } from '#src/xlsx/sheet-names';

describe('the name of a sheet in an .xlsx file', () => {
  test.each([
    ['日程', '日程'],
    ['Report: 2026/27 [draft]?', 'Report- 2026-27 -draft--'],
    ["'quoted'", '-quoted-'],
    ['a'.repeat(31), 'a'.repeat(31)],
    ['b'.repeat(32), 'b'.repeat(31)],
    [`${'c'.repeat(30)}😀`, 'c'.repeat(30)],
  ])('for %s is %s', (title, name) => {
    expect(sheetNames([title])(title)).toBe(name);
  });

  it('is no other sheet’s', () => {
    const long = 'd'.repeat(40);
    const titles = [long, `${long}!`, 'd'.repeat(31).toUpperCase()];
    const nameOf = sheetNames(titles);
    expect(titles.map(nameOf)).toEqual([
      'd'.repeat(31),
      `${'d'.repeat(27)} (2)`,
      `${'D'.repeat(27)} (3)`,
    ]);
  });
});
