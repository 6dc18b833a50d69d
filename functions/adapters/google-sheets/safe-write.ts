// One write that reaches the rows it was meant for, or leaves nothing behind: refused where tags show that rows moved, read back with the
// same call where nothing can show it before, and taken back when it reached others.
import { randomUUID } from 'node:crypto';
import type { WorkbookChange } from '#core/workbook/change';
import type { OwnKey, Basis, Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { planMend, type LostRow } from '#core/row-safety/plan-mend';
import { planWrite, type SafeWrite } from '#core/row-safety/plan-write';
import { misplacedSheets, type ReadBack } from '#core/row-safety/probes';
import { AppError } from '../../errors';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { putEdgesRequests, readTags, takeEdgesRequests, type TagsRead } from './edge-tags';
import { readGoogleError, toAppError } from './google-error';
import { LEASES } from './marks';
import { askForProbes, readBackOf, readProbes } from './read-back';
import { readSnapshot } from './read-snapshot';

/** What a write needs of its workbook. */
export interface WriteDoor {
  readonly client: SheetsClient;
  readonly toRequests: (change: WorkbookChange) => SheetsRequest[];
  /** Called when the tags were not where they were expected: the next read looks them up. */
  readonly lookUpTags: () => void;
}

/** Further tries to take back what reached other rows, while somebody keeps moving them. */
const MEND_TRIES = 4;

/**
 * Throws `AppError` rowsMoved when the rows are no longer where `basis` has them and nothing of the changes is left, rowsDisturbed when
 * something could not be taken back, leaseHeld when a lease was moved meanwhile, and what `toAppError` says.
 */
export async function applySafely(
  door: WriteDoor,
  basis: Basis,
  changes: readonly WorkbookChange[],
): Promise<void> {
  const write = planWrite(basis, changes);
  if (write.changes.length === 0) return;
  const read = await carryOut(door, basis, write);
  const misplaced = misplacedSheets(write.probes, read);
  if (misplaced.size > 0) await mend(door, { basis, write, misplaced });
}

async function carryOut(door: WriteDoor, basis: Basis, write: SafeWrite): Promise<ReadBack> {
  const { client } = door;
  const { spreadsheetId } = basis;
  const token = leaseMoves(write).find(({ to }) => to !== null)?.to ?? randomUUID();
  const requests = [
    ...write.edges.flatMap(takeEdgesRequests),
    ...write.changes.flatMap(door.toRequests),
    ...write.edges.flatMap((edge) => putEdgesRequests(edge, token)),
  ];
  const { fields, body } = askForProbes(basis, write.probes);
  try {
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      fields,
      requestBody: { requests, ...body },
    });
    return readBackOf(data.updatedSpreadsheet);
  } catch (error) {
    const google = readGoogleError(error);
    if (!google || isClear(google)) throw toAppError(error, 'writing to it');
    const tags = await translating('reading its tags', () => readTags(client, spreadsheetId));
    if (isCarriedOut(write, tags, token))
      return translating('reading back', () => readProbes(client, spreadsheetId, write.probes));
    if (leaseMoves(write).some((move) => !isAt(tags, move)))
      throw new AppError('leaseHeld', { cause: error });
    if (google.status === 400 && write.edges.some((edge) => !areAt(tags, edge))) {
      door.lookUpTags();
      throw new AppError('rowsMoved', { cause: error });
    }
    if (google.status === 400 && /unable to parse range/i.test(google.message)) {
      // A tab was renamed meanwhile: its rows are still known by its id.
      await translating('writing to it', () =>
        client.spreadsheets.batchUpdate({
          spreadsheetId,
          fields: 'spreadsheetId',
          requestBody: { requests },
        }),
      );
      return translating('reading back', () => readProbes(client, spreadsheetId, write.probes));
    }
    // The reading of the tags may be older than what refused the write.
    if (google.status === 400 && /already exists/i.test(google.message))
      throw new AppError('sheetsDown', { cause: error });
    throw toAppError(error, 'writing to it');
  }
}

