// `npm run doctor -- --workbook ID`: bundles the command and runs it.
import { readFile } from 'node:fs/promises';
import { bundleProgram } from './bundle-program.mjs';

const { doctor } = await bundleProgram('doctor/main');
const manifest = new URL('../package.json', import.meta.url);
const { version } = JSON.parse(await readFile(manifest, 'utf8'));
process.exitCode = await doctor(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
  version,
});
