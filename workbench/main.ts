/** `npm start` after scripts/start.mjs has built everything: opens the workbench and says where it is. */
import { resolve } from 'node:path';
import type { Options } from './options';
import { openBrowser } from './server/open-browser';
import { openWorkbench, type BuiltParts, type Workbench } from './server/workbench';

/** Resolves when the workbench is ready; it then runs until a stop signal. */
export async function start(options: Options, built: BuiltParts): Promise<void> {
  const dataFile = resolve(options.dataFile);
  try {
    const workbench = await openWorkbench({ ...options, dataFile, built, print: printAside });
    stopOnSignals(workbench);
    for (const line of addressLines(workbench, dataFile)) console.log(line);
    if (options.openBrowser) openBrowser(workbench.url);
  } catch (error) {
    console.error(`Lectern did not start. ${explain(error, options)}`);
    process.exitCode = 1;
  }
}

/** Standard output is for the addresses. */
function printAside(text: string): void {
  console.error(text);
}

function addressLines({ url, spreadsheetId, smtpUrl, userEmail }: Workbench, dataFile: string) {
  return [
    `Page         ${url}/`,
    `Inbox        ${url}/inbox`,
    `Sheets API   ${url}/v4/spreadsheets/${spreadsheetId}`,
    `Functions    ${url}/functions/<name>`,
    `Front door   ${url}/front-door`,
    `Identity     ${url}/identity/token?email=${userEmail}`,
    `Clock        ${url}/clock`,
    `SMTP         ${smtpUrl}`,
    `Data file    ${dataFile}`,
    `Lectern is ready at ${url}/`,
  ];
}

function explain(error: unknown, { port }: Options): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `Port ${port} is in use. Choose another with --port N; with --port 0 the system chooses.`;
  }
  // Anything but a plain error is a bug, and its place is worth more than its words.
  return error.name === 'Error' ? error.message : (error.stack ?? error.message);
}

function stopOnSignals(workbench: Workbench): void {
  let stopping = false;
  const stop = (): void => {
    // Asked twice: do not wait for anything any more.
    if (stopping) process.exit(1);
    stopping = true;
    void workbench.close();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
