// `npm run rollup -- --from DIR`: bundles the roll-up and runs it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}dist/roll-up/main.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/roll-up/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['@duckdb/node-api'],
  logLevel: 'warning',
});
const { rollUp } = createRequire(import.meta.url)(outfile);
process.exitCode = await rollUp(process.argv.slice(2), {
  sql: `${root}scripts/roll-up/sql`,
  print: (line) => console.log(line),
});
