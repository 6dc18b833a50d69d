import { describe, expect, it, test } from '@jest/globals';
import { fromXlsxFormula, toXlsxFormula } from '#src/xlsx/xlsx-formula';

describe('ranges without an end', () => {
  test.each([
    ['=SUM(A2:A)', '=SUM(A2:A1048576)'],
    ["='专题'!$A$2:$A", "='专题'!$A$2:$A1048576"],
    ['=COUNTA(B3:3)', '=COUNTA(B3:XFD3)'],
    ['=SUM(A2:B5)+A:A+2:2+C7', '=SUM(A2:B5)+A:A+2:2+C7'],
    ['="A2:A"&D1:D', '="A2:A"&D1:D1048576'],
  ])('%s is %s in .xlsx, and comes back', (google, xlsx) => {
    expect(toXlsxFormula(google, (title) => title)).toBe(xlsx);
    expect(fromXlsxFormula(xlsx)).toBe(google);
  });

  it('name sheets as the file does', () => {
    const nameOf = (title: string) => title.replace(':', '-');
    expect(toXlsxFormula("='a:b'!A2:A+C3", nameOf)).toBe("='a-b'!A2:A1048576+C3");
  });
});
