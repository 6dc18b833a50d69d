// The figures of 3,000 workbooks with 22 million marks, drawn by DuckDB itself: the tables of the roll-up from the facts, compared with
// sums over all marks, and from the facts' file, compared with reading it line by line. `node bench/run.mjs rollup [marks in millions]`
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { FACT_COLUMNS, type AttendanceFact } from '#core/roll-up/facts';
import { openFacts } from '../scripts/roll-up/open-facts';
import { reportTables } from '../scripts/roll-up/report-tables';

const SQL = 'scripts/roll-up/sql';
const SESSIONS = 40;
const PEOPLE = 184;
const ROUNDS = 7;

const millions = Number(process.argv[2] ?? 22);
const WORKBOOKS = Math.round((millions * 1e6) / SESSIONS / PEOPLE);

/** A row a mark in the smallest form; days, districts and what a status means are in tables of their own. */
const DRAWN = `
  CREATE TABLE workbooks AS SELECT CAST(range AS USMALLINT) AS w, 'workbook-' || range AS workbook,
    'district-' || range AS district, 'region-' || (range % 300) AS region FROM range(${WORKBOOKS});
  CREATE TABLE sessions AS SELECT CAST(range AS UTINYINT) AS s, 'S' || range AS session,
    CAST(DATE '2026-01-09' + CAST(range * 8 AS INTEGER) AS DATE) AS day FROM range(${SESSIONS});
  CREATE TABLE statuses AS SELECT CAST(t AS UTINYINT) AS t, credit, came, inA, inB FROM (VALUES
    (0, 100, 1, 1, 1), (1, 37, 1, 1, 1), (2, 0, 0, 1, 0), (3, 0, 0, 0, 0), (4, 0, 0, 1, 1))
    AS v(t, credit, came, inA, inB);
  CREATE TABLE marks AS SELECT CAST(m // ${SESSIONS * PEOPLE} AS USMALLINT) AS w,
    CAST(m // ${PEOPLE} % ${SESSIONS} AS UTINYINT) AS s, CAST(m % 3 AS UTINYINT) AS c,
    CAST(CASE WHEN h < 85 THEN 0 WHEN h < 90 THEN 1 WHEN h < 94 THEN 2 WHEN h < 96 THEN 3 ELSE 4 END AS UTINYINT) AS t
    FROM (SELECT range AS m, hash(range) % 100 AS h FROM range(${WORKBOOKS * SESSIONS * PEOPLE}));`;

const SUMS = `CAST(COUNT(*) AS BIGINT) AS invited, CAST(SUM(inA) AS BIGINT) AS due, CAST(SUM(came) AS BIGINT) AS attended,
  0::BIGINT AS notRecorded, 0::BIGINT AS unclear, CAST(SUM(credit * inA) AS BIGINT) AS earnedA, CAST(SUM(100 * inA) AS BIGINT) AS dueA,
  CAST(SUM(credit * inB) AS BIGINT) AS earnedB, CAST(SUM(100 * inB) AS BIGINT) AS dueB, CAST(SUM(300 * credit) AS BIGINT) AS creditedHours`;

const FACTS = `
  CREATE TABLE facts AS SELECT 'attendance' AS kind, workbook, district, region,
    CAST(date_trunc('week', day) AS DATE) AS week, strftime(day, '%Y-%m') AS month, day, session,
    ['leadership', 'subdistrict', 'department'][c + 1] AS category, sums.* EXCLUDE (w, s, c),
    NULL::VARCHAR AS head, NULL::BIGINT AS cents
  FROM (SELECT w, s, c, ${SUMS} FROM marks JOIN statuses USING (t) GROUP BY w, s, c) AS sums
    JOIN workbooks USING (w) JOIN sessions USING (s)`;

/** The rates by district and month as somebody would ask for them who has a table of all marks. */
const OVER_MARKS = `
  SELECT region, district, strftime(day, '%Y-%m') AS month, SUM(inA) AS due, SUM(came) AS attended,
    SUM(credit * inA) / NULLIF(SUM(100 * inA), 0) AS rateA, SUM(credit * inB) / NULLIF(SUM(100 * inB), 0) AS rateB
  FROM marks JOIN statuses USING (t) JOIN workbooks USING (w) JOIN sessions USING (s)
  GROUP BY region, district, strftime(day, '%Y-%m') ORDER BY month, region, district`;

/** The same with the marks counted by workbook, session and status first. */
const OVER_COUNTED_MARKS = OVER_MARKS.replace(
  'FROM marks',
  'FROM (SELECT w, s, t, COUNT(*) AS n FROM marks GROUP BY w, s, t) AS marks',
)
  .replaceAll(/SUM\((?!100)([^)]+)\)/g, 'SUM(n * $1)')
  .replaceAll('SUM(100 *', 'SUM(n * 100 *');

