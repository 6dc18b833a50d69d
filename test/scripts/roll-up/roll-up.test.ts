import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { read, utils } from '@e965/xlsx';
import { FACT_COLUMNS } from '#core/roll-up/facts';
import { rollUp } from '../../../scripts/roll-up/main';
import { COLUMN_LABELS, TABLE_TITLES } from '../../../scripts/roll-up/roll-up.texts';

const SQL = join(__dirname, '../../../scripts/roll-up/sql');

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "roll-up-o'k-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Line {
  readonly workbook: string;
  readonly district: string;
  readonly month?: string;
  readonly session?: string;
  readonly earned: number;
  readonly due: number;
}

/** In whole people; rate B is like rate A. */
const attendance = ({
  workbook,
  district,
  month = '2026-03',
  session = 'S01',
  earned,
  due,
}: Line) => ({
  kind: 'attendance',
  workbook,
  district,
  region: '某市',
  week: `${month}-02`,
  month,
  day: `${month}-06`,
  session,
  category: 'department',
  invited: due,
  due,
  attended: earned,
  notRecorded: 0,
  unclear: 0,
  earnedA: earned * 100,
  dueA: due * 100,
  earnedB: earned * 100,
  dueB: due * 100,
  creditedHours: earned * 30_000,
});

const money = (kind: 'budget' | 'spent', district: string, cents: number) => ({
  kind,
  workbook: 'W3',
  district,
  region: '某市',
  week: '2026-03-02',
  month: '2026-03',
  head: 'lecturer',
  cents,
});

async function put(name: string, facts: readonly object[]): Promise<void> {
  const path = join(folder, 'facts', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, facts.map((fact) => `${JSON.stringify(fact)}\n`).join(''));
}

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const status = await rollUp(
    ['--from', join(folder, 'facts'), '--to', join(folder, 'out'), ...args],
    { sql: SQL, print: (line) => printed.push(line) },
  );
  return { status, printed: printed.join('\n') };
}

async function sheet(title: string): Promise<unknown[][]> {
  const workbook = read(await readFile(join(folder, 'out/roll-up.xlsx')));
  const found = workbook.Sheets[title];
  return found ? utils.sheet_to_json<unknown[]>(found, { header: 1, raw: true }) : [];
}

