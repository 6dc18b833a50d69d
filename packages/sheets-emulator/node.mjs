// `sheets-emulator/node`: `start` for tests that Node runs as they are, without a bundler or a TypeScript transformer.
import { loadProgram } from './load-program.mjs';

export const { start } = await loadProgram();
