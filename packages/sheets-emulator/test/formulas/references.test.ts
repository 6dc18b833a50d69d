import { describe, expect, test } from '@jest/globals';
import { adjustFormula, canonicalFormula } from '#src/formulas/adjust-formula';
import type { Reference } from '#src/formulas/references';
import { renameInFormula, shiftFormula } from '#src/formulas/shift-formula';
import type { DimensionEdit } from '#src/structure/dimension-edit';

describe('canonicalFormula', () => {
  test.each([
    ['=sum(a1:b2)', '=sum(A1:B2)'],
    ["='Sheet1'!a1", '=Sheet1!A1'],
    ["='My Tab'!a1", "='My Tab'!A1"],
    ['=A3:A3', '=A3'],
    ['=D4:A1', '=A1:D4'],
    ['=sum( a1 , 2 )', '=sum( A1 , 2 )'],
    ['="a1"&a1', '="a1"&A1'],
    ['=LOG10(a1)', '=LOG10(A1)'],
    ['=$a$1+a$1', '=$A$1+A$1'],
    ['=a:a', '=A:A'],
    ['=tax_2026 + a1', '=tax_2026 + A1'],
    ['=1.5e3', '=1.5e3'],
  ])('writes %s as %s', (typed, stored) => {
    expect(canonicalFormula(typed)).toBe(stored);
  });
});

describe('adjustFormula', () => {
  test.each([
    ['=A1+$A$1+$A1+A$1', 1, 2, '=C2+$A$1+$A2+C$1'],
    ['=SUM(A:A)', 5, 1, '=SUM(B:B)'],
    ['=SUM(1:2)', 1, 5, '=SUM(2:3)'],
    ['=A1', -1, 0, '=#REF!'],
    ["='My Tab'!A1", 1, 0, "='My Tab'!A2"],
    ['="A1"', 1, 1, '="A1"'],
  ])('moves %s by %i rows and %i columns to %s', (formula, rows, columns, moved) => {
    expect(adjustFormula(formula, rows, columns)).toBe(moved);
  });
});

const here = ({ title }: Pick<Reference, 'title'>) => title === undefined;
const base = { sheetId: 0, dimension: 'ROWS' } as const;
const insert: DimensionEdit = { ...base, kind: 'insert', start: 2, count: 2 };
const remove: DimensionEdit = { ...base, kind: 'delete', start: 1, end: 3 };
const move: DimensionEdit = { ...base, kind: 'move', start: 0, end: 1, destination: 3 };

describe('shiftFormula', () => {
  test.each<[string, DimensionEdit, string]>([
    ['=A2', insert, '=A2'],
    ['=A3', insert, '=A5'],
    ['=$A$3', insert, '=$A$5'],
    ['=SUM(A1:A4)', insert, '=SUM(A1:A6)'],
    ['=SUM(A:A)', insert, '=SUM(A:A)'],
    ['=SUM(A3:A)', insert, '=SUM(A5:A)'],
    ['=Other!A3', insert, '=Other!A3'],
    ['=A2', remove, '=#REF!'],
    ['=A4', remove, '=A2'],
    ['=SUM(A1:A4)', remove, '=SUM(A1:A2)'],
    ['=SUM(A2:A3)', remove, '=SUM(#REF!)'],
    ['=A1', move, '=A3'],
    ['=A2', move, '=A1'],
    ['=A4', move, '=A4'],
  ])('turns %s by %o into %s', (formula, edit, shifted) => {
    expect(shiftFormula(formula, edit, here)).toBe(shifted);
  });
});

describe('renameInFormula', () => {
  test.each([
    ['=Old!A1+old!B2+Older!C3', '=New!A1+New!B2+Older!C3'],
    ['="Old!A1"', '="Old!A1"'],
  ])('turns %s into %s', (formula, renamed) => {
    expect(renameInFormula(formula, 'Old', 'New')).toBe(renamed);
  });
});
