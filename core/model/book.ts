// A workbook made ready for the rules: every tab read once, with the indexes the rules share.
import type { Day } from '../calendar/day';
import { dayKind, type DayKind, type HolidayOverride } from '../calendar/holidays';
import { groupBy } from '../text/group-by';
import { finding, type Finding } from '../workbook/finding';
import { cellAt, gridOf } from '../workbook/cell-grid';
import type { Positions } from '../workbook/headers';
import { indexRoster, type RosterIndex } from './roster-index';
import { parseTable, type Entry } from '../workbook/read/parse-table';
import { readColumns, type ColumnTable } from '../workbook/read/read-columns';
import { readSettings } from './read-settings';
import type { Settings } from '../workbook/read/settings';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { MISSING_TAB } from '../workbook/shape-rules.texts';
import type { Tab, TabRow } from '../workbook/tab';
import { TAB_KEYS, type RegistryTabKey, type TabKey } from '../workbook/tab-keys';
import type { Cell, Table, Tables } from '../workbook/table';
import { TABS, type Tabs } from '../workbook/tabs/index';
import { placeAt } from './place-at';

/** Tabs with the clerks' and administrators' entries; what only Lectern writes is not checked. */
export const CHECKED_TABS: readonly Exclude<TabKey, RegistryTabKey>[] = TAB_KEYS.filter((key) => {
  const tab: Tab = TABS[key];
  return tab.protectedFor !== 'lectern';
});

/** A missing one is a finding. */
export const NEEDED_TABS: readonly TabKey[] = CHECKED_TABS.filter((key) => {
  const tab: Tab = TABS[key];
  return tab.optional !== true;
});

export type RowOf<Key extends TabKey> = TabRow<Tabs[Key]>;
export type EntryOf<Key extends TabKey> = Entry<RowOf<Key>>;
/** Attendance has too many rows for an object each: it is kept in columns. */
export type RowTab = Exclude<TabKey, 'attendance' | RegistryTabKey>;
type Entries = { readonly [Key in RowTab]: readonly EntryOf<Key>[] };

export interface Book {
  readonly today: Day;
  readonly settings: Settings;
  readonly tables: Tables;
  /** Rows of each tab; none for a tab that is missing. */
  readonly entries: Entries;
  readonly attendance: ColumnTable<RowOf<'attendance'>>;
  /** First row with each id; ids compare without spaces. */
  readonly sessions: ReadonlyMap<string, EntryOf<'schedule'>>;
  readonly speakers: ReadonlyMap<string, EntryOf<'speakers'>>;
  readonly topics: ReadonlyMap<string, EntryOf<'topics'>>;
  /** A person's rows of the leave tab, in their order. */
  leaveOf(memberId: string): readonly EntryOf<'leave'>[];
  /** A person who changed units has a row for each, with the same id: every rule looks up the row of its own day. */
  readonly roster: RosterIndex;
  dayKind(day: Day): DayKind;
  /** The positions of each tab's columns; a tab that is missing has none. */
  readonly positions: ReadonlyMap<TabKey, Positions>;
  /** Whether the tab is there and has the column. */
  hasColumn(tab: TabKey, column: string): boolean;
  /** The cell as in the sheet. */
  rawCell(tab: TabKey, row: number, column: string): Cell | undefined;
  /** Distinct cells of a column that were normalised when read. */
  normalised(tab: TabKey, column: string): ReadonlySet<Cell>;
  /** Whether a filled cell could not be read: then its row has no finding for the missing value. */
  isUnreadable(tab: TabKey, row: number | null, column: string | null): boolean;
}

/** What reading the workbook gives: the book, what is wrong with its shape, and how many rows there are. */
export interface ReadBook {
  readonly book: Book;
  readonly findings: readonly Finding[];
  readonly rows: number;
}

export function readBook(tables: Tables, today: Day): ReadBook {
  const parsed = CHECKED_TABS.filter((key) => key !== 'attendance').map((key) =>
    readRows(key, tables),
  );
  const sent = readRows('notices', tables); // the ledger is read, but Lectern's own rows are not checked
  const attendance = readAttendanceColumns(tables.attendance);
  const { settings, findings: wrongSettings } = readSettings(tables.settings);
  const findings = [
    ...parsed.flatMap((part) => part.findings),
    ...attendance.findings,
    ...wrongSettings,
    ...NEEDED_TABS.filter((key) => !tables[key]).map(missingTab),
  ];
  const lists = TAB_KEYS.map((key) => [
    key,
    [...parsed, sent].find((part) => part.key === key)?.entries ?? [],
  ]);
  const entries = Object.fromEntries(lists) as Entries; // each list was parsed with the declaration of its own tab
  const positions = new Map(parsed.map((part) => [part.key, part.positions]));
  if (tables.attendance) positions.set('attendance', attendance.positions);
  const lookups = cellLookups(tables, positions, findings);
  const isRefused = (row: number, column: string): boolean =>
    lookups.isUnreadable('roster', row, column);
  const book = {
    today,
    settings,
    tables,
    entries,
    attendance,
    positions,
    normalised: normalisedCells(parsed, attendance),
    roster: indexRoster(entries.roster, isRefused),
    ...indexes(entries),
    ...lookups,
  };
  const rows = parsed.reduce((sum, { entries }) => sum + entries.length, 0);
  return { book, findings, rows: rows + attendance.filledRows.length };
}

