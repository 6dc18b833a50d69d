import { expect, test } from '@jest/globals';
import { withRow } from '#core/workbook/write/with-row';
import { aRawTable, headerOf, rowsIn } from '#test/support/builders/tables';

const log = headerOf('log');
const entry = log.map((_, index) => (index === 0 ? 'x' : ''));
const at = { values: {}, language: 'zh-CN' } as const;

test.each([
  ['an empty tab', [log], 2],
  ['blank rows below the last', [log, entry, [], entry, [], []], 5],
  [
    'a tab too long for a list of arguments',
    [log, ...Array.from({ length: 150_000 }, () => entry)],
    150_002,
  ],
])('a row is added below the last one of %s', (_, rows, row) => {
  const added = withRow('log', aRawTable('log', rows), at);
  expect(added.row).toBe(row);
  expect(rowsIn(added.table)).toHaveLength(Math.max(rows.length, row));
});
