/** The emulator as a program of its own: `npx sheets-emulator --port 8765`. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { start, type StartOptions } from './start';

const DEFAULT_PORT = 8765;

const HELP = `npx sheets-emulator [--port NUMBER] [--data FILE]

  --port NUMBER  the port on 127.0.0.1; 0 takes a free one (default ${DEFAULT_PORT})
  --data FILE    keeps the spreadsheets in this file; without it they are gone in the end
  --help         shows this text`;

export type Command =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly message: string };

export function readCommand(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return { kind: 'help' };
    const port = values.port ?? String(DEFAULT_PORT);
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      return { kind: 'problem', message: `--port takes a number from 0 to 65535, not "${port}".` };
    }
    const options = { port: Number(port) };
    if (values.data === undefined) return { kind: 'start', options };
    return { kind: 'start', options: { ...options, file: values.data } };
  } catch (error) {
    // An unknown option, or one without its value: Node's own sentence says which.
    return { kind: 'problem', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs until the process is interrupted; returns the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  if (command.kind === 'help') {
    console.log(HELP);
    return 0;
  }
  if (command.kind === 'problem') {
    console.error(command.message);
    return 2;
  }
  try {
    const emulator = await start(command.options);
    console.log(`The Sheets emulator is ready at ${emulator.rootUrl}`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await emulator.close();
    return 0;
  } catch (error) {
    console.error(`The Sheets emulator did not start: ${String(error)}`);
    return 1;
  }
}
