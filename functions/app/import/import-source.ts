// What is to be imported: a tab of the workbook.
import type { ImportSource, ImportSources } from '#core/contract/import-rows';
import type { CellGrid } from '#core/workbook/table';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import type { OpenedWorkbook, Ports } from '../runtime/use-case';

export interface OpenedSource {
  readonly name: string;
  readonly cells: CellGrid;
}

/** Tabs of the clerks' own; Lectern's are no sources. */
export function listSources({ places }: Snapshot): ImportSources {
  const own = places.filter(({ key }) => key === null);
  const tabs = own.map(({ title, sheetId, rowCount }) => ({ title, sheetId, rows: rowCount }));
  return { action: 'sources', tabs };
}

/** Throws `AppError` importTabGone, importOwnTab or importEmpty. */
export async function openSource(
  source: ImportSource,
  { snapshot }: OpenedWorkbook,
  { workbook }: Ports,
): Promise<OpenedSource> {
  const place = snapshot.places.find(({ sheetId }) => sheetId === source.sheetId);
  if (!place) throw new AppError('importTabGone');
  const { title, key } = place;
  if (key !== null) throw new AppError('importOwnTab', { facts: { tab: title } });
  const cells = await workbook.readCells(snapshot.spreadsheetId, title);
  if (cells.height === 0) throw new AppError('importEmpty', { facts: { source: title } });
  return { name: title, cells };
}
