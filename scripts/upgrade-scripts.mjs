// `npm run upgrade-scripts`: bundles the command and runs it.
import { buildForWorkbooks } from './build-for-workbooks.mjs';
import { bundleProgram } from './bundle-program.mjs';

const { upgradeScripts } = await bundleProgram('provision/upgrade');
process.exitCode = await upgradeScripts(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
  buildScript: buildForWorkbooks,
});
