// `npm run bench [-- --full]`: runs every benchmark and writes docs/benchmarks.md and the ratios that the READMEs quote.
// `npm run bench -- attendance [15k|150k|1.2M]`: runs one and writes nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { bundledPackages } from './bundled-packages.mjs';
import { benchmarksPage } from './page.mjs';
import { quoteRatios, ratiosOf } from './quoted-ratios.mjs';

/** In the order of the table. */
const BENCHES = ['attendance', 'check-entries', 'notices', 'cold-start', 'import-rows'];
const PRICES = 'function-prices';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const FOLDER = at('.lectern/bench');

async function run(name, args, rowsFile) {
  const outfile = `${FOLDER}/${name}.cjs`;
  await build({
    entryPoints: [at(`bench/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['@duckdb/node-api', 'esbuild'],
    logLevel: 'warning',
  });
  const env = { ...process.env, ...(rowsFile && { LECTERN_BENCH_ROWS: rowsFile }) };
  const options = { stdio: 'inherit', cwd: at(''), env };
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], options);
  if (status !== 0) throw new Error(`The benchmark ${name} failed.`);
}

/** The rows that the benchmarks collect, one JSON text a line. */
async function rowsOf(names, args) {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/rows.jsonl`;
  rmSync(file, { force: true });
  for (const name of names) {
    const started = performance.now();
    await run(name, args, file);
    console.log(`(${name}: ${Math.round((performance.now() - started) / 1000)} s)\n`);
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

async function write(path, text) {
  const options = { ...(await resolveConfig(at(path))), filepath: at(path) };
  writeFileSync(at(path), await format(text, options));
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === '--full') {
  const flags = name === undefined ? [] : [name];
  const rows = await rowsOf(BENCHES, flags);
  const prices = await rowsOf([PRICES], flags);
  const page = benchmarksPage({ rows, prices, packages: await bundledPackages(FOLDER) });
  await write('docs/benchmarks.md', page);
  const ratios = ratiosOf(readFileSync(at('docs/benchmarks.md'), 'utf8'));
  for (const readme of ['README.md', 'README.zh-CN.md'])
    await write(readme, quoteRatios(readFileSync(at(readme), 'utf8'), ratios));
} else {
  await run(name, args);
}
