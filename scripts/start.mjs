// `npm start`: builds what has changed, then runs the local workbench in this process.
import { createRequire } from 'node:module';
import { buildProgram, buildServed, built, programs } from './build-workbench.mjs';

// Express and the functions framework then hide the details of errors, as deployed.
process.env.NODE_ENV ??= 'production';

const require = createRequire(import.meta.url);
await buildProgram();
const { readCommand } = require(programs.options);
const command = readCommand(process.argv.slice(2));
if (command.kind === 'help') {
  console.log(command.text);
} else if (command.kind === 'problem') {
  console.error(command.message);
  process.exitCode = 2;
} else {
  await buildServed();
  await require(programs.main).start(command.options, built);
}
