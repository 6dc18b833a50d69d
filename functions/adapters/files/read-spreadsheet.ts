// The sheets of a spreadsheet file. Only cells that are there are looked at: a sheet may claim a million rows.
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { fillMergedDown } from '#core/import/fill-merged';
import { gridOf } from '#core/workbook/cell-grid';
import { cellName } from '#core/workbook/cell-name';
import type { Cell } from '#core/workbook/table';
import { AppError } from '../../errors';
import type { SourceSheet } from '../../ports/file-reader';

/** From day 0 of 1904 to day 0 of the usual count. */
const DAYS_TO_1904 = 1462;

/** A cell beyond is a slip: nobody's list is as long or as wide. */
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 500;

type IsDateFormat = (format: string) => boolean;

/** Throws `AppError` cellTooFar. */
export function sheetsOf(book: WorkBook, isDateFormat: IsDateFormat): SourceSheet[] {
  const shift = book.Workbook?.WBProps?.date1904 === true ? DAYS_TO_1904 : 0;
  return book.SheetNames.flatMap((title, index) => {
    const sheet = book.Sheets[title];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    if (!sheet || isHidden) return [];
    return [{ title, cells: gridOf(rowsOf(sheet, { shift, isDateFormat })) }];
  });
}

function rowsOf(
  sheet: WorkSheet,
  dates: { readonly shift: number; readonly isDateFormat: IsDateFormat },
): Cell[][] {
  const rows: Cell[][] = [];
  // Both lists have holes where nothing is, and forEach passes over them.
  (sheet['!data'] ?? []).forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const value = valueOf(cell, dates);
      if (value === '') return;
      if (row >= MOST_ROWS || column >= MOST_COLUMNS)
        throw new AppError('cellTooFar', { facts: { cell: cellName(row + 1, column) } });
      while (rows.length <= row) rows.push([]);
      const line = rows[row] ?? [];
      while (line.length < column) line.push('');
      line[column] = value;
    });
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    startRow: s.r,
    endRow: e.r + 1,
    startColumn: s.c,
    endColumn: e.c + 1,
  }));
  return fillMergedDown(rows, merges);
}

function valueOf(
  { t, v, z, w }: CellObject,
  { shift, isDateFormat }: { readonly shift: number; readonly isDateFormat: IsDateFormat },
): Cell {
  if (t === 'n' && typeof v === 'number')
    return shift > 0 && isDateFormat(String(z ?? '')) ? v + shift : v;
  if (t === 'b') return v === true;
  if (t === 'e') return w ?? '#ERROR!';
  return typeof v === 'string' ? v : '';
}
