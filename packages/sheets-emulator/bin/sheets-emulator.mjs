#!/usr/bin/env node
// `npx sheets-emulator --port 8765`: runs the emulator until it is stopped.
import { loadProgram } from '../load-program.mjs';

const { runCommand } = await loadProgram();
process.exitCode = await runCommand(process.argv.slice(2));
