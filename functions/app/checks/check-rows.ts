import { toLocalTime } from '#core/calendar/zone';
import { CHECKED_TABS } from '#core/model/book';
import { checkWorkbook } from '#core/checks/check-workbook';
import type { RequestOf, ResponseOf } from '#core/contract/functions';
import { planTypedNames, type EditedCells, type TypedNames } from '#core/names/typed-names';
import { overlay } from '#core/row-safety/overlay';
import { maskNumbers } from '#core/text/mask';
import { cellName } from '#core/workbook/cell-name';
import type { Finding } from '#core/workbook/finding';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import { countSeverities } from '#core/checks/count-severities';
import { areHighlightsRefused, highlightCells } from './highlight-cells';
import { writeWithRetry, type PlannedWrite } from '../runtime/write-with-retry';
import { renderFindings } from './render-findings';
import type { UseCase } from '../runtime/use-case';

/** After a paste of more rows than this, the others wait for the next whole check, and the answer says so. */
const ROWS_AT_ONCE = 500;
/** Findings in the answer, and ids: it becomes one short message. */
const SHOWN = 20;

const NOT_CHECKED = {
  checked: null,
  notChecked: 0,
  entered: [],
  enteredCount: 0,
  counts: { error: 0, warning: 0, info: 0 },
  findings: [],
};

/**
 * Enters the ids of names that were typed for them and the names beside ids, checks the rows that were just edited and marks their cells.
 * All rules run, because most of them look at other rows too, but only what
 * is wrong with these rows is returned; the checks tab and the other rows' highlights change with the next whole check.
 */
export const checkRows: UseCase<'checkRows'> = {
  tabs: TAB_KEYS.filter((key) => key !== 'log'),
  required: [],
  exact: [],
  async run({ sheetId, ...edited }, opened, ports) {
    const { settings, language, reread } = opened;
    const rows = rowsToCheck(edited);
    const { day } = toLocalTime(ports.clock.now(), settings.timeZone);
    const decide = async (
      read: Snapshot,
      isWritten: boolean,
    ): Promise<PlannedWrite<ResponseOf<'checkRows'>>> => {
      const tab = CHECKED_TABS.find((key) => read.tables[key]?.sheetId === sheetId);
      const table = tab && read.tables[tab];
      if (tab === undefined || table === undefined) return { changes: [], result: NOT_CHECKED };
      const typed = isWritten
        ? planTypedNames(read.tables, table, editedCells(rows, edited))
        : NOTHING_TYPED;
      const snapshot = typed.changes.length > 0 ? overlay(read, typed.changes) : read;
      const findings = checkWorkbook(snapshot.tables, day, snapshot.locale).findings.filter(
        isIn(tab, rows),
      );
      const scope = { sheetId, startRow: rows.firstRow - 1, endRow: rows.lastRow };
      const { workbook } = ports;
      const marks = await highlightCells(findings, { snapshot, settings }, { workbook, scope });
      return {
        changes: isWritten ? [...typed.changes, ...marks.writes] : [],
        result: {
          checked: { tabTitle: table.title, ...rows },
          notChecked: Math.max(0, edited.lastRow - rows.lastRow),
          entered: typed.entered.slice(0, SHOWN).map(({ row, column, words, id }) => ({
            cell: cellName(row + 1, column),
            words: maskNumbers(words),
            id,
          })),
          enteredCount: typed.entered.length,
          counts: countSeverities(findings),
          findings: renderFindings(findings.slice(0, SHOWN), snapshot, language),
        },
      };
    };
    try {
      const marking = { reread, decide: (snapshot: Snapshot) => decide(snapshot, true) };
      return await writeWithRetry(opened.snapshot, marking, ports);
    } catch (error) {
      if (!areHighlightsRefused(error)) throw error;
      return (await decide(opened.snapshot, false)).result; // listed all the same, with nothing written
    }
  },
};

interface Rows {
  readonly firstRow: number;
  readonly lastRow: number;
}

const NOTHING_TYPED: TypedNames = { changes: [], entered: [] };

function editedCells(
  rows: Rows,
  { firstColumn, lastColumn }: Pick<RequestOf<'checkRows'>, 'firstColumn' | 'lastColumn'>,
): EditedCells {
  const columns =
    firstColumn === undefined || lastColumn === undefined
      ? null
      : { first: firstColumn - 1, end: lastColumn };
  return { firstRow: rows.firstRow - 1, endRow: rows.lastRow, columns };
}

function rowsToCheck({ firstRow, lastRow }: Rows): Rows {
  const last = Math.max(firstRow, lastRow);
  return { firstRow, lastRow: Math.min(last, firstRow + ROWS_AT_ONCE - 1) };
}

function isIn(tab: TabKey, { firstRow, lastRow }: Rows): (found: Finding) => boolean {
  return (found) =>
    found.tab === tab && found.row !== null && found.row >= firstRow && found.row <= lastRow;
}