/** The same workbook with other rows in some tabs, to see what would be. The roster stays: its index knows which of its cells were refused. */
export function withRows(book: Book, rows: Partial<Omit<Entries, 'roster'>>): Book {
  const entries = { ...book.entries, ...rows };
  return { ...book, entries, ...indexes(entries) };
}

/** The rows of one tab, for what needs no whole book; none for a tab that is missing. */
export function entriesOf<Key extends TabKey>(tables: Tables, key: Key): readonly EntryOf<Key>[] {
  const { entries } = readRows(key, tables);
  return entries as readonly EntryOf<Key>[]; // parsed with the declaration of this tab
}

/** The rows of a tab that was read. Throws when it was not: a ledger that is taken for empty would send its mails again. */
export function rowsIn<Key extends TabKey>(snapshot: Snapshot, key: Key): readonly EntryOf<Key>[] {
  return entriesOf({ [key]: tableOf(snapshot, key) }, key);
}

/** The rows of a tab with its cells as in the sheet, for what must tell a blank cell from an unreadable one. */
export interface TabRows<Key extends RowTab> {
  readonly entries: readonly EntryOf<Key>[];
  /** Undefined when the tab does not have the column. */
  readonly rawCell: (row: number, column: keyof RowOf<Key> & string) => Cell | undefined;
}

export function tabRows<Key extends RowTab>(table: Table, key: Key): TabRows<Key> {
  const { entries, positions } = readRows(key, { [key]: table });
  return {
    entries: entries as readonly EntryOf<Key>[], // parsed with the declaration of this tab
    rawCell: (row, column) => cellAt(table.cells, row - 1, positions.get(column) ?? -1),
  };
}

interface ReadRows {
  readonly key: TabKey;
  readonly entries: readonly Entry<object>[];
  readonly findings: readonly Finding[];
  readonly positions: Positions;
  readonly normalised: ReadonlyMap<string, ReadonlySet<Cell>>;
}

function readRows(key: TabKey, tables: Tables): ReadRows {
  const table = tables[key];
  const tab: Tab = TABS[key];
  return table
    ? { key, ...parseTable(tab, table) }
    : { key, entries: [], findings: [], positions: new Map(), normalised: new Map() };
}

function readAttendanceColumns(table: Table | undefined): Book['attendance'] {
  const header = Object.values(TABS.attendance.columns).map((column) => column.label['zh-CN']);
  const empty: Table = { key: 'attendance', title: '', sheetId: 0, cells: gridOf([header]) };
  return readColumns(TABS.attendance, table ?? empty);
}

function normalisedCells(
  parsed: readonly ReadRows[],
  attendance: Book['attendance'],
): Book['normalised'] {
  const byTab = new Map(parsed.map(({ key, normalised }) => [key, normalised]));
  const columns = Object.entries(attendance.columns);
  byTab.set('attendance', new Map(columns.map(([key, { normalised }]) => [key, normalised])));
  return (tab, column) => byTab.get(tab)?.get(column) ?? new Set();
}

function missingTab(key: TabKey): Finding {
  return finding(MISSING_TAB, placeAt(key, null, null), '', { tab: TABS[key].title });
}

function indexes(
  entries: Entries,
): Pick<Book, 'sessions' | 'speakers' | 'topics' | 'leaveOf' | 'dayKind'> {
  const overrides = holidayOverrides(entries.holidays);
  const leave = groupBy(entries.leave, ({ cells }) => cells.memberId);
  return {
    sessions: byId(entries.schedule),
    speakers: byId(entries.speakers),
    topics: byId(entries.topics),
    leaveOf: (memberId) => leave.get(memberId) ?? [],
    dayKind: (day) => dayKind(day, overrides),
  };
}

function cellLookups(
  tables: Tables,
  positions: ReadonlyMap<TabKey, Positions>,
  findings: readonly Finding[],
): Pick<Book, 'hasColumn' | 'rawCell' | 'isUnreadable'> {
  const refused = new Set(
    findings
      .filter((found) => found.tab !== 'attendance')
      .map((found) => cellKey(found.tab, found.row, found.column)),
  );
  return {
    hasColumn: (tab, column) => positions.get(tab)?.has(column) === true,
    rawCell(tab, row, column) {
      const table = tables[tab];
      return table && cellAt(table.cells, row - 1, positions.get(tab)?.get(column) ?? -1);
    },
    isUnreadable: (tab, row, column) => refused.has(cellKey(tab, row, column)),
  };
}

const cellKey = (tab: TabKey, row: number | null, column: string | null): string =>
  `${tab}!${row ?? ''}!${column ?? ''}`;

function byId<Row extends { id: string }>(entries: readonly Entry<Row>[]): Map<string, Entry<Row>> {
  const index = new Map<string, Entry<Row>>();
  for (const entry of entries) {
    const { id } = entry.cells;
    if (id !== undefined && !index.has(id)) index.set(id, entry);
  }
  return index;
}

/** What the holidays tab says of single days; a row without a day or a kind says nothing. */
export function holidayOverrides(entries: Entries['holidays']): Map<Day, HolidayOverride> {
  const overrides = new Map<Day, HolidayOverride>();
  for (const { cells } of entries)
    if (cells.date && cells.kind)
      overrides.set(cells.date, { kind: cells.kind, name: cells.name ?? null });
  return overrides;
}
