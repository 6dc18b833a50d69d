/** What one cell becomes when another is pasted over it. */
import { notEmulated } from '../api-error';
import {
  compactCell,
  isRich,
  richCell,
  withFormat,
  type Cell,
  type CellFormat,
  type RichCell,
} from '../model/cell';
import { movedCell } from '../structure/cell-block';

export type PasteType =
  | 'PASTE_NORMAL'
  | 'PASTE_VALUES'
  | 'PASTE_FORMAT'
  | 'PASTE_NO_BORDERS'
  | 'PASTE_FORMULA'
  | 'PASTE_DATA_VALIDATION'
  | 'PASTE_CONDITIONAL_FORMATTING';

export const PASTES_MERGES: ReadonlySet<PasteType> = new Set(['PASTE_NORMAL', 'PASTE_NO_BORDERS']);

export const PASTES_CONDITIONAL_FORMATS: ReadonlySet<PasteType> = new Set([
  'PASTE_NORMAL',
  'PASTE_NO_BORDERS',
  'PASTE_FORMAT',
  'PASTE_CONDITIONAL_FORMATTING',
]);

interface Paste {
  readonly type: PasteType;
  /** How far the cell was carried. */
  readonly rows: number;
  readonly columns: number;
}

function withContent(existing: Cell, content: Pick<RichCell, 'value' | 'formula' | 'runs'>): Cell {
  const { format, note, validation } = richCell(existing);
  return compactCell({ ...content, format, note, validation });
}

function withoutBorders(pasted: Cell, existing: Cell): Cell {
  const borders = richCell(existing).format?.borders;
  const format: CellFormat = { ...richCell(pasted).format };
  if (borders === undefined) Reflect.deleteProperty(format, 'borders');
  return withFormat(pasted, borders === undefined ? format : { ...format, borders });
}

/** What a pivot table shows in other cells than its first is pasted as values. */
function enteredCell(cell: Cell): Cell {
  if (!isRich(cell) || cell.isPivoted === undefined || cell.pivotTable !== undefined) return cell;
  return compactCell({ ...cell, isPivoted: undefined });
}

export function pasteCell(existing: Cell, source: Cell, { type, rows, columns }: Paste): Cell {
  const moved = enteredCell(movedCell(source, rows, columns));
  const { value, formula, runs, format, validation } = richCell(moved);
  switch (type) {
    case 'PASTE_NORMAL':
      return moved;
    case 'PASTE_NO_BORDERS':
      return withoutBorders(moved, existing);
    case 'PASTE_VALUES':
      if (typeof value === 'object') throw notEmulated('pasting an error as a value');
      return withContent(existing, { value, runs: isRich(source) ? runs : undefined });
    case 'PASTE_FORMULA':
      return withContent(existing, { value, formula });
    case 'PASTE_FORMAT':
      return withFormat(compactCell({ ...richCell(existing), validation }), format);
    case 'PASTE_DATA_VALIDATION':
      return compactCell({ ...richCell(existing), validation });
    case 'PASTE_CONDITIONAL_FORMATTING':
      return existing;
  }
}
