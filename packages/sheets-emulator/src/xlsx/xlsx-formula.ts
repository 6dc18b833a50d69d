/**
 * Ranges without an end (`A2:A`) exist only in Google's formulas; a spreadsheet program refuses a file that has one.
 * In .xlsx they end at the last row or column a sheet can have, and from there they come back as they were.
 */
import { titlePrefix } from '../formulas/adjust-formula';
import { printCells, rewriteReferences, type RefCorner } from '../formulas/references';
import { withoutPrefixes, withPrefixes } from './function-prefixes';
import type { NameOf } from './sheet-names';

/** ECMA-376: 1,048,576 rows and 16,384 columns (XFD), counted from 0. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

type Corners = readonly [RefCorner, RefCorner];

/** `A:A` and `2:2` are ranges of both programs; only a range with one end missing is closed. */
function closeAxis([first, second]: Corners, axis: 'row' | 'column', last: number): Corners {
  const [from, to] = [first[axis], second[axis]];
  if ((from === undefined) === (to === undefined)) return [first, second];
  return [
    { ...first, [axis]: from ?? to },
    { ...second, [axis]: last },
  ];
}

function openAxis([first, second]: Corners, axis: 'row' | 'column', last: number): Corners {
  if (second[axis] !== last || first[axis] === undefined) return [first, second];
  return [first, { ...second, [axis]: undefined }];
}

/** A formula as the file holds it: closed ranges, sheets by their names there, newer functions with their prefix. */
export function toXlsxFormula(formula: string, nameOf: NameOf): string {
  return rewriteReferences(withPrefixes(formula), ({ title, first, second }) => {
    const prefix = titlePrefix(title === undefined ? undefined : nameOf(title));
    if (second === undefined) return prefix + printCells({ first, second });
    const rows = closeAxis([first, second], 'row', LAST_ROW);
    const [left, right] = closeAxis(rows, 'column', LAST_COLUMN);
    return prefix + printCells({ first: left, second: right });
  });
}

export function fromXlsxFormula(formula: string): string {
  return rewriteReferences(withoutPrefixes(formula), ({ title, first, second }) => {
    if (second === undefined) return titlePrefix(title) + printCells({ first, second });
    const rows = openAxis([first, second], 'row', LAST_ROW);
    const [left, right] = openAxis(rows, 'column', LAST_COLUMN);
    return titlePrefix(title) + printCells({ first: left, second: right });
  });
}
