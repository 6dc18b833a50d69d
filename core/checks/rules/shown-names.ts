// W39: the name beside an id is somebody else's. One of the two was typed by mistake, and nobody but a clerk knows which.
import { idIn, isSameName, nameIndex, type NameIndex } from '../../names/name-index';
import { isOfAnother, nameColumnsOf, shownName, type NameColumn } from '../../names/shown-names';
import { text } from '../../text/language';
import { listed } from '../../text/listed';
import { attachFix, finding, type Finding, type Rule } from '../../workbook/finding';
import { cellAt } from '../../workbook/cell-grid';
import { findHeaders } from '../../workbook/headers';
import { isBlank, type Cell, type Table } from '../../workbook/table';
import { TABS } from '../../workbook/tabs/index';
import { CHECKED_TABS, type Book } from '../../model/book';
import { placeAt } from '../../model/place-at';

export const NAME_OF_ANOTHER: Rule = {
  code: 'W39',
  severity: 'warning',
  source: null,
  message: text(
    '编号{id}是“{name}”，旁边写的却是“{value}”。',
    '編號{id}是「{name}」，旁邊寫的卻是「{value}」。',
    'The ID {id} is "{name}", but the name beside it is "{value}".',
  ),
  suggestion: text(
    '编号对的，把名称改回“{name}”；名称对的，把编号改成{other}。计算时以编号为准。',
    '編號對的，把名稱改回「{name}」；名稱對的，把編號改成{other}。計算時以編號為準。',
    'If the ID is right, change the name back to "{name}"; if the name is right, change the ID to {other}. The ID is what counts.',
  ),
};

export function checkShownNames(book: Book): Finding[] {
  const index = nameIndex(book.tables);
  return CHECKED_TABS.flatMap((key) => {
    const table = book.tables[key];
    return table ? nameColumnsOf(table).flatMap((column) => checkColumn(table, column, index)) : [];
  });
}

function checkColumn(table: Table, column: NameColumn, index: NameIndex): Finding[] {
  const { key, cells } = table;
  const found: Finding[] = [];
  const first = findHeaders(TABS[key], table).lines.last + 1;
  for (let row = first; row < cells.height; row += 1) {
    const shown = cellAt(cells, row, column.position);
    if (shown === undefined || isBlank(shown)) continue;
    const cellOf = (position: number): Cell | undefined => cellAt(cells, row, position);
    const name = shownName(index, column, cellOf);
    if (name === null || isSameName(String(shown), name)) continue;
    if (!isOfAnother(index, column, cellOf)) continue;
    const id = idIn(cellOf(column.idPosition)) ?? '';
    const other = listed(index.idsNamed(column.nameOf.tabs, String(shown)));
    const place = placeAt(key, row + 1, column.key);
    const one = finding(NAME_OF_ANOTHER, place, shown, { id, name, other });
    found.push(attachFix(one, { place, before: shown, after: name, shown: name }));
  }
  return found;
}
