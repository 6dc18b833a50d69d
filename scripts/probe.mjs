// `npm run probe -- --workbook ID`: bundles the probe and runs it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = `${root}dist/probe/main.cjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/probe/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
const { probe } = createRequire(import.meta.url)(outfile);
process.exitCode = await probe(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
});