type Line = readonly [due: number, attended: number, rateA: number | null, rateB: number | null];
/** By `district month`. */
type Rates = ReadonlyMap<string, Line>;

async function ratesBy(connection: DuckDBConnection, statement: string): Promise<Rates> {
  const reader = await connection.runAndReadAll(statement);
  const names = reader.columnNames();
  const at = (name: string): number => names.indexOf(name);
  const wanted = ['due', 'attended', 'rateA', 'rateB'].map(at);
  return new Map(
    reader.getRows().map((row) => {
      const line = wanted
        .map((column) => row[column])
        .map((one) => (one === null ? null : Number(one)));
      return [
        `${String(row[at('district')])} ${String(row[at('month')])}`,
        line as unknown as Line,
      ]; // four of them
    }),
  );
}

/** Without a database: each line of the file parsed and added. */
async function lineByLine(file: string): Promise<Rates> {
  const sums = new Map<string, number[]>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const fact = JSON.parse(line) as AttendanceFact; // written from facts of this kind
    const key = `${fact.district} ${fact.month}`;
    const sum = sums.get(key) ?? [0, 0, 0, 0, 0, 0];
    const { due, attended, earnedA, dueA, earnedB, dueB } = fact;
    [due, attended, earnedA, dueA, earnedB, dueB].forEach(
      (value, at) => (sum[at] = (sum[at] ?? 0) + value),
    );
    sums.set(key, sum);
  }
  const rate = (part = 0, whole = 0): number | null => (whole === 0 ? null : part / whole);
  return new Map(
    [...sums].map(([key, [due = 0, attended = 0, ...parts]]) => [
      key,
      [due, attended, rate(parts[0], parts[1]), rate(parts[2], parts[3])],
    ]),
  );
}

interface Contender {
  readonly name: string;
  run(): Promise<Rates | null>;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Other work on the machine slows neighbours alike: times are compared within a round, then the middle round is printed. */
async function compare(
  title: string,
  rounds: number,
  contenders: readonly Contender[],
): Promise<void> {
  const times = contenders.map((): number[] => []);
  const found = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1)
    for (const [at, contender] of contenders.entries()) {
      const start = performance.now();
      const rates = await contender.run();
      times[at]?.push(performance.now() - start);
      if (rates)
        found.set(
          contender.name,
          JSON.stringify([...rates].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        );
    }
  console.log(`\n${title}`);
  contenders.forEach(({ name }, at) => {
    const own = times[at] ?? [];
    const ratio = median(own.map((time, round) => time / (times[0]?.[round] ?? Number.NaN)));
    const best = Math.min(...own).toFixed(0);
    console.log(
      `${name.padEnd(58)} ${median(own).toFixed(0).padStart(6)} ms (best ${best.padStart(5)})   x ${ratio.toFixed(2)}`,
    );
  });
  if (new Set(found.values()).size > 1) throw new Error('the contenders disagree');
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(DRAWN);
    await connection.run(FACTS);
    const [[marks, facts] = []] = (
      await connection.runAndReadAll(
        'SELECT (SELECT COUNT(*) FROM marks), (SELECT COUNT(*) FROM facts)',
      )
    ).getRows();
    console.log(`${WORKBOOKS} workbooks, ${String(marks)} marks, ${String(facts)} facts`);
    const byDistrict = await readFile(join(SQL, 'districts-by-month.sql'), 'utf8');
    await compare('rates by district and month', ROUNDS, [
      { name: 'the facts', run: () => ratesBy(connection, byDistrict) },
      { name: 'all marks, counted first', run: () => ratesBy(connection, OVER_COUNTED_MARKS) },
      { name: 'all marks', run: () => ratesBy(connection, OVER_MARKS) },
    ]);
    const all = async (on: DuckDBConnection): Promise<null> => {
      await reportTables(on, { folder: SQL, language: 'zh-CN' });
      return null;
    };
    await compare('every table: months, ranking, trend, categories, money', ROUNDS, [
      { name: 'the facts', run: () => all(connection) },
    ]);
    const file = join(folder, 'facts.ndjson');
    await connection.run(
      `COPY (SELECT ${Object.keys(FACT_COLUMNS).join(', ')} FROM facts) TO '${file}' (FORMAT json)`,
    );
    await compare('from the file to rates by district and month', 3, [
      {
        name: 'npm run rollup reads it into DuckDB',
        async run() {
          const opened = await openFacts(folder);
          const rates = await ratesBy(opened.connection, byDistrict);
          opened.close();
          return rates;
        },
      },
      { name: 'JSON.parse of each line, added up in Maps', run: () => lineByLine(file) },
    ]);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

void main();
