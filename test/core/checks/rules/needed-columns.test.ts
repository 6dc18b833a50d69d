import { describe, expect, test } from '@jest/globals';
import type { TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { renderFinding } from '#core/workbook/finding';
import { findingsIn } from '#test/support/builders/places';
import { aWorkbook, columnsOf, rowsIn, withRows } from '#test/support/builders/tables';

/** An empty workbook whose tab lacks these columns. */
function without(key: TabKey, columns: readonly string[]) {
  const tables = aWorkbook();
  const table = tables[key];
  if (!table) throw new Error(`no tab ${key}`);
  const names = columnsOf(key);
  const rows = rowsIn(table).map((cells) =>
    cells.filter((_, at) => !columns.includes(names[at] ?? '')),
  );
  return { ...tables, [key]: withRows(table, rows) };
}

const found = (tables: ReturnType<typeof aWorkbook>) => findingsIn(tables, 'W37');

describe('an optional column that Lectern writes in', () => {
  test.each([
    ['leave', 'markBefore', '“请假”没有“原考勤”列。该记在那里的内容不会写入。'],
    ['leave', 'makeUpDone', '“请假”没有“补课完成日期”列。该记在那里的内容不会写入。'],
    ['expenses', 'taxReason', '“支出”没有“计税说明”列。该记在那里的内容不会写入。'],
  ] as const)('%s.%s is named while it is missing', (tab, column, message) => {
    const [one, ...others] = found(without(tab, [column]));
    expect([one?.rule.severity, one?.tab, one?.row, others.length]).toEqual([
      'warning',
      tab,
      null,
      0,
    ]);
    expect(one && renderFinding(one, 'zh-CN').message).toBe(message);
  });

  test('is no finding where it is there, where the column is merely optional, and where the tab has no header', () => {
    expect(found(aWorkbook())).toEqual([]);
    expect(found(without('leave', ['deputy', 'proof']))).toEqual([]);
    expect(found(without('leave', Object.keys(TABS.leave.columns)))).toEqual([]);
    const others = Object.entries(aWorkbook()).filter(([key]) => key !== 'leave');
    expect(found(Object.fromEntries(others))).toEqual([]);
  });
});
