import type { CellGrid } from '#core/workbook/table';

export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One sheet of a file; a text file has one without a title. */
export interface SourceSheet {
  readonly title: string;
  readonly cells: CellGrid;
}

export interface FileReader {
  /**
   * The sheets of a spreadsheet or text file. Days are serial numbers, and of cells that were merged downwards each has the content.
   *
   * @throws AppError fileTooLarge, fileUnreadable, cellTooFar
   */
  read(file: SourceFile): Promise<readonly SourceSheet[]>;
}
