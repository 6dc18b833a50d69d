// The ledger's rows that are about this workbook's mails.
import { rowsIn, type EntryOf } from '../../model/book';
import type { Snapshot } from '../../workbook/snapshot';

type LedgerEntry = EntryOf<'notices'>;

/** A copied workbook brings along the ledger of the file it was made from; the key of a mail names the workbook. */
export const ownRows = (snapshot: Snapshot): readonly LedgerEntry[] =>
  rowsIn(snapshot, 'notices').filter((entry) => isOwn(entry, snapshot.spreadsheetId));

/** A row whose key cannot be read is taken for the workbook's own. */
export const isOwn = ({ cells: { key } }: LedgerEntry, spreadsheetId: string): boolean =>
  key === undefined || key.startsWith(`${spreadsheetId}|`);
