import { describe, expect, it, test } from '@jest/globals';
import { renderFinding } from '#core/workbook/finding';
import { findingsIn, placeOf, placesIn } from '#test/support/builders/places';
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
    ['1101051949123100', 'it does not have 18 digits'],
    ['1101051949123100211', 'it does not have 18 digits'],
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

  test.each([
    [
      'V34 violating: in scientific notation',
      '1.10105E+17',
      'it is in scientific notation and has lost its last digits',
    ],
    [
      'V34 violating: full-width',
      '１１０１０５１９４９１２３１００２Ｘ',
      'its digits are full-width',
    ],
    [
      'V34 violating: a letter O',
      '11O105194912310O2X',
      'it has a letter O, I or L among its digits',
    ],
    [
      'V34 violating: a letter l',
      '1l010519491231002X',
      'it has a letter O, I or L among its digits',
    ],
    ['V34 violating: hyphens', '110105-19491231-002X', 'it has other signs among its digits'],
    ['V34 violating: twelve digits', '110105194912', 'it does not have 18 digits'],
    [
      'V34 boundary: eleven digits, such as a telephone number',
      '13900000000',
      'it does not have 18 digits',
    ],
    ['V34 boundary: ten digits, as an old travel permit has', '0123456789', null],
    ['V34 inside: a permit for Hong Kong and Macao', 'H12345678', null],
    ['V34 inside: a residence permit with letters', 'USA110105123456', null],
  ])('%s', (_, number, reason) => {
    const found = findingsIn(withNumber(number), 'V34');
    expect(found.map(({ facts }) => facts['reason'])).toEqual(
      reason === null ? [] : [expect.objectContaining({ en: reason })],
    );
  });

  test.each([
    ['twelve digits as a number', 110105194912, 'V34 speakers 2 idNumber'],
    ['as a number', 110105194912310020, 'V34 speakers 2 idNumber'],
    ['in scientific notation', '1.10105194912310E+17', 'V34 speakers 2 idNumber'],
    ['full-width', '１１０１０５１９４９１２３１００２Ｘ', 'V34 speakers 2 idNumber'],
    ['with a wrong last character and spaces', '110105 19491231 0021', 'V34 speakers 2 idNumber'],
    ['as no text at all', `110105194912310021${'9'.repeat(200)}`, 'W09 speakers 2 idNumber'],
  ])('V34 %s is never repeated whole', (_, cell, expected) => {
    const place = { tab: 'speakers', row: 2, column: 'idNumber' } as const;
    const found = findingsIn(withCellIn(withNumber('11010519491231002X'), place, cell), '');
    expect(found.map(placeOf)).toEqual([expected]);
    for (const one of found) {
      const told = JSON.stringify([one, renderFinding(one, 'zh-CN'), renderFinding(one, 'en')]);
      expect(told.normalize('NFKC')).not.toMatch(/10105|19491231/);
    }
  });

  it('V34 is no finding for spaces alone, and no correction shows it', () => {
    const place = { tab: 'speakers', row: 2, column: 'idNumber' } as const;
    const tables = withCellIn(withNumber('11010519491231002X'), place, '110105 19491231 002X');
    expect(placesIn(tables)).toEqual([]);
  });

  it('V34 violating: is shared by two speakers, in whatever form', () => {
    const speakers = [
      '11010519491231002X',
      '440524188001010014',
      '11010519491231002x',
      null,
      null,
    ].map((idNumber, index) =>
      aSpeaker({ id: `T0${index}`, name: `主讲${index}`, unit: `单位${index}`, idNumber }),
    );
    const found = findingsIn(aWorkbook({ speakers }), 'V34');
    expect(
      found.map(({ row, value, facts }) => [row, value, facts['other'], facts['name']]),
    ).toEqual([
      [2, '110…2X', 4, '主讲2'],
      [4, '110…2x', 2, '主讲0'],
    ]);
  });

  test.each([
    ['telephone', { phone: '11010519491231002X 0' }],
    ['field', { field: '身份证110105194912310021' }],
  ])('typed into the %s is masked in a finding there too', (_, part) => {
    const speaker = aSpeaker({ ...part, titleLevel: null });
    const found = findingsIn(aWorkbook({ speakers: [speaker] }), '');
    expect(JSON.stringify(found.map((one) => [one, renderFinding(one, 'zh-CN')]))).not.toContain(
      '19491231',
    );
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
