// Where a finding's cell is in the workbook as it was read, and by which key a clerk knows its row.
import { isDay, serialToDay } from '../calendar/day';
import type { Place } from '../workbook/finding';
import { tidy } from '../text/clean';
import { cellAt } from '../workbook/cell-grid';
import { cellName } from '../workbook/cell-name';
import type { Column } from '../workbook/column';
import { findHeaders, type Headers } from '../workbook/headers';
import { KEY_COLUMNS } from '../workbook/key-columns';
import type { TabKey } from '../workbook/tab-keys';
import { isBlank, type Cell, type Tables } from '../workbook/table';
import { TABS } from '../workbook/tabs/index';

/** Rows and columns count from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface Locator {
  /** Null when the finding is about the whole tab, or about a column the tab does not have. A finding about a whole row is shown at its first cell. */
  cell(place: Place): CellAt | null;
  /** `C12`; null as above. */
  address(place: Place): string | null;
  /** What identifies the row wherever it is moved: `S05`, `S05 · M048`; empty when it has no such cells. */
  entry(place: Place): string;
}

export function locatorOf(tables: Tables): Locator {
  const headersOf = (key: TabKey): Pick<Headers, 'positions' | 'lines'> => {
    const table = tables[key];
    return table ? findHeaders(TABS[key], table) : NO_HEADERS;
  };
  const cell = ({ tab, row, column: name }: Place): CellAt | null => {
    const column = name === null ? 0 : headersOf(tab).positions.get(name);
    return row === null || column === undefined ? null : { row: row - 1, column };
  };
  return {
    cell,
    address(place) {
      const at = cell(place);
      return at && cellName(at.row + 1, at.column);
    },
    entry({ tab, row }) {
      const { positions, lines } = headersOf(tab);
      if (row === null || row <= lines.last + 1) return '';
      const parts = (KEY_COLUMNS[tab] ?? []).map((name) => {
        const position = positions.get(name) ?? -1;
        const table = tables[tab];
        return table ? shownKey(tab, name, cellAt(table.cells, row - 1, position)) : '';
      });
      return parts.filter((part) => part !== '').join(' · ');
    },
  };
}

const NO_HEADERS = { positions: new Map<string, number>(), lines: { first: 0, last: 0 } };

/** At most this much of a key is shown: more is a mistake of its own. */
const SHOWN_CHARACTERS = 40;

function shownKey(tab: TabKey, name: string, cell: Cell | undefined): string {
  if (cell === undefined || isBlank(cell)) return '';
  const column = (TABS[tab].columns as Readonly<Record<string, Column>>)[name];
  const day = column?.kind === 'day' && typeof cell === 'number' ? serialToDay(cell) : null;
  return day !== null && isDay(day) ? day : tidy(String(cell)).slice(0, SHOWN_CHARACTERS);
}
