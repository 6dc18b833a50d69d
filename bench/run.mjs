// `node bench/run.mjs attendance [15k|150k|1.2M]`: bundles a benchmark and runs it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [name = 'attendance', ...args] = process.argv.slice(2);
const outfile = fileURLToPath(new URL(`../.lectern/bench/${name}.cjs`, import.meta.url));

await build({
  entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  external: ['@duckdb/node-api', 'esbuild'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;
