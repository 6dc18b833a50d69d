import { describe, expect, test } from '@jest/globals';
import { isPlaceOfChart, targetOf } from '#workbench/page/grid/link-target';

describe('a link within the workbook', () => {
  test.each([
    ['#gid=1001&range=C5', { sheetId: 1001, a1: 'C5' }],
    ['#gid=0&range=AB120', { sheetId: 0, a1: 'AB120' }],
    ['https://example.org/#gid=0&range=A1', null],
    ['javascript:alert(1)', null],
    ['#gid=0', null],
    ['', null],
  ])('%s leads to %j', (link, target) => {
    expect(targetOf(link)).toEqual(target);
  });
});

describe('a cell where a chart begins', () => {
  const at = (rowIndex?: number) => ({
    position: { overlayPosition: { anchorCell: rowIndex === undefined ? {} : { rowIndex } } },
  });

  test.each([
    ['A8', [at(7)], true],
    ['A8', [at(3), at(7)], true],
    ['A9', [at(7)], false],
    ['A1', [at()], true],
    ['A1', [{}], false],
    ['A8', [], false],
  ])('%s with charts at %j: %j', (a1, charts, expected) => {
    expect(isPlaceOfChart(a1, charts)).toBe(expected);
  });
});
