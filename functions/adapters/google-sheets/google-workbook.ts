// The workbook port on the Sheets API: two reads in, one atomic write out.
import type { WorkbookChange } from '#core/workbook/change';
import { AppError } from '../../errors';
import type { WorkbookPort } from '../../ports/workbook';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { toAppError } from './google-error';
import { createTabRequests, layOutTabRequests } from './lay-out-tab';
import { isLeaseRefusal, moveLeaseRequests, readLease } from './move-lease';
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
  return {
    read: (spreadsheetId, tabs, own = []) =>
      translating('reading it', () => readSnapshot(client(), spreadsheetId, { tabs, own })),
    findNotes: (spreadsheetId, sheetIds, text) =>
      translating('searching its notes', () =>
        findNotes(client(), { spreadsheetId, sheetIds, text }),
      ),
    readDecorations: (spreadsheetId, areas) =>
      translating('reading its notes', () => readDecorations(client(), spreadsheetId, areas)),
    readLease: (spreadsheetId, lease) =>
      translating('reading its lease', () => readLease(client(), spreadsheetId, lease)),
    async apply(spreadsheetId, changes) {
      const requests = changes.flatMap(toRequests);
      if (requests.length === 0) return;
      await translating('writing to it', () =>
        client().spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }),
      );
    },
  };
}

async function translating<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isLeaseRefusal(error)) {
      throw new AppError('leaseHeld', { cause: error });
    }
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