describe('npm run rollup', () => {
  beforeEach(async () => {
    // One district has two workbooks: 1 of 1 and 1 of 3 are 2 of 4, not the average of both rates.
    await put('W1/2026-03-02.ndjson', [
      attendance({ workbook: 'W1', district: '甲区', earned: 1, due: 1 }),
    ]);
    await put('W2/2026-03-02.ndjson', [
      attendance({ workbook: 'W2', district: '甲区', earned: 1, due: 3 }),
    ]);
    await put('W3/2026-03-02.ndjson', [
      attendance({ workbook: 'W3', district: '乙区', earned: 3, due: 4 }),
      money('budget', '乙区', 2_000_000),
      money('spent', '乙区', 355_050),
    ]);
    await put('W3/2026-04-06.ndjson', [
      attendance({
        workbook: 'W3',
        district: '乙区',
        month: '2026-04',
        session: 'S02',
        earned: 4,
        due: 4,
      }),
    ]);
    await put('W4/2026-03-02.ndjson', [
      attendance({ workbook: 'W4', district: '丙区', earned: 2, due: 4 }),
    ]);
  });

  test('ranks districts by sums, equal ones in the same place', async () => {
    expect(await run()).toMatchObject({ status: 0 });
    expect(await sheet('各区县排名')).toEqual([
      [
        '年度',
        '名次',
        '地区',
        '区县',
        '工作簿数',
        '期数',
        '应到人次',
        '实到人次',
        '到课率A',
        '出勤率B',
        '学时',
      ],
      ['2026', 1, '某市', '乙区', 1, 2, 8, 7, 0.875, 0.875, 21],
      ['2026', 2, '某市', '丙区', 1, 1, 4, 2, 0.5, 0.5, 6],
      ['2026', 2, '某市', '甲区', 2, 2, 4, 2, 0.5, 0.5, 6],
    ]);
  });

  test('by month, as a trend, by category, and money by head', async () => {
    await run();
    expect((await sheet('趋势')).slice(1)).toEqual([
      ['2026-03', 4, 12, 7, 7 / 12, 7 / 12, undefined, 21],
      ['2026-04', 1, 4, 4, 1, 1, 100 * (1 - 7 / 12), 12],
    ]);
    expect((await sheet('各区县按月')).slice(1).map((row) => row.slice(0, 5))).toEqual([
      ['某市', '丙区', '2026-03', 1, 4],
      ['某市', '乙区', '2026-03', 1, 4],
      ['某市', '甲区', '2026-03', 2, 4],
      ['某市', '乙区', '2026-04', 1, 4],
    ]);
    expect((await sheet('按条线')).slice(1)).toEqual([
      ['2026', '区直部门', 16, 11, 0.6875, 0.6875, 33],
    ]);
    expect((await sheet('经费')).slice(1)).toEqual([
      ['2026', '某市', '乙区', '师资费', 20000, 3550.5, 0.177525],
    ]);
  });

  test('has no change to the month before where that month had no session', async () => {
    const months: readonly (readonly [string, number])[] = [
      ['2026-06', 3],
      ['2026-12', 1],
      ['2027-01', 4],
      ['2027-03', 2],
      // A year after the month in the row before.
      ['2028-03', 4],
    ];
    for (const [month, earned] of months)
      await put(`W8/${month}-01.ndjson`, [
        attendance({ workbook: 'W8', district: '丁区', month, earned, due: 4 }),
      ]);
    await run();
    const changes = (await sheet('趋势')).slice(1).map((row) => [row[0], row[6]]);
    expect(changes).toEqual([
      ['2026-03', undefined],
      ['2026-04', 100 * (1 - 7 / 12)],
      ['2026-06', undefined],
      ['2026-12', undefined],
      ['2027-01', 75],
      ['2027-03', undefined],
      ['2028-03', undefined],
    ]);
  });

  test('writes one page with three charts, without scripts', async () => {
    await run('--language', 'en');
    const page = await readFile(join(folder, 'out/roll-up.html'), 'utf8');
    expect(page).toContain('4 workbooks, 2026-03 to 2026-04.');
    expect(page.match(/<svg/g)).toHaveLength(3);
    expect(page).not.toContain('<script');
    expect(page).toContain('<td class="number">87.5%</td>');
    expect(page).toContain('<td class="number">+41.7</td>');
    expect(await readdir(join(folder, 'out'))).toEqual(['roll-up.html', 'roll-up.xlsx']);
  });

  test('districts of two regions with one name are two', async () => {
    await put('W6/2026-03-02.ndjson', [
      { ...attendance({ workbook: 'W6', district: '乙区', earned: 1, due: 4 }), region: '别市' },
      { ...money('budget', '乙区', 100_000), region: '别市' },
    ]);
    await run();
    const ranked = (await sheet('各区县排名')).slice(1).map((row) => row.slice(1, 4));
    expect(ranked).toContainEqual([1, '某市', '乙区']);
    expect(ranked).toContainEqual([4, '别市', '乙区']);
    const page = await readFile(join(folder, 'out/roll-up.html'), 'utf8');
    // Once in each chart of districts.
    expect(page.match(/>某市 乙区</g)).toHaveLength(2);
    expect(page.match(/>别市 乙区</g)).toHaveLength(2);
  });

  test('a year’s budget alone does not lengthen the time that is shown', async () => {
    await put('W7/2025-12-29.ndjson', [
      { ...money('budget', '乙区', 100), week: '2025-12-29', month: '2026-01' },
    ]);
    await run();
    const page = await readFile(join(folder, 'out/roll-up.html'), 'utf8');
    expect(page).toContain('2026-03 至 2026-04');
  });

  test('a file written again replaces what it held', async () => {
    await put('W4/2026-03-02.ndjson', [
      attendance({ workbook: 'W4', district: '丙区', earned: 4, due: 4 }),
    ]);
    await run();
    expect((await sheet('各区县排名'))[1]).toEqual([
      '2026',
      1,
      '某市',
      '丙区',
      1,
      1,
      4,
      4,
      1,
      1,
      12,
    ]);
  });

  test.each<[string, readonly string[], string]>([
    ['an empty folder', ['--from', 'EMPTY'], 'no .ndjson file in'],
    ['a folder that is not there', ['--from', 'NOWHERE'], 'NOWHERE'],
    ['an unknown language', ['--language', 'fr'], '--language is one of zh-CN, zh-TW, en'],
    ['an unknown option', ['--form', 'x'], '--form'],
  ])('refuses %s and writes nothing', async (_, args, said) => {
    await mkdir(join(folder, 'EMPTY'));
    const { status, printed } = await run(
      ...args.map((arg) => (/^[A-Z]+$/.test(arg) ? join(folder, arg) : arg)),
    );
    expect(status).toBe(2);
    expect(printed).toContain(said);
    expect(await readdir(folder)).not.toContain('out');
  });

  test('names the file with a line that is no fact', async () => {
    await put('W5/2026-03-02.ndjson', [{ kind: 'attendance', due: 'many' }]);
    const { status, printed } = await run();
    expect(status).toBe(2);
    expect(printed).toContain('W5/2026-03-02.ndjson');
  });
});

describe('the statements', () => {
  /** Functions and forms that BigQuery and DuckDB share, with the same result for whole numbers and text. */
  const SHARED = [
    'SUM',
    'COUNT',
    'NULLIF',
    'SUBSTR',
    'CONCAT',
    'RANK',
    'MAX',
    'CAST',
    'OVER',
    'FROM',
    'IN',
    'BY',
  ];

  test('are one for each table, and use only SQL that BigQuery and DuckDB know', async () => {
    const files = (await readdir(SQL)).sort();
    expect(files).toEqual(
      Object.keys(TABLE_TITLES)
        .map((name) => `${name}.sql`)
        .sort(),
    );
    for (const file of files) {
      const statement = (await readFile(join(SQL, file), 'utf8')).replaceAll(/^--.*$/gm, '');
      const called = [...statement.matchAll(/\b([A-Za-z_]+)\s*\(/g)].map(([, name = '']) => name);
      expect(called.filter((name) => !SHARED.includes(name))).toEqual([]);
      // Casts by ::, quoted names and clauses that only one of them has.
      expect(statement).not.toMatch(
        /::|"|`|\b(FILTER|QUALIFY|ILIKE|USING SAMPLE|EXCLUDE|EXCEPT)\b/i,
      );
      const names = new Set([
        ...Object.keys(FACT_COLUMNS),
        ...Object.keys(COLUMN_LABELS),
        ...['facts', 'districts', 'months', 'monthNumber'],
      ]);
      const words = statement.replaceAll(/'[^']*'/g, '').match(/\b[a-z][A-Za-z]*\b/g) ?? [];
      expect(words.filter((word) => !names.has(word))).toEqual([]);
    }
  });
});
