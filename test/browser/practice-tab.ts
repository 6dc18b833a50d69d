// The tab that the tests of the grid work in, and what they ask of both sides.
import type { SheetsClient } from './sheets-client';
import type { WorkbenchPage } from './workbench-page';

export const MINUTES = 60_000;
export const TAB = '练习';
export const SHEET_ID = 4242;

export interface PracticeTab {
  readonly grid: WorkbenchPage;
  readonly sheets: SheetsClient;
  /** Waits for a value on the server; answers with the last one. */
  readonly onServer: (a1: string, wanted: unknown) => Promise<unknown>;
  readonly inGrid: (a1: string, wanted: unknown) => Promise<unknown>;
  /** Waits until the grid has what was written so far. */
  readonly reached: (a1: string) => Promise<void>;
}
