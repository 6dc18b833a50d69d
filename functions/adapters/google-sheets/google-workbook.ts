// The workbook port on the Sheets API: two reads in, one atomic write out.
import type { WorkbookChange } from '#core/workbook/write/change';
import type { Basis } from '#core/workbook/snapshot';
import type { WorkbookPort } from '../../ports/workbook';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { toAppError } from './google-error';
import { stepRequest } from './line-step-request';
import { createTabRequests, layOutTabRequests } from './lay-out-tab';
import { writeOwnIdRequests } from './own-id';
import { readTags } from './read-tags';
import { readLease } from './read-lease';
import { applySafely } from './safe-write';
import {
  decorateCellsRequests,
  findNotes,
  flagHighlightsRequests,
  readDecorations,
} from './decorations';
import { readAnyTab } from './read-any-tab';
import { readSnapshot } from './read-snapshot';
import { readValuesAgain } from './read-values-again';
import {
  appendRowsRequests,
  deleteRowsRequests,
  growTabRequests,
  linkCellsRequests,
  writeCellsRequests,
} from './write-cells';
import { writeReportRequests } from './report/write-report';

/** The account that edits a workbook; null when it is unknown. */
export type OwnAddress = (spreadsheetId: string) => Promise<string | null>;

/** `client` is called on first use, so that a cold start does not pay for it; `ownAddress` when a tab is protected. */
export function googleWorkbook(
  client: (spreadsheetId: string) => SheetsClient,
  ownAddress: OwnAddress = () => Promise.resolve(null),
): WorkbookPort {
  const memory = { tagsMoved: new Set<string>(), swapWay: 'reuse' as const };
  const read: WorkbookPort['read'] = (spreadsheetId, tabs, own = []) =>
    translating('reading it', async () => {
      if (!memory.tagsMoved.has(spreadsheetId))
        return readSnapshot(client(spreadsheetId), spreadsheetId, { tabs, own });
      const { edges } = await readTags(client(spreadsheetId), spreadsheetId);
      return readSnapshot(client(spreadsheetId), spreadsheetId, { tabs, own, edges });
    });
  return {
    read,
    async readAgain(known, tabs) {
      const { spreadsheetId } = known;
      const again = await translating('reading it', () =>
        readValuesAgain(client(spreadsheetId), known, tabs),
      );
      return again ?? read(spreadsheetId, tabs);
    },
    readCells: (spreadsheetId, title) =>
      translating('reading a tab', () => readAnyTab(client(spreadsheetId), spreadsheetId, title)),
    findNotes: (spreadsheetId, sheetIds, text) =>
      translating('searching its notes', () =>
        findNotes(client(spreadsheetId), { spreadsheetId, sheetIds, text }),
      ),
    readDecorations: (spreadsheetId, areas) =>
      translating('reading its notes', () =>
        readDecorations(client(spreadsheetId), spreadsheetId, areas),
      ),
    readLease: (spreadsheetId, lease) =>
      translating('reading its lease', () =>
        readLease(client(spreadsheetId), spreadsheetId, lease),
      ),
    async apply(basis, changes) {
      const { spreadsheetId } = basis;
      const own = () => ownAddress(spreadsheetId);
      const ready = await Promise.all(changes.map((change) => withOwnEditor(change, own)));
      await applySafely({ client: client(spreadsheetId), toRequests, memory }, basis, ready);
    },
  };
}

/** The account that protects a range must be among its editors, or it may lose the right to write there. */
async function withOwnEditor(
  change: WorkbookChange,
  ownAddress: () => Promise<string | null>,
): Promise<WorkbookChange> {
  if (change.kind !== 'layOutTab' || !change.protect || change.protect.warningOnly) return change;
  const own = await ownAddress();
  if (own === null || change.protect.editors.includes(own)) return change;
  return { ...change, protect: { ...change.protect, editors: [...change.protect.editors, own] } };
}

async function translating<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toAppError(error, doing);
  }
}

/** Leases move with the tags (`swap-tags.ts`). */
function toRequests(change: WorkbookChange, basis: Basis): SheetsRequest[] {
  switch (change.kind) {
    case 'writeCells':
      return writeCellsRequests(change);
    case 'appendRows':
      return appendRowsRequests(change);
    case 'deleteRows':
      return deleteRowsRequests(change);
    case 'arrangeRows':
      return change.steps.map((step) => stepRequest(change.sheetId, 'ROWS', step));
    case 'deleteTab':
      return [{ deleteSheet: { sheetId: change.sheetId } }];
    case 'growTab':
      return growTabRequests(change);
    case 'createTab':
      return createTabRequests(change);
    case 'layOutTab':
      return layOutTabRequests(change, basis);
    case 'writeReport':
      return writeReportRequests(change, basis);
    case 'moveLease':
      return [];
    case 'decorateCells':
      return decorateCellsRequests(change);
    case 'linkCells':
      return linkCellsRequests(change);
    case 'flagHighlights':
      return flagHighlightsRequests(change, basis);
    case 'writeOwnId':
      return writeOwnIdRequests(change, basis);
  }
}
