/** Cells and ranges in A1 notation. It needs nothing of Node, so that a page may use it. */
export { columnLetters, columnNumber } from './column-letters';
export { printRange } from './print-range';
