// The tables as one .xlsx file, a sheet each.
import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { ColumnName, RollUpTable } from './report-tables';

const FORMATS: Partial<Readonly<Record<ColumnName, string>>> = {
  rateA: '0.0%',
  rateB: '0.0%',
  changeA: '+0.0;-0.0;0.0',
  executed: '0.0%',
  hours: '#,##0.00',
  budget: '#,##0.00',
  spent: '#,##0.00',
};

export function spreadsheetFile(tables: readonly RollUpTable[]): Uint8Array {
  const workbook = utils.book_new();
  for (const table of tables) utils.book_append_sheet(workbook, sheetOf(table), table.title);
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array; // as `type` says
}

function sheetOf({ columns, rows }: RollUpTable): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    columns.map(({ label }) => label),
    ...rows.map((row) => [...row]),
  ]);
  columns.forEach(({ name }, column) => {
    const format = FORMATS[name];
    if (format === undefined) return;
    rows.forEach((_, row) => {
      const cell = (sheet as Record<string, { z?: string } | undefined>)[
        utils.encode_cell({ r: row + 1, c: column })
      ];
      if (cell) cell.z = format;
    });
  });
  sheet['!cols'] = columns.map(({ label }) => ({ wch: Math.max(10, label.length * 2 + 2) }));
  return sheet;
}
