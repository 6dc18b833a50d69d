// One write that reaches the rows it was decided for, or leaves nothing behind: refused where tags show that rows moved, read back with the
// same call where nothing can show it before, and taken back when it reached others.
import { randomUUID } from 'node:crypto';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { OwnKey, Basis, Snapshot } from '#core/workbook/snapshot';
import { ALL_TAB_KEYS } from '#core/workbook/tab-keys';
import { planRepair, type LostRow } from '#core/row-safety/plan-repair';
import { planWrite, type SafeWrite } from '#core/row-safety/plan-write';
import { misplacedSheets, type ReadBack } from '#core/row-safety/probes';
import { AppError } from '../../errors';
import type { SheetsClient, SheetsRequest } from '../google-clients';
import { readTags, type TagsRead } from './read-tags';
import { readGoogleError, toAppError } from './google-error';
import { LEASES } from './metadata-keys';
import { askForProbes, readBackOf, readProbes } from './read-back';
import { readSnapshot } from './read-snapshot';
import { compareAndSwapRequests, type SwapMethod } from './compare-and-swap';

/** What a write needs of its adapter. */
export interface WriteContext {
  readonly client: SheetsClient;
  readonly toRequests: (change: WorkbookChange, basis: Basis) => SheetsRequest[];
  /** Kept for the process: none of it is needed for a write to be right. */
  readonly memory: {
    /** Workbooks whose tags were not where they were expected: the next read looks them up. */
    readonly tagsMoved: Set<string>;
    /** The way that Google was seen to take. */
    swapWay: SwapMethod;
  };
}

/** Further tries to take back what reached other rows, while somebody keeps moving them. */
const REPAIR_ATTEMPTS = 4;

/**
 * Throws `AppError` rowsMoved when the rows are no longer where `basis` has them and nothing of the changes is left, rowsNotRestored when
 * something could not be taken back, leaseHeld when a lease was moved meanwhile, and what `toAppError` says.
 */
export async function applySafely(
  door: WriteContext,
  basis: Basis,
  changes: readonly WorkbookChange[],
): Promise<void> {
  const write = planWrite(basis, changes);
  if (write.changes.length === 0) return;
  const { read, isLeaseLost } = await carryOut(door, basis, write, door.memory.swapWay);
  const misplaced = isLeaseLost
    ? new Set(write.edges.map(({ sheetId }) => sheetId))
    : misplacedSheets(write.probes, read);
  if (misplaced.size > 0) await repair(door, { basis, write, misplaced });
  if (isLeaseLost) throw new AppError('leaseHeld');
  door.memory.tagsMoved.delete(basis.spreadsheetId);
}

interface WriteOutcome {
  readonly read: ReadBack;
  /** The batch was carried out although a lease had been moved: only where Google takes an update that matches nothing. */
  readonly isLeaseLost: boolean;
}

async function carryOut(
  door: WriteContext,
  basis: Basis,
  write: SafeWrite,
  way: SwapMethod,
): Promise<WriteOutcome> {
  const { client, memory } = door;
  const { spreadsheetId } = basis;
  const leases = leaseMoves(write);
  const token = leases.find(({ to }) => to !== null)?.to ?? randomUUID();
  const { before, checked, after } = compareAndSwapRequests(
    { leases, edges: write.edges },
    token,
    way,
  );
  const requests = [
    ...before,
    ...write.changes.flatMap((change) => door.toRequests(change, basis)),
    ...after,
  ];
  const { fields, body } = askForProbes(basis, write.probes, checked > 0);
  try {
    const { data } = await client.spreadsheets.batchUpdate({
      spreadsheetId,
      fields,
      requestBody: { requests, ...body },
    });
    memory.swapWay = way;
    const unmatched = (data.replies ?? [])
      .slice(0, checked)
      .findIndex((reply) => !reply.updateDeveloperMetadata?.developerMetadata?.length);
    if (unmatched >= 0) memory.tagsMoved.add(spreadsheetId);
    const updatedLeases = leases.filter(({ from, to }) => from !== null && to !== null).length;
    return {
      read: readBackOf(data.updatedSpreadsheet),
      isLeaseLost: unmatched >= 0 && unmatched < updatedLeases,
    };
  } catch (error) {
    const tries = {
      basis,
      write,
      requests,
      token,
      mayUpdate: way === 'reuse' && before.length > 0,
    };
    return afterRefusal(door, tries, error);
  }
}

interface WriteTry {
  readonly basis: Basis;
  readonly write: SafeWrite;
  readonly requests: readonly SheetsRequest[];
  readonly token: string;
  /** The other way of swapping tags was not tried yet. */
  readonly mayUpdate: boolean;
}

