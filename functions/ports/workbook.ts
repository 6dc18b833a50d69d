import type { LeaseName, WorkbookChange } from '#core/workbook/write/change';
import type { CellArea, Decoration, SheetCell } from '#core/workbook/decoration';
import type { Basis, OwnKey, Snapshot } from '#core/workbook/snapshot';
import type { CellGrid } from '#core/workbook/table';
import type { TabKey } from '#core/workbook/tab-keys';

/** The shared workbook. Throws `AppError` when it cannot be reached or may not be used. */
export interface WorkbookPort {
  /** Reads these tabs, and these report tabs, in one go; what the workbook does not have is missing from `tables` and `ownCells`. */
  read(spreadsheetId: string, tabs: readonly TabKey[], own?: readonly OwnKey[]): Promise<Snapshot>;
  /**
   * Reads the values of these tabs anew and takes from `known` where the tabs are: half the calls of `read`. Rows and columns that were
   * inserted or deleted since are found out by `apply`. Reads everything when `known` lacks one of the tabs, or when one is gone, renamed
   * or larger than known.
   */
  readAgain(known: Snapshot, tabs: readonly TabKey[]): Promise<Snapshot>;
  /** The cells of any tab, read as `read` gives them; of cells that were merged downwards each has the content. */
  readCells(spreadsheetId: string, title: string): Promise<CellGrid>;
  /** Every cell of these tabs whose note contains the text. */
  findNotes(
    spreadsheetId: string,
    sheetIds: readonly number[],
    text: string,
  ): Promise<readonly SheetCell[]>;
  /** Every cell in these areas that has a note or a background of its own. */
  readDecorations(
    spreadsheetId: string,
    areas: readonly CellArea[],
  ): Promise<readonly Decoration[]>;
  /** The value of one of the workbook's leases, without a name `sending`; null when nobody holds it. */
  readLease(spreadsheetId: string, lease?: LeaseName): Promise<string | null>;
  /**
   * Carries out all changes, or none. A row in a change is that row of `basis`, what the changes were decided from.
   * A lease that moves with the changes makes a second try harmless: changes that were carried out are not carried out again.
   *
   * @throws AppError rowsMoved when somebody inserted, deleted, sorted or moved rows or columns since; nothing is left of the changes.
   * @throws AppError rowsNotRestored when they reached other rows and could not be taken back altogether.
   * @throws AppError leaseHeld when a lease was moved meanwhile; nothing was written.
   */
  apply(basis: Basis, changes: readonly WorkbookChange[]): Promise<void>;
}