/** Refused, whatever the workbook looks like now. */
function isClear({
  status,
  message,
}: {
  readonly status: number | null;
  readonly message: string;
}): boolean {
  if (status === 400) return /protected (cell|range|sheet)/i.test(message);
  return status !== null && status < 500;
}

async function translating<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toAppError(error, doing);
  }
}

const leaseMoves = ({ changes }: SafeWrite) =>
  changes.filter((change) => change.kind === 'moveLease');

function isAt(
  { leases }: TagsRead,
  { lease = 'sending', from }: ReturnType<typeof leaseMoves>[number],
): boolean {
  return (leases.get(LEASES[lease].id) ?? null) === from;
}

/** Every write leaves its token, in a lease or in a tag. */
const isCarriedOut = (write: SafeWrite, { values, leases }: TagsRead, token: string): boolean =>
  values.has(token) ||
  (write.edges.length === 0 &&
    leaseMoves(write).some(({ lease = 'sending', from, to }) => {
      const present = leases.get(LEASES[lease].id) ?? null;
      return from !== to && present === to;
    }));

function areAt({ edges }: TagsRead, { sheetId, from }: SafeWrite['edges'][number]): boolean {
  const present = edges.get(sheetId) ?? { row: null, column: null };
  return present.row === (from?.row ?? null) && present.column === (from?.column ?? null);
}

interface Misplaced {
  readonly basis: Basis;
  readonly write: SafeWrite;
  readonly misplaced: ReadonlySet<number>;
}

/** Reads the tabs again and takes back; what is written for that is itself a safe write. */
async function mend(door: WriteDoor, { basis, write, misplaced }: Misplaced): Promise<void> {
  door.lookUpTags();
  let changes = write.changes;
  for (let tries = 1; ; tries += 1) {
    const now = await readNow(door, basis, write);
    const plan = planMend(changes, misplaced, { before: basis, now });
    if (plan.changes.length === 0) {
      if (plan.lost.length > 0) throw disturbed(plan.lost);
      if (plan.isTakenBack) throw new AppError('rowsMoved');
      return;
    }
    if (tries > MEND_TRIES) throw disturbed(plan.lost, basis, misplaced);
    try {
      await applySafely(door, now, plan.changes);
      // Notes and colours are not read again: they are given back once.
      changes = changes.filter(({ kind }) => kind !== 'decorateCells');
    } catch (error) {
      if (!(error instanceof AppError) || error.refusal !== 'rowsMoved') throw error;
    }
  }
}

async function readNow({ client }: WriteDoor, basis: Basis, write: SafeWrite): Promise<Snapshot> {
  const touched = new Set(
    write.changes.flatMap((one) => ('sheetId' in one ? [one.sheetId] : sheetsOf(one))),
  );
  const tabs = TAB_KEYS.filter((key) => {
    const table = basis.tables[key];
    return table !== undefined && touched.has(table.sheetId);
  });
  const own = write.changes.flatMap((change): OwnKey[] =>
    change.kind === 'writeReport' && change.replaces ? [change.key] : [],
  );
  return translating('reading it again', async () => {
    const { edges } = await readTags(client, basis.spreadsheetId);
    return readSnapshot(client, basis.spreadsheetId, { tabs, own, edges });
  });
}

const sheetsOf = (change: WorkbookChange): readonly number[] =>
  change.kind === 'decorateCells' ? change.cells.map(({ sheetId }) => sheetId) : [];

function disturbed(
  lost: readonly LostRow[],
  basis?: Basis,
  misplaced: ReadonlySet<number> = new Set(),
): AppError {
  const places = lost.map(
    ({ title, row, cells }) =>
      `${title} ${row}: ${cells.map(({ cell, value }) => `${cell} = “${value}”`).join(', ')}`,
  );
  const titles = (basis?.places ?? []).flatMap(({ sheetId, title }) =>
    misplaced.has(sheetId) ? [title] : [],
  );
  return new AppError('rowsDisturbed', { facts: { places: [...places, ...titles].join('; ') } });
}
