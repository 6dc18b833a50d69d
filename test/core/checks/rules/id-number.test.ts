import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/finding';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const withNumber = (idNumber: string) => aWorkbook({ speakers: [aSpeaker({ idNumber })] });

describe('an identity number', () => {
  // The first two are the examples of the standard itself.
  test.each([
    ['11010519491231002X', null],
    ['440524188001010014', null],
    ['11010519491231002x', null],
    ['E12345678', null], // a passport
    ['110105194912310021', 'its last character does not fit'],
    ['110105194912310029', 'its last character does not fit'],
    ['110105194902300026', 'its birthday does not exist'],
    ['1101051949123100', 'it has not 18 digits'],
    ['1101051949123100211', 'it has not 18 digits'],
  ])('%s: %s', (number, reason) => {
    const found = findingsIn(withNumber(number), 'V34');
    expect(found.map(({ facts }) => facts['reason'])).toEqual(
      reason === null ? [] : [expect.objectContaining({ en: reason })],
    );
  });

  it('is never repeated whole in a finding', () => {
    const [found] = findingsIn(withNumber('110105194912310021'), 'V34');
    expect(found?.value).toBe('110…21');
    expect(found && renderFinding(found, 'zh-CN').message).not.toContain('19491231');
  });

  it('stored as a number has lost its last digits', () => {
    const tables = withCellIn(
      withNumber('11010519491231002X'),
      { tab: 'speakers', row: 2, column: 'idNumber' },
      110105194912310020,
    );
    expect(placesIn(tables, 'V34')).toEqual(['V34 speakers 2 idNumber']);
  });
});
