// The workbook port on the Sheets API: two reads in, one atomic write out.
import type { WorkbookChange } from '#core/workbook/change';
import type { WorkbookPort } from '../../ports/workbook';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { toAppError } from './google-error';
import { createTabRequests, layOutTabRequests } from './lay-out-tab';
import { readTags } from './edge-tags';
import { moveLeaseRequests, readLease } from './move-lease';
import { applySafely } from './safe-write';
import {
  decorateCellsRequests,
  findNotes,
  flagMarksRequests,
  readDecorations,
} from './decorations';
import { readSnapshot } from './read-snapshot';
import {
  appendRowsRequests,
  growTabRequests,
  linkCellsRequests,
  writeCellsRequests,
} from './write-cells';
import { writeReportRequests } from './write-report';

/** `client` is called on first use, so that a cold start does not pay for it. */
export function googleWorkbook(client: () => SheetsClient): WorkbookPort {
  /** Workbooks whose tags were elsewhere than expected. */
  const unsure = new Set<string>();
  return {
    read: (spreadsheetId, tabs, own = []) =>
      translating('reading it', async () => {
        if (!unsure.has(spreadsheetId)) return readSnapshot(client(), spreadsheetId, { tabs, own });
        const { edges } = await readTags(client(), spreadsheetId);
        return readSnapshot(client(), spreadsheetId, { tabs, own, edges });
      }),
    findNotes: (spreadsheetId, sheetIds, text) =>
      translating('searching its notes', () =>
        findNotes(client(), { spreadsheetId, sheetIds, text }),
      ),
    readDecorations: (spreadsheetId, areas) =>
      translating('reading its notes', () => readDecorations(client(), spreadsheetId, areas)),
    readLease: (spreadsheetId, lease) =>
      translating('reading its lease', () => readLease(client(), spreadsheetId, lease)),
    async apply(basis, changes) {
      const { spreadsheetId } = basis;
      const lookUpTags = () => unsure.add(spreadsheetId);
      await applySafely({ client: client(), toRequests, lookUpTags }, basis, changes);
      unsure.delete(spreadsheetId);
    },
  };
}

async function translating<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toAppError(error, doing);
  }
}

function toRequests(change: WorkbookChange): SheetsRequest[] {
  switch (change.kind) {
    case 'writeCells':
      return writeCellsRequests(change);
    case 'appendRows':
      return appendRowsRequests(change);
    case 'growTab':
      return growTabRequests(change);
    case 'createTab':
      return createTabRequests(change);
    case 'layOutTab':
      return layOutTabRequests(change);
    case 'writeReport':
      return writeReportRequests(change);
    case 'moveLease':
      return moveLeaseRequests(change);
    case 'decorateCells':
      return decorateCellsRequests(change);
    case 'linkCells':
      return linkCellsRequests(change);
    case 'flagMarks':
      return flagMarksRequests(change);
  }
}
