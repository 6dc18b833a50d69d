import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { aStandard, aSession, aStatus } from '#test/support/builders/rows';
import { findingsIn, placesIn } from '#test/support/builders/places';
import { aTable, aWorkbook, rowsIn, withCellIn } from '#test/support/builders/tables';

const hours = aStandard({ item: 'halfDayHours', scope: null, value: 4 });
const codes = (...standards: ReturnType<typeof aStandard>[]): string[] =>
  placesIn(aWorkbook({ standards }));

describe('a rate', () => {
  test.each([
    [{}, []],
    [{ unit: '元/半天' }, ['V20 standards 2 unit']],
    [{ unit: 'yuan per half-day' }, ['V20 standards 2 unit']],
    [{ to: toDay('2016-12-31') }, ['V28 standards 2 to']],
    [{ to: toDay('2017-01-01') }, []],
    [{ scope: '教授' }, ['V28 standards 2 scope']],
    [{ scope: '正高' }, []],
    [{ scope: '院士、全国知名专家' }, []],
    [{ scope: '正高、副高' }, []],
    [{ scope: 'Full senior' }, []],
    [{ level: 'central' as const, confirmedBy: null }, ['V28 standards']],
    [{ level: 'central' as const, confirmedBy: null, to: toDay('2026-03-01') }, []],
    [{ level: 'city' as const, confirmedBy: null }, []],
  ])('with %j gives %j', (part, expected) => {
    expect(codes(aStandard(part))).toEqual(expected);
  });

  it('taken from the central model is reported once for each document', () => {
    const model = {
      level: 'central' as const,
      confirmedBy: null,
      documentNumber: '财行〔2016〕540号',
    };
    const [found, ...rest] = findingsIn(
      aWorkbook({ standards: [aStandard(model), aStandard({ ...model, scope: 'associate' })] }),
      'V28',
    );
    expect(found?.facts).toEqual({ document: '财行〔2016〕540号', count: 2 });
    expect(rest).toEqual([]);
  });

  it('may not stand twice from one day with different values', () => {
    expect(codes(aStandard(), aStandard({ value: 900 }))).toEqual([
      'V28 standards 2 value',
      'V28 standards 3 value',
    ]);
    expect(codes(aStandard(), aStandard())).toEqual([]);
    expect(codes(aStandard(), aStandard({ value: 900, level: 'district' }))).toEqual([]);
    expect(codes(aStandard(), aStandard({ value: 900, from: toDay('2026-01-01') }))).toEqual([]);
  });
});

describe('a rate that sessions need', () => {
  const schedule = [aSession({ speakerId: null })];

  test.each([
    ['2026-03-05', ['V28 standards']],
    ['2026-03-06', []],
    ['2026-03-07', []],
  ])('and that is valid to %s gives %j', (to, expected) => {
    expect(
      placesIn(aWorkbook({ schedule, standards: [{ ...hours, to: toDay(to) }] }), 'V28'),
    ).toEqual(expected);
  });

  it('is not called missing while a row cannot be read, or without the tab', () => {
    const tables = aWorkbook({ schedule, standards: [hours] });
    expect(
      placesIn(withCellIn(tables, { tab: 'standards', row: 2, column: 'value' }, '四'), 'V28'),
    ).toEqual([]);
    const { standards, ...without } = tables;
    expect(rowsIn(standards)).toHaveLength(2);
    expect(placesIn(without, 'V28')).toEqual([]);
  });
});

describe('the credit of a status', () => {
  test.each([
    [-0.01, 1],
    [0, 0],
    [0.5, 0],
    [0.25, 0],
    [0.333, 1],
    [1, 0],
    [1.01, 1],
  ])('%d gives %d findings', (credit, count) => {
    const statuses = aTable('statuses', [aStatus({ credit })]);
    expect(placesIn({ ...aWorkbook(), statuses }, 'W25')).toHaveLength(count);
  });
});