/** A batch that was refused, or whose answer was lost: the tags show which, independent of the error's text. */
async function afterRefusal(
  door: WriteContext,
  { basis, write, requests, token, mayUpdate }: WriteTry,
  error: unknown,
): Promise<WriteOutcome> {
  const { client, memory } = door;
  const { spreadsheetId } = basis;
  const readAgain = async (): Promise<WriteOutcome> => ({
    read: await translating('reading back', () => readProbes(client, spreadsheetId, write.probes)),
    isLeaseLost: false,
  });
  const google = readGoogleError(error);
  if (!google || isRejection(google)) throw toAppError(error, 'writing to it');
  const tags = await translating('reading its tags', () => readTags(client, spreadsheetId));
  if (isApplied(write, tags, token)) return readAgain();
  if (leaseMoves(write).some((move) => !isAt(tags, move)))
    throw new AppError('leaseHeld', { cause: error });
  if (google.status !== 400) throw toAppError(error, 'writing to it');
  if (write.edges.some((edge) => !areAt(tags, edge))) {
    memory.tagsMoved.add(spreadsheetId);
    throw new AppError('rowsMoved', { cause: error });
  }
  if (/unable to parse range/i.test(google.message)) {
    // A tab was renamed meanwhile: its rows are still known by its id.
    const requestBody = { requests: [...requests] };
    await translating('writing to it', () =>
      client.spreadsheets.batchUpdate({ spreadsheetId, fields: 'spreadsheetId', requestBody }),
    );
    return readAgain();
  }
  if (await haveTabsChanged(client, basis)) throw new AppError('rowsMoved', { cause: error });
  // Nothing moved, and it is refused: perhaps an id may not be used again within a batch.
  if (!mayUpdate) throw toAppError(error, 'writing to it');
  return carryOut(door, basis, write, 'update').catch((second: unknown) => {
    throw second instanceof AppError ? second : toAppError(error, 'writing to it');
  });
}

/** Whether tabs came, went or were renamed since: what is planned for the end, or under a free name, may be neither any more. */
async function haveTabsChanged(
  client: SheetsClient,
  { spreadsheetId, places }: Basis,
): Promise<boolean> {
  if (places.length === 0) return false;
  const { data } = await translating('reading its tabs', () =>
    client.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties(sheetId,title)' }),
  );
  const now = (data.sheets ?? []).map(
    ({ properties }) => `${properties?.sheetId ?? 0} ${properties?.title ?? ''}`,
  );
  return now.join('\n') !== places.map(({ sheetId, title }) => `${sheetId} ${title}`).join('\n');
}

/** Refused, whatever the workbook looks like now. */
function isRejection({
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
const isApplied = (write: SafeWrite, { values, leases }: TagsRead, token: string): boolean =>
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
async function repair(door: WriteContext, { basis, write, ...found }: Misplaced): Promise<void> {
  let { misplaced } = found;
  door.memory.tagsMoved.add(basis.spreadsheetId);
  let changes = write.whole;
  for (let tries = 1; ; tries += 1) {
    const now = await readNow(door, basis, write);
    const plan = planRepair(changes, misplaced, { before: basis, now });
    if (plan.changes.length === 0) {
      if (plan.lost.length > 0) throw unrestoredRows(plan.lost);
      if (plan.isRolledBack) throw new AppError('rowsMoved');
      return;
    }
    if (tries > REPAIR_ATTEMPTS) throw unrestoredRows(plan.lost, basis, misplaced);
    try {
      await applySafely(door, now, plan.changes);
      // A list that was written again reached its columns, or this write would have been repaired itself.
      if (!plan.isRolledBack) return;
      misplaced = new Set([...misplaced].filter((sheetId) => !plan.rewritten.has(sheetId)));
      // Notes and colours are not read again: they are restored once.
      changes = changes.filter(({ kind }) => kind !== 'decorateCells');
    } catch (error) {
      if (!(error instanceof AppError) || error.refusal !== 'rowsMoved') throw error;
    }
  }
}

async function readNow(
  { client }: WriteContext,
  basis: Basis,
  write: SafeWrite,
): Promise<Snapshot> {
  const touched = new Set(
    write.changes.flatMap((one) => ('sheetId' in one ? [one.sheetId] : sheetsOf(one))),
  );
  const tabs = ALL_TAB_KEYS.filter((key) => {
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

function unrestoredRows(
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
  return new AppError('rowsNotRestored', { facts: { places: [...places, ...titles].join('; ') } });
}
