/** One spreadsheet: its sheets in tab order, and what belongs to the file as a whole. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { DeveloperMetadata, ReadonlySheet } from './sheet';

export type NamedRange = sheets_v4.Schema$NamedRange;

export interface Permission {
  id: string;
  type: string;
  role: string;
  emailAddress?: string;
  domain?: string;
  /** Named as the next owner. */
  pendingOwner?: boolean;
}

/** Everything of a spreadsheet but its sheets: plain JSON. */
export interface SpreadsheetRecord {
  spreadsheetId: string;
  properties: sheets_v4.Schema$SpreadsheetProperties & { title: string };
  namedRanges: NamedRange[];
  /** Of the file, its sheets, rows and columns: each says where it belongs. */
  developerMetadata: DeveloperMetadata[];
  permissions: Permission[];
  parents: string[];
  description: string;
  /** Drive's own key and value pairs of the file, which every program sees; files kept before have none. */
  fileProperties?: Readonly<Record<string, string>>;
  trashed: boolean;
  /** Instants in ISO form. */
  createdTime: string;
  modifiedTime: string;
  revision: number;
}

export interface Spreadsheet extends Readonly<SpreadsheetRecord> {
  readonly sheets: readonly ReadonlySheet[];
}

/** Undefined when no sheet has that id. */
export const sheetById = (spreadsheet: Spreadsheet, id: number): ReadonlySheet | undefined =>
  spreadsheet.sheets.find((sheet) => sheet.properties.sheetId === id);

/** Titles are compared without case, as Google does. */
export function sheetByTitle(spreadsheet: Spreadsheet, title: string): ReadonlySheet | undefined {
  const wanted = title.toLowerCase();
  return (
    spreadsheet.sheets.find((sheet) => sheet.properties.title === title) ??
    spreadsheet.sheets.find((sheet) => sheet.properties.title.toLowerCase() === wanted)
  );
}
