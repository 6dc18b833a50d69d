// One `get` for the places of the tabs, one `values.batchGet` for their values.
import type { Edges, OwnKey, Snapshot, TabPlace } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { rowsOf } from '#core/workbook/cell-grid';
import type { Cell, CellGrid, Table } from '#core/workbook/table';
import { findKeys, tabsOfSameFile } from '#core/workbook/tab-tags';
import type { Schema, SheetsClient, sheets_v4 } from '../google-clients';
import { AppError } from '../../errors';
import { hasEdgesValue } from './compare-and-swap';
import { readOwnId } from './own-id';
import { HAS_HIGHLIGHTS, HAS_EDGES, REPORT_RECORD, TAB_TAG } from './metadata-keys';
import { readValueRanges } from './values/value-ranges';

const STRUCTURE = [
  'properties(title,locale,timeZone)',
  'developerMetadata(metadataKey,metadataValue)',
  'sheets(properties(sheetId,title,index,gridProperties(rowCount,columnCount)),developerMetadata(metadataKey,metadataValue)',
  'charts(chartId),protectedRanges(protectedRangeId,description),conditionalFormats(booleanRule(condition)))',
].join(',');

/** How the description of a protection begins that set-up made; the clerks' own are left alone. */
const OWN_PROTECTION = 'Lectern ';

/** Quotes a tab's name for use in a range. */
export const quoteTitle = (title: string): string => `'${title.replaceAll("'", "''")}'`;

export async function readSnapshot(
  client: SheetsClient,
  spreadsheetId: string,
  wanted: {
    readonly tabs: readonly TabKey[];
    readonly own: readonly OwnKey[];
    /** Where the tags are; without them they are taken to be at the end of each tab that has them. */
    readonly edges?: ReadonlyMap<number, Edges>;
  },
): Promise<Snapshot> {
  const { data } = await client.spreadsheets.get({ spreadsheetId, fields: STRUCTURE });
  const { edges } = wanted;
  const places = toPlaces(data, tabsOfSameFile(wanted.tabs)).map((place) =>
    edges ? { ...place, edges: edges.get(place.sheetId) ?? missing(place) } : place,
  );
  const found = <Key extends OwnKey>(keys: readonly Key[]): { key: Key; place: TabPlace }[] =>
    keys.flatMap((key) => {
      const place = places.find((candidate) => candidate.key === key);
      return place ? [{ key, place }] : [];
    });
  const [tabs, own] = [found(wanted.tabs), found(wanted.own)];
  const titles = [...tabs, ...own].map(({ place }) => quoteTitle(place.title));
  const values = titles.length > 0 ? await readValues(client, spreadsheetId, titles) : [];
  const tables = tabs.map(({ key, place }, index): [TabKey, Table] => [
    key,
    { key, title: place.title, sheetId: place.sheetId, cells: values[index] ?? NOTHING },
  ]);
  const ownCells = own.map(({ key }, index): [OwnKey, Cell[][]] => [
    key,
    rowsOf(values[tabs.length + index] ?? NOTHING),
  ]);
  return {
    spreadsheetId,
    title: data.properties?.title ?? '',
    locale: data.properties?.locale ?? '',
    timeZone: data.properties?.timeZone ?? '',
    places,
    tables: Object.fromEntries(tables),
    ownId: readOwnId(data),
    ...(own.length > 0 && { ownCells: Object.fromEntries(ownCells) }),
  };
}

export async function readValues(
  client: SheetsClient,
  spreadsheetId: string,
  ranges: string[],
): Promise<CellGrid[]> {
  const { data } = await client.spreadsheets.values.batchGet(
    {
      spreadsheetId,
      ranges,
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
      prettyPrint: false,
    },
    { responseType: 'arraybuffer' },
  );
  try {
    return readValueRanges(data as unknown as ArrayBuffer); // what was asked for
  } catch (error) {
    throw new AppError('sheetsDown', { cause: error });
  }
}

const NOTHING: CellGrid = { height: 0, columns: [] };

function toPlaces(spreadsheet: Schema, titled: readonly TabKey[]): TabPlace[] {
  const sheets = spreadsheet.sheets ?? [];
  const marks = sheets.map((sheet) => ({
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    tag: metadataOf(sheet, TAB_TAG),
  }));
  const keys = findKeys(marks, titled);
  return sheets.map((sheet, index) => toPlace(sheet, keys[index] ?? { key: null, layout: null }));
}

function metadataOf(
  { developerMetadata = [] }: sheets_v4.Schema$Sheet,
  key: string,
): string | null {
  return developerMetadata.find((entry) => entry.metadataKey === key)?.metadataValue ?? null;
}

/** A tab may say that it has tags and have none any more: their row was deleted. */
const missing = ({ edges }: TabPlace): Edges | null => (edges ? { row: null, column: null } : null);

function toPlace(sheet: sheets_v4.Schema$Sheet, own: Pick<TabPlace, 'key' | 'layout'>): TabPlace {
  const properties = sheet.properties ?? {};
  const { rowCount, columnCount } = properties.gridProperties ?? {};
  const hasEdges = sheet.developerMetadata?.some(
    ({ metadataKey, metadataValue }) =>
      metadataKey === HAS_EDGES && metadataValue === hasEdgesValue(properties.sheetId ?? 0),
  );
  return {
    ...own,
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? '',
    index: properties.index ?? 0,
    rowCount: rowCount ?? 0,
    columnCount: columnCount ?? 0,
    edges: hasEdges ? { row: (rowCount ?? 0) - 1, column: (columnCount ?? 0) - 1 } : null,
    metadataKeys: (sheet.developerMetadata ?? []).flatMap(({ metadataKey }) => metadataKey ?? []),
    record: metadataOf(sheet, REPORT_RECORD),
    chartIds: (sheet.charts ?? []).flatMap((chart) => chart.chartId ?? []),
    protectedRangeIds: (sheet.protectedRanges ?? [])
      .filter((range) => range.description?.startsWith(OWN_PROTECTION) === true)
      .flatMap((range) => range.protectedRangeId ?? []),
    colorWords: (sheet.conditionalFormats ?? []).map(
      (rule) => rule.booleanRule?.condition?.values?.[0]?.userEnteredValue ?? null,
    ),
    hasHighlights:
      sheet.developerMetadata?.some((entry) => entry.metadataKey === HAS_HIGHLIGHTS) === true,
  };
}
