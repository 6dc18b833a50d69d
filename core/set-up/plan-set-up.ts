// Which tabs to create and which to complete, so that a workbook has everything Lectern needs. Loses nothing, does nothing twice.
import { joined } from '../text/listed';
import { foldWord } from '../text/clean';
import { fill, type Language } from '../text/language';
import { cellAt, rowAt } from '../workbook/cell-grid';
import type { LayOutTab, WorkbookChange } from '../workbook/write/change';
import type { Column } from '../workbook/column';
import type { HeaderLines } from '../workbook/header-lines';
import { findHeaders, type Positions } from '../workbook/headers';
import { nameIndex } from '../names/name-index';
import { nameColumns, namesIn, type NameColumn } from '../names/shown-names';
import { settingOf } from '../model/read-settings';
import { initialRows, settingRows, type InitialRow } from './initial-rows';
import { coloredWords, layoutOf, type LayoutContext } from './layout';
import { SET_UP_TEXTS } from './set-up.texts';
import { isCopy, placeOf, type Snapshot, type TabPlace } from '../workbook/snapshot';
import { NO_HEADER } from '../workbook/shape-rules.texts';
import type { Tab } from '../workbook/tab';
import { isBlank, type Table, type Tables } from '../workbook/table';
import { TAB_KEYS, type TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs';
import { entriesOf } from '../model/book';
import { SETTING_KEYS } from '../workbook/read/settings';
import { appendCells } from '../workbook/write/append-rows';
import { declaredPositions, writeRow, type RowCells } from '../workbook/write/write-row';

export interface SetUpPlan {
  readonly changes: readonly WorkbookChange[];
  readonly created: readonly string[];
  readonly upgraded: readonly string[];
  readonly unchanged: number;
  /** One sentence for each tab that a clerk laid out: what was left as it is, and what was added. One for settings that were added, and one for a copy. */
  readonly remarks: readonly string[];
}

export interface SetUpOptions {
  readonly language: Language;
  /** Addresses that may edit what only administrators edit; the first rows of a new roles tab. */
  readonly admins: readonly string[];
  /** The tabs that the file is to have; the registry has others than a workbook. */
  readonly tabs?: readonly TabKey[];
}

const NEW_ROWS = 1000;
/** Sheet ids of new tabs count up from here. */
const FIRST_SHEET_ID = 1001;

/** `snapshot` holds all tabs to be set up that the workbook has. */
export function planSetUp(snapshot: Snapshot, options: SetUpOptions): SetUpPlan {
  const { tabs = TAB_KEYS } = options;
  const context = contextOf(snapshot, options);
  const takenIds = new Set(snapshot.places.map((place) => place.sheetId));
  const changes: WorkbookChange[] = [];
  const created: string[] = [];
  const upgraded: string[] = [];
  const remarks: string[] = [];
  const withNewNames: string[] = [];
  const ids = nameIndex(snapshot.tables);
  tabs.forEach((key, index) => {
    const place = placeOf(snapshot, key);
    if (!place) {
      created.push(context.titleOf(key));
      changes.push(...creation(key, { index, sheetId: takeId(takenIds) }, context));
      return;
    }
    const additions = context.additionsTo(key);
    if (additions) remarks.push(remarkOn(key, additions, context));
    if (context.positionsOf(key).size === 0) return;
    const rows = key === 'settings' ? missingSettings(snapshot.tables, options.language) : [];
    if (rows.length > 0) remarks.push(remarkOnSettings(rows, context));
    const isDue = place.layout !== layoutOf(key, context).layout || (additions?.length ?? 0) > 0;
    if ((isDue && additions?.length !== 0) || rows.length > 0) upgraded.push(place.title);
    if (isDue) changes.push(...upgrade(key, place, context));
    const names = addedNames(key, snapshot, context);
    if (names.length > 0 && !additions) withNewNames.push(place.title);
    changes.push(...names.flatMap(({ table, column }) => namesIn(table, column, ids)));
    changes.push(...appendCells(snapshot, key, cellsOf(key, rows, context)));
  });
  const { spreadsheetId, ownId = null } = snapshot;
  if (ownId !== spreadsheetId) changes.push({ kind: 'writeOwnId', replaces: ownId !== null });
  if (withNewNames.length > 0) remarks.push(remarkOnNames(withNewNames, options.language));
  if (isCopy(snapshot)) remarks.push(SET_UP_TEXTS.copy[options.language]);
  return {
    changes: orderChanges(changes),
    created,
    upgraded,
    unchanged: tabs.length - created.length - upgraded.length,
    remarks,
  };
}

function remarkOn(key: TabKey, additions: readonly string[], context: LayoutContext): string {
  const { language } = context;
  const columns: Readonly<Record<string, Column>> = TABS[key].columns;
  const words = { tab: context.titleOf(key), row: context.headerRowOf(key) + 1 };
  if (context.positionsOf(key).size === 0) return fill(SET_UP_TEXTS.noHeader[language], words);
  if (additions.length === 0) return fill(SET_UP_TEXTS.kept[language], words);
  const labels = additions.flatMap((name) => columns[name]?.label[language] ?? []);
  const list = joined(labels, language);
  return fill(SET_UP_TEXTS.added[language], { ...words, columns: list });
}

function remarkOnNames(titles: readonly string[], language: Language): string {
  return fill(SET_UP_TEXTS.names[language], { tabs: joined(titles, language) });
}

/** Columns of names that the tab gets now: they are filled at once. */
function addedNames(
  key: TabKey,
  { tables }: Snapshot,
  context: LayoutContext,
): { readonly table: Table; readonly column: NameColumn }[] {
  const table = tables[key];
  if (!table) return [];
  const { positions } = findHeaders(TABS[key], table);
  return nameColumns(key, context.positionsOf(key))
    .filter((column) => !positions.has(column.key))
    .map((column) => ({ table, column }));
}

/** Rows of settings that came with a later version than the workbook. */
function missingSettings(tables: Tables, language: Language): readonly InitialRow[] {
  const present = new Set(
    entriesOf(tables, 'settings').map(({ cells }) => settingOf(cells.name ?? '')),
  );
  return settingRows(
    SETTING_KEYS.filter((key) => !present.has(key)),
    language,
  );
}

function remarkOnSettings(rows: readonly InitialRow[], context: LayoutContext): string {
  const { language } = context;
  const names = joined(
    rows.map(({ name }) => String(name)),
    language,
  );
  const words = { tab: context.titleOf('settings'), names };
  return fill(SET_UP_TEXTS.settings[language], words);
}

const cellsOf = (key: TabKey, rows: readonly InitialRow[], context: LayoutContext): RowCells[] =>
  rows.map((row) => writeRow(TABS[key], row, context.positionsOf(key), context.language));

/** Tabs come first: drop-downs and writes name tabs that must exist by then. */
function orderChanges(changes: readonly WorkbookChange[]): WorkbookChange[] {
  const makes = (change: WorkbookChange): boolean => change.kind === 'createTab';
  return [...changes.filter(makes), ...changes.filter((change) => !makes(change))];
}

function contextOf(snapshot: Snapshot, options: SetUpOptions): LayoutContext {
  const keys = options.tabs ?? TAB_KEYS;
  const used = new Set(snapshot.places.map((place) => foldWord(place.title)));
  const titles = new Map(
    keys.map((key) => [
      key,
      placeOf(snapshot, key)?.title ?? freeTitle(TABS[key].title[options.language], used),
    ]),
  );
  const tabs = new Map(keys.map((key) => [key, columnsAfter(TABS[key], snapshot.tables[key])]));
  return {
    ...options,
    titleOf: (key) => titles.get(key) ?? '',
    positionsOf: (key) => tabs.get(key)?.positions ?? new Map<string, number>(),
    headerRowOf: (key) => tabs.get(key)?.headerRow ?? 0,
    additionsTo: (key) => tabs.get(key)?.additions ?? null,
    headingOf(key, column) {
      const { positions, headerRow } = tabs.get(key) ?? {};
      const table = snapshot.tables[key];
      const heading = table && cellAt(table.cells, headerRow ?? 0, positions?.get(column) ?? -1);
      return heading === undefined || isBlank(heading) ? null : String(heading);
    },
  };
}

/** A clerk's own tab may already have the name. */
function freeTitle(title: string, used: ReadonlySet<string>): string {
  let candidate = title;
  for (let count = 2; used.has(foldWord(candidate)); count += 1)
    candidate = `${title} (Lectern ${count})`;
  return candidate;
}

interface TabColumns {
  readonly positions: Positions;
  readonly headerRow: number;
  readonly additions: readonly string[] | null;
}

/**
 * Columns that are there keep their place; missing ones follow the last heading, where nothing is. A tab whose headings are not in the
 * first row is a clerk's: it gets only what it must have, and nothing where no headings are found.
 */
function columnsAfter(tab: Tab, table: Table | undefined): TabColumns {
  if (!table) return { positions: declaredPositions(tab), headerRow: 0, additions: null };
  const { positions: present, lines, findings } = findHeaders(tab, table);
  const headerRow = lines.last;
  if (findings.some(({ rule }) => rule === NO_HEADER))
    return { positions: present, headerRow, additions: [] };
  const positions = new Map(present);
  const additions: string[] = [];
  let next = endOf(table, lines);
  for (const [name, { optional, needed }] of Object.entries(tab.columns)) {
    if (positions.has(name) || (headerRow > 0 && optional === true && needed !== true)) continue;
    while (!isFree(table, next)) next += 1;
    positions.set(name, next);
    additions.push(name);
    next += 1;
  }
  return { positions, headerRow, additions: headerRow > 0 ? additions : null };
}

/** The position behind the last heading. */
function endOf({ cells }: Table, { first, last }: HeaderLines): number {
  const ends = [first, last].map((row) =>
    rowAt(cells, row).reduce<number>((end, cell, index) => (isBlank(cell) ? end : index + 1), 0),
  );
  return Math.max(...ends);
}

const isFree = ({ cells }: Table, position: number): boolean =>
  cells.columns[position]?.distinct.every(isBlank) !== false;

function creation(
  key: TabKey,
  at: { sheetId: number; index: number },
  context: LayoutContext,
): WorkbookChange[] {
  const tab = TABS[key];
  const positions = context.positionsOf(key);
  const layOut: LayOutTab = {
    kind: 'layOutTab',
    sheetId: at.sheetId,
    ...layoutOf(key, context),
    replaceProtectedRangeIds: [],
    dropColorRules: [],
  };
  const rows = cellsOf(key, initialRows(key, context.language, context.admins), context);
  return [
    {
      kind: 'createTab',
      key,
      ...at,
      title: context.titleOf(key),
      color: tab.color,
      rowCount: NEW_ROWS,
      columnCount: Math.max(positions.size, 8),
    },
    layOut,
    ...(rows.length > 0
      ? [{ kind: 'writeCells' as const, sheetId: at.sheetId, firstRow: 1, firstColumn: 0, rows }]
      : []),
  ];
}

function upgrade(key: TabKey, place: TabPlace, context: LayoutContext): WorkbookChange[] {
  const widest = Math.max(...context.positionsOf(key).values()) + 1;
  const ours = context.additionsTo(key) ? new Set<string>() : coloredWords(key);
  const dropColorRules = place.colorWords
    .flatMap((word, index) => (word !== null && ours.has(word) ? [index] : []))
    .reverse();
  return [
    ...(widest > place.columnCount
      ? [
          {
            kind: 'growTab' as const,
            sheetId: place.sheetId,
            rowCount: place.rowCount,
            addRows: 0,
            addColumns: widest - place.columnCount,
          },
        ]
      : []),
    {
      kind: 'layOutTab',
      sheetId: place.sheetId,
      ...layoutOf(key, context),
      replaceProtectedRangeIds: place.protectedRangeIds,
      dropColorRules,
    },
  ];
}

function takeId(taken: Set<number>): number {
  let id = FIRST_SHEET_ID;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}
