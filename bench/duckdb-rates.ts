// An analytical database in the same process: reads the file itself, and filters and sums by SQL.
import { DuckDBInstance } from '@duckdb/node-api';
import { statSync } from 'node:fs';
import { TABS, type Tabs } from '#core/workbook/tabs/index';
import type { Contender, Fractions } from './contender';

/** DuckDB counts a row's cells from 1; a column that comes into the tab moves those behind it. */
const cellOf = (column: keyof Tabs['attendance']['columns']): string =>
  `c[${Object.keys(TABS.attendance.columns).indexOf(column) + 1}]`;

/** Cells as text: `ranges[i]` are the rows of a tab, with the header first. */
const load = (path: string): string => `
  CREATE TABLE answer AS SELECT valueRanges AS ranges FROM read_json('${path}',
    format = 'auto', maximum_object_size = ${statSync(path).size + 1},
    columns = { valueRanges: 'STRUCT("values" VARCHAR[][])[]' });
  CREATE TABLE roster AS SELECT c[1] AS id, c[3] AS unit FROM (SELECT unnest(ranges[1]."values"[2:]) AS c FROM answer);
  CREATE TABLE schedule AS SELECT c[1] AS id, strftime(DATE '1899-12-30' + CAST(c[3] AS INTEGER), '%Y-%m') AS month
    FROM (SELECT unnest(ranges[2]."values"[2:]) AS c FROM answer);
  CREATE TABLE statuses AS SELECT c[2] AS label, CAST(c[3] AS INTEGER) AS credit, c[4] = '应到' AS is_due
    FROM (SELECT unnest(ranges[3]."values"[2:]) AS c FROM answer);
  CREATE TABLE cells AS SELECT c, row_number() OVER () + 1 AS n
    FROM (SELECT unnest(ranges[4]."values"[2:]) AS c FROM answer);
  CREATE TABLE marks AS SELECT n, ${cellOf('sessionId')} AS session_id, ${cellOf('memberId')} AS member_id, ${cellOf('status')} AS label,
      ${cellOf('in')} AS came, ${cellOf('out')} AS gone, ${cellOf('minutesMissed')} AS missed,
      r.id IS NOT NULL AS has_person, s.id IS NOT NULL AS has_session, t.label IS NOT NULL AS has_status, r.unit, s.month, t.credit, t.is_due
    FROM cells LEFT JOIN roster r ON r.id = ${cellOf('memberId')}
      LEFT JOIN schedule s ON s.id = ${cellOf('sessionId')} LEFT JOIN statuses t ON t.label = ${cellOf('status')};`;

const NO_TIME = (cell: string): string =>
  `${cell} <> '' AND NOT coalesce(TRY_CAST(${cell} AS DOUBLE) BETWEEN 0 AND 0.9999, false) AND NOT regexp_full_match(${cell}, '([01][0-9]|2[0-3]):[0-5][0-9]')`;
const BAD = `
  SELECT n, 'sessionId' AS col, session_id AS reason FROM marks WHERE NOT has_session UNION ALL
  SELECT n, 'memberId', member_id FROM marks WHERE NOT has_person UNION ALL
  SELECT n, 'status', label FROM marks WHERE NOT has_status UNION ALL
  SELECT n, 'in', came FROM marks WHERE ${NO_TIME('came')} UNION ALL
  SELECT n, 'out', gone FROM marks WHERE ${NO_TIME('gone')} UNION ALL
  SELECT n, 'minutesMissed', missed FROM marks WHERE missed <> '' AND TRY_CAST(missed AS INTEGER) IS NULL`;
const SUMS = `CAST(sum(credit) AS INTEGER), CAST(count(*) AS INTEGER),
  CAST(sum(CASE WHEN is_due THEN credit ELSE 0 END) AS INTEGER), CAST(count(*) FILTER (is_due) AS INTEGER)`;
const GROUPS = { person: 'member_id', unit: 'unit', month: 'month' };

export const duckdb: Contender = {
  name: 'DuckDB read_json',
  async run({ path }) {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(load(path));
    const bad = await connection.runAndReadAll(BAD);
    const rates = new Map<string, Fractions>();
    for (const [group, column] of Object.entries(GROUPS)) {
      const found = await connection.runAndReadAll(
        `SELECT ${column}, ${SUMS} FROM marks WHERE has_person AND has_session AND has_status GROUP BY ${column}`,
      );
      for (const [key, ...parts] of found.getRows())
        rates.set(`${group} ${String(key)}`, parts.map(Number) as unknown as Fractions); // four sums
    }
    const badCells = bad.getRows().length;
    connection.closeSync();
    instance.closeSync();
    return { badCells, rates };
  },
};
