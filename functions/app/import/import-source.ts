// What is to be imported: a tab of the workbook, or a sheet of a file that the clerk chose.
import type { ImportSource } from '#core/contract/import-preview';
import type { ImportSources } from '#core/contract/import-rows';
import type { CellGrid } from '#core/workbook/table';
import { toLocalTime } from '#core/calendar/zone';
import { entriesOf } from '#core/model/book';
import { begunSessions } from '#core/model/session';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { FileReader } from '../../ports/file-reader';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

export interface OpenedSource {
  readonly name: string;
  /** Titles of the file's sheets; none for a tab. */
  readonly sheets: readonly string[];
  readonly cells: CellGrid;
}

/** Tabs of the clerks' own, for Lectern's are no sources; and the sessions whose attendance may be imported. */
export function listSources(
  { snapshot, settings }: Pick<OpenedWorkbook, 'snapshot' | 'settings'>,
  now: Date,
): ImportSources {
  const { places, tables } = snapshot;
  const own = places.filter(({ key }) => key === null);
  const tabs = own.map(({ title, sheetId, rowCount }) => ({ title, sheetId, rows: rowCount }));
  const schedule = entriesOf(tables, 'schedule');
  const { day } = toLocalTime(now, settings.timeZone);
  return { action: 'sources', tabs, sessions: begunSessions(schedule, day) };
}

/** Throws `AppError` importTabGone, importOwnTab, importEmpty, fileTooLarge or fileUnreadable. */
export async function openSource(
  source: ImportSource,
  { snapshot }: OpenedWorkbook,
  ports: Ports,
): Promise<OpenedSource> {
  const opened =
    source.from === 'tab'
      ? await openTab(source, snapshot, ports)
      : await openFile(source, ports.files);
  if (opened.cells.height === 0)
    throw new AppError('importEmpty', { facts: { source: opened.name } });
  return opened;
}

async function openTab(
  { sheetId }: Extract<ImportSource, { from: 'tab' }>,
  { spreadsheetId, places }: Snapshot,
  { workbook }: Ports,
): Promise<OpenedSource> {
  const place = places.find((one) => one.sheetId === sheetId);
  if (!place) throw new AppError('importTabGone');
  const { title, key } = place;
  if (key !== null) throw new AppError('importOwnTab', { facts: { tab: title } });
  return { name: title, sheets: [], cells: await workbook.readCells(spreadsheetId, title) };
}

async function openFile(
  { name, content, sheet: wanted }: Extract<ImportSource, { from: 'file' }>,
  files: FileReader,
): Promise<OpenedSource> {
  const sheets = await files.read({ name, bytes: Buffer.from(content, 'base64') });
  const filled = sheets.filter(({ cells }) => cells.height > 0);
  const found = filled.find(({ title }) => title === wanted) ?? filled[0];
  return {
    name: found && filled.length > 1 ? `${name} / ${found.title}` : name,
    sheets: filled.map(({ title }) => title),
    cells: found?.cells ?? { height: 0, columns: [] },
  };
}
