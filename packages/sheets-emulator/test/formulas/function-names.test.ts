import { describe, expect, test } from '@jest/globals';
import { namesTable, unknownName } from '#src/formulas/function-names';

const isKnown = (name: string): boolean => name === 'Hours';

describe('a name that nobody has made', () => {
  test.each([
    ['=A1*Rate', 'Rate'],
    ['=SUM(Hours)+税率', '税率'],
    ['=IF(TRUE,a.b,1)', 'a.b'],
    ['=SUM(Hours)', undefined],
    ['=SUM(A1:B2,$C$3,D:D,4:5,A2:A,$A$2:$A,日程!A1,XFD9)', undefined],
    ["='费 用'!A1+\"Rate\"&'Rate'!B2", undefined],
    ['=IF(true,FALSE,1E5+2.5e-3)', undefined],
    ['=IF(A1="",#N/A,#REF!)', undefined],
    ['=SUM (A1) + COUNTIFS(A:A,">0")', undefined],
    ['=LET(x,2,x*x)', undefined],
    ['=LAMBDA(x,x+1)(2)', undefined],
    ['={1,2;TRUE,"x"}', undefined],
  ])('in %s is %s', (formula, name) => {
    expect(unknownName(formula, isKnown)).toBe(name);
  });
});

test.each([
  ['=SUM(Fees[Amount])', true],
  ['=[@Hours]*2', true],
  ["='a[b]'!A1", false],
  ['="[x]"', false],
])('%s names a table: %s', (formula, expected) => {
  expect(namesTable(formula)).toBe(expected);
});
