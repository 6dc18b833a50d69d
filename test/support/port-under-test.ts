// A workbook port that the shared suites open, with what a clerk does by hand beside it.
import type { WorkbookPort } from '#functions/ports/workbook';
import type { LineStep } from '#core/workbook/write/line-steps';

export interface PortUnderTest {
  readonly port: WorkbookPort;
  /** A workbook with nothing of Lectern's in it. */
  create(): Promise<string>;
  /** Inserts, deletes or moves columns or rows as a clerk does. */
  editColumns(id: string, sheetId: number, step: LineStep): Promise<void>;
  editRows(id: string, sheetId: number, step: LineStep): Promise<void>;
  close(): Promise<void>;
}
