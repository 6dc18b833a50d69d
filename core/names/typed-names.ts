// What somebody has just typed or chosen: a name where an id belongs becomes the id where it can mean one only, and the name follows the id.
import { cellAt } from '../workbook/cell-grid';
import { findHeaders } from '../workbook/headers';
import { isBlank, type Cell, type Table, type Tables } from '../workbook/table';
import { TABS } from '../workbook/tabs';
import type { WriteCells } from '../workbook/write/change';
import { idIn, isSameName, nameIndex, type NameIndex } from './name-index';
import { referencesOf } from './references';
import { isOfAnother, nameColumnsOf, shownName, type NameColumn } from './shown-names';

/** Rows and columns counted from 0; the ends are not part of them. */
export interface EditedCells {
  readonly firstRow: number;
  readonly endRow: number;
  /** Null: it is not known which columns were edited. */
  readonly columns: { readonly first: number; readonly end: number } | null;
}

/** An id that was entered in place of a name. */
interface EnteredId {
  readonly row: number;
  readonly column: number;
  /** What was typed, in the cell of the id or of the name. */
  readonly words: string;
  readonly id: string;
}

export interface TypedNames {
  readonly changes: readonly WriteCells[];
  readonly entered: readonly EnteredId[];
}

export function planTypedNames(tables: Tables, table: Table, edited: EditedCells): TypedNames {
  const index = nameIndex(tables);
  const { lines, positions } = findHeaders(TABS[table.key], table);
  const columns = nameColumnsOf(table);
  const references = referencesOf(table.key).flatMap(({ column, target }) => {
    const position = positions.get(column);
    return position === undefined ? [] : [{ position, target }];
  });
  const changes: WriteCells[] = [];
  const entered: EnteredId[] = [];
  for (let row = Math.max(edited.firstRow, lines.last + 1); row < edited.endRow; row += 1) {
    const cells = new EditedRow(table, row);
    for (const { position, target } of references) {
      if (!isEdited(edited, position)) continue;
      const words = idIn(cells.at(position));
      const ids = words === null ? [] : index.idsMeant(target, words);
      const [id] = ids;
      if (words === null || id === undefined || ids.length > 1 || id === words) continue;
      entered.push({ row, column: position, words: String(cells.at(position)), id });
      cells.put(position, id);
    }
    for (const column of columns) {
      const chosen = chosenId(cells, { column, edited, index });
      if (chosen !== null) {
        const words = String(cells.at(column.position));
        entered.push({ row, column: column.idPosition, words, id: chosen });
        cells.put(column.idPosition, chosen);
      }
      const name = nameAfter(cells, { column, edited, index });
      if (name !== undefined) cells.put(column.position, name);
    }
    changes.push(...cells.changes());
  }
  return { changes, entered };
}

interface NameEdit {
  readonly column: NameColumn;
  readonly edited: EditedCells;
  readonly index: NameIndex;
}

/** The id of a name that was chosen: where there was none yet, or where the name alone was edited. */
function chosenId(cells: EditedRow, { column, edited, index }: NameEdit): string | null {
  const { position, idPosition, nameOf } = column;
  const words = cells.at(position);
  if (isBlank(words) || !isEdited(edited, position)) return null;
  const before = idIn(cells.at(idPosition));
  if (before !== null && (edited.columns === null || isEdited(edited, idPosition))) return null;
  const ids = index.idsNamed(nameOf.tabs, String(words));
  const [id] = ids;
  return id === undefined || ids.length > 1 || id === before ? null : id;
}

/** What the cell of the name shows now; undefined: it stays as it is. */
function nameAfter(
  cells: EditedRow,
  { column, edited, index }: NameEdit,
): string | null | undefined {
  const { position, idPosition } = column;
  const words = cells.at(position);
  const cellOf = (at: number): Cell | undefined => cells.at(at);
  const name = shownName(index, column, cellOf);
  // The id alone was edited: the name that was there is of the one before.
  if (edited.columns && isEdited(edited, idPosition) && !isEdited(edited, position)) return name;
  if (name === null) return undefined;
  if (isBlank(words)) return name;
  if (isSameName(String(words), name)) return undefined;
  return isOfAnother(index, column, cellOf) ? undefined : name;
}

const isEdited = ({ columns }: EditedCells, position: number): boolean =>
  columns === null || (columns.first <= position && position < columns.end);

/** A row with the cells that are about to be written. */
class EditedRow {
  private readonly written = new Map<number, Cell>();

  constructor(
    private readonly table: Table,
    private readonly row: number,
  ) {}

  at(position: number): Cell | undefined {
    const written = this.written.get(position);
    return written === undefined ? cellAt(this.table.cells, this.row, position) : written;
  }

  put(position: number, cell: Cell): void {
    this.written.set(position, cell);
  }

  changes(): WriteCells[] {
    const { sheetId } = this.table;
    return [...this.written].map(([firstColumn, cell]) => ({
      kind: 'writeCells',
      sheetId,
      firstRow: this.row,
      firstColumn,
      rows: [[cell]],
    }));
  }
}
