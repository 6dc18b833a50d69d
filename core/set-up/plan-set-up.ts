// Which tabs to make and which to mend, so that a workbook has everything Lectern needs. Loses nothing, does nothing twice.
import { foldWord } from '../text/clean';
import type { Language } from '../text/language';
import { cellAt, rowAt } from '../workbook/cell-grid';
import type { LayOutTab, WorkbookChange } from '../workbook/write/change';
import { findHeaders, type Positions } from '../workbook/headers';
import { initialRows } from './initial-rows';
import { coloredWords, layoutOf, type LayoutContext } from './layout';
import { placeOf, type Snapshot, type TabPlace } from '../workbook/snapshot';
import { isBlank } from '../workbook/table';
import { TAB_KEYS, type TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs';
import { declaredPositions, writeRow } from '../workbook/write/write-row';

export interface SetUpPlan {
  readonly changes: readonly WorkbookChange[];
  readonly created: readonly string[];
  readonly upgraded: readonly string[];
  readonly unchanged: number;
}

export interface SetUpOptions {
  readonly language: Language;
  /** Addresses that may edit what only administrators edit; the first rows of a new roles tab. */
  readonly admins: readonly string[];
}

const NEW_ROWS = 1000;
/** Sheet ids of new tabs count up from here. */
const FIRST_SHEET_ID = 1001;

/** `snapshot` holds all tabs of `TAB_KEYS` that the workbook has. */
export function planSetUp(snapshot: Snapshot, options: SetUpOptions): SetUpPlan {
  const context = contextOf(snapshot, options);
  const takenIds = new Set(snapshot.places.map((place) => place.sheetId));
  const changes: WorkbookChange[] = [];
  const created: string[] = [];
  const upgraded: string[] = [];
  TAB_KEYS.forEach((key, index) => {
    const place = placeOf(snapshot, key);
    if (!place) {
      created.push(context.titleOf(key));
      changes.push(...creation(key, { index, sheetId: takeId(takenIds) }, context));
    } else if (place.layout !== layoutOf(key, context).layout) {
      upgraded.push(place.title);
      changes.push(...upgrade(key, place, context));
    }
  });
  return {
    changes: orderChanges(changes),
    created,
    upgraded,
    unchanged: TAB_KEYS.length - created.length - upgraded.length,
  };
}

/** Tabs come first: drop-downs and writes name tabs that must exist by then. */
function orderChanges(changes: readonly WorkbookChange[]): WorkbookChange[] {
  const makes = (change: WorkbookChange): boolean => change.kind === 'createTab';
  return [...changes.filter(makes), ...changes.filter((change) => !makes(change))];
}

function contextOf(snapshot: Snapshot, options: SetUpOptions): LayoutContext {
  const used = new Set(snapshot.places.map((place) => foldWord(place.title)));
  const titles = new Map(
    TAB_KEYS.map((key) => [
      key,
      placeOf(snapshot, key)?.title ?? freeTitle(TABS[key].title[options.language], used),
    ]),
  );
  const positions = new Map(TAB_KEYS.map((key) => [key, positionsAfter(snapshot, key)]));
  return {
    ...options,
    titleOf: (key) => titles.get(key) ?? '',
    positionsOf: (key) => positions.get(key) ?? new Map<string, number>(),
    headingOf(key, column) {
      const position = positions.get(key)?.get(column) ?? -1;
      const table = snapshot.tables[key];
      const heading = table && cellAt(table.cells, 0, position);
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

/** Columns that are there keep their place; missing ones follow the last heading. */
function positionsAfter(snapshot: Snapshot, key: TabKey): Positions {
  const table = snapshot.tables[key];
  if (!table) return declaredPositions(TABS[key]);
  const positions = new Map(findHeaders(TABS[key], table).positions);
  const header = rowAt(table.cells, 0);
  let next = header.reduce<number>((last, cell, index) => (isBlank(cell) ? last : index + 1), 0);
  for (const name of Object.keys(TABS[key].columns)) {
    if (positions.has(name)) continue;
    positions.set(name, next);
    next += 1;
  }
  return positions;
}

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
  const rows = initialRows(key, context.language, context.admins).map((row) =>
    writeRow(tab, row, positions, context.language),
  );
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
  const ours = coloredWords(key);
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
