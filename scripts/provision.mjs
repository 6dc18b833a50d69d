// `npm run provision -- --name … --clerks …`: bundles the command and runs it.
import { buildForWorkbooks } from './build-for-workbooks.mjs';
import { bundleProgram } from './bundle-program.mjs';

const { provision } = await bundleProgram('provision/main');
process.exitCode = await provision(process.argv.slice(2), {
  environment: process.env,
  print: (line) => console.log(line),
  buildScript: buildForWorkbooks,
});
