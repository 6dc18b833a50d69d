// `npm run probe`: the command line, and what is printed and written.
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { googleSheetsClient, localSheetsClient } from '#functions/adapters/google-clients';
import { readConfig } from '#functions/config';
import { Ground } from './ground';
import type { World } from './question';
import { QUESTIONS, runProbe, whyNotThrowaway, type Result } from './run-probe';
import { putBetweenMarks } from '../marked-table';
import { renderAnswers, renderOpen } from './table';

const HELP = `Lectern: asks Google what no document says

  set -a; . deploy/.env; set +a
  npm run probe -- --workbook ID [options]

  --workbook ID   an empty spreadsheet shared with the service account as an editor; tabs are made in it and taken away again
  --api URL       also asks the deployed function api, at this address
  --table FILE    where the answers are written (default docs/operations.md; answers of the local workbench only where this says)
  --list          prints what would be asked, as a table, and asks nothing
  --help          show this text

Credentials are the application default ones: as the service account, not as yourself, for you own the spreadsheet:
  gcloud auth application-default login --impersonate-service-account=lectern@PROJECT.iam.gserviceaccount.com
`;

const DECLARED = {
  workbook: { type: 'string' },
  api: { type: 'string' },
  table: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const DOCUMENT = 'docs/operations.md';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** Gives the exit status: 0 asked, 1 something is left behind, 2 not begun. */
export async function probe(argv: readonly string[], around: Surroundings): Promise<number> {
  const { environment, print, pause = sleep } = around;
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help === true || values.list === true) {
      print(values.help === true ? HELP : renderOpen(QUESTIONS));
      return 0;
    }
    const { workbook: spreadsheetId, api = null, table } = values;
    if (spreadsheetId === undefined) throw new Error('--workbook ID is missing. See --help');
    const config = readConfig(environment);
    const client = config.isGoogle ? googleSheetsClient() : localSheetsClient(config.sheetsRootUrl);
    const ground = new Ground({ client, spreadsheetId, pause });
    const world = { ground, config, apiUrl: api, milliseconds: () => performance.now() };
    const reason = await whyNotThrowaway(world);
    if (reason !== null) throw new Error(reason);
    return await askAll(world, { file: table ?? (config.isGoogle ? DOCUMENT : null), print });
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

interface Output {
  readonly file: string | null;
  readonly print: Surroundings['print'];
}

async function askAll(world: World, { file, print }: Output): Promise<number> {
  const { results, left } = await runProbe(world, (result) => print(lineOf(result)));
  for (const title of left) print(`Left behind: the tab ${title}. Delete it by hand.`);
  if (file !== null) {
    const asked = { day: new Date().toISOString().slice(0, 10), ofGoogle: world.config.isGoogle };
    const text = await readFile(file, 'utf8');
    await writeFile(file, putBetweenMarks(text, 'probe', renderAnswers(results, asked)));
    print(`The answers are written into ${file}.`);
  }
  return left.length > 0 ? 1 : 0;
}

const lineOf = ({ asks, says, consequence }: Result): string =>
  `${asks}\n  → ${says}\n  ⇒ ${consequence}`;
