// Which cells an executed mutation touched, and what they hold afterwards.
import { CellValueType, type IRange } from '@univerjs/core';
import type { HeldStyle } from './cell-style';
import { styleOf, worksheetOf, type Component } from './component';
import type { Value } from './tab-state';
import { valueOf } from './worksheet-data';

export interface TouchedCell {
  readonly row: number;
  readonly column: number;
  readonly hasContent: boolean;
  readonly hasStyle: boolean;
  readonly value: Value;
  readonly formula: string | null;
  readonly style: HeldStyle | null;
  /** Text although it looks like more, in a cell that is not formatted as text. */
  readonly isForcedText: boolean;
}

export interface Touch {
  readonly row: number;
  readonly column: number;
  readonly hasContent: boolean;
  readonly hasStyle: boolean;
}

/** A matrix as the component passes it: rows, then columns, by number. */
type Matrix = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>
>;

interface Params {
  readonly cellValue?: Matrix;
  readonly values?: Readonly<Record<string, { readonly ranges: readonly IRange[] }>>;
  readonly ranges?: readonly IRange[];
  readonly range?: IRange;
}

const CONTENT = ['v', 'f', 'si', 'p', 't'];

/** Null for mutations that change no cells. */
export function touchedBy(mutation: string, params: object): Touch[] | null {
  const { cellValue, values, ranges, range } = params as Params; // the component's documented shapes
  switch (mutation) {
    case 'sheet.mutation.set-range-values':
      return [...matrixTouches(cellValue ?? {})];
    case 'sheet.mutation.set.numfmt':
      return Object.values(values ?? {}).flatMap((value) => styleTouches(value.ranges));
    case 'sheet.mutation.remove.numfmt':
      return styleTouches(ranges ?? []);
    case 'sheet.mutation.reorder-range':
      return rangeTouches(range === undefined ? [] : [range], { hasContent: true, hasStyle: true });
    default:
      return null;
  }
}

/** Both ends of a move, which may lie on two tabs. */
export function movedCells(params: object): { gridId: string; cells: Touch[] }[] {
  const { from, to } = params as Record<'from' | 'to', { subUnitId: string; value: Matrix }>;
  return [from, to].map(({ subUnitId, value }) => ({
    gridId: subUnitId,
    cells: [...places(value)].map((place) => ({ ...place, hasContent: true, hasStyle: true })),
  }));
}

export function allCells(matrix: object): Touch[] {
  return [...places(matrix as Matrix)].map((place) => ({
    ...place,
    hasContent: true,
    hasStyle: true,
  }));
}

export function readTouched(
  component: Component,
  sheetId: number,
  touches: readonly Touch[],
): TouchedCell[] {
  const matrix = worksheetOf(component, sheetId)?.getCellMatrix();
  return touches.map((touch) => {
    const cell = matrix?.getValue(touch.row, touch.column) ?? null;
    const style = styleOf(component, cell);
    return {
      ...touch,
      value: valueOf(cell),
      formula: formulaOf(component, sheetId, touch),
      style,
      isForcedText: cell?.t === CellValueType.FORCE_STRING && style?.n?.pattern !== '@',
    };
  });
}

/** Filled-down formulas are kept as offsets from the first; the facade writes them out. */
function formulaOf(
  { workbook, ids }: Component,
  sheetId: number,
  { row, column }: Touch,
): string | null {
  const formula = workbook
    .getSheetBySheetId(ids.toGrid(sheetId))
    ?.getRange(row, column)
    .getFormula();
  return formula === undefined || formula === '' ? null : formula;
}

function* matrixTouches(matrix: Matrix): Generator<Touch> {
  for (const { row, column, cell } of places(matrix)) {
    const hasContent = cell === null || CONTENT.some((key) => key in cell);
    const style = cell === null ? null : cell['s'];
    const hasStyle = style === null || (style !== undefined && Object.keys(style).length > 0);
    if (hasContent || hasStyle) yield { row, column, hasContent, hasStyle };
  }
}

function* places(matrix: Matrix) {
  for (const [row, columns] of Object.entries(matrix)) {
    for (const [column, cell] of Object.entries(columns)) {
      yield { row: Number(row), column: Number(column), cell };
    }
  }
}

function styleTouches(ranges: readonly IRange[]): Touch[] {
  return rangeTouches(ranges, { hasContent: false, hasStyle: true });
}

function rangeTouches(
  ranges: readonly IRange[],
  kind: Pick<Touch, 'hasContent' | 'hasStyle'>,
): Touch[] {
  const touches: Touch[] = [];
  for (const { startRow, endRow, startColumn, endColumn } of ranges) {
    for (let row = startRow; row <= endRow; row++) {
      for (let column = startColumn; column <= endColumn; column++) {
        touches.push({ row, column, ...kind });
      }
    }
  }
  return touches;
}
