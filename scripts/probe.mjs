// `npm run probe -- --workbook ID`: bundles the probe and runs it.
import { bundleProgram } from './bundle-program.mjs';

const { probe } = await bundleProgram('probe/main');
process.exitCode = await probe(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
});
