// `npm run provision`: the command line, and what is printed.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toLocalTime } from '#core/calendar/zone';
import { toLanguage } from '#core/text/language';
import { askWorkbench, readDeployment, type Deployment, type Environment } from './deployment';
import { readDistrict, readDistricts, type District } from './district';
import { explain } from './explain';
import { connect } from './google';
import { readScriptFiles, type ScriptFile } from './script-project';
import { putInPlace, StepFailed, type Google, type Task } from './steps';

const HELP = `Lectern: puts one more workbook in place, or a list of them

  set -a; . deploy/.env; set +a
  npm run provision -- --name NAME --clerks a@…,b@… [options]
  npm run provision -- --list FILE.csv [options]

  --name NAME         title of the workbook; the same name again goes on with the same workbook
  --clerks LIST       addresses, separated by commas: may edit the workbook, and are clerks in its tab Roles
  --from ID           takes this spreadsheet instead of making one
  --copy-of ID        copies this workbook, last year's, instead of making an empty one; the new year then begins in the copy's sidebar
  --district NAME     district, --region NAME, --contact NAME: for the registry
  --client-id ID      OAuth client of the workbook's script, where the deployment accepts several
  --list FILE.csv     several workbooks, one a line; headings: name, clerks, from, copy-of, district, region, contact, client-id
  --api-url URL       address of the function api, which the script calls (default: LECTERN_API_URL)
  --add-on            no script: the add-on serves the workbook
  --language CODE     of a new workbook: zh-CN (default), zh-TW or en
  --time-zone ZONE    of a new workbook (default Asia/Shanghai)
  --workbench URL     the local workbench instead of Google, started with npm start -- --registry
  --help              show this text

Each step may be repeated. When one fails, the same command goes on there.
You need credentials of your own for Drive and Apps Script, and Service Account Token Creator on the service account: docs/operations.md.
`;

const DECLARED = {
  name: { type: 'string' },
  clerks: { type: 'string' },
  from: { type: 'string' },
  'copy-of': { type: 'string' },
  district: { type: 'string' },
  region: { type: 'string' },
  contact: { type: 'string' },
  'client-id': { type: 'string' },
  list: { type: 'string' },
  'api-url': { type: 'string' },
  'add-on': { type: 'boolean', default: false },
  language: { type: 'string', default: 'zh-CN' },
  'time-zone': { type: 'string', default: 'Asia/Shanghai' },
  workbench: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Surroundings {
  readonly environment: Environment;
  readonly print: (line: string) => void;
  /** Builds the script for the functions at this address and returns its folder. */
  readonly buildScript: (apiUrl: string) => Promise<string>;
  /** In place of Google. */
  readonly google?: Google;
  readonly now?: () => Date;
}

/** Gives the exit status: 0 all in place, 1 some are not, 2 not begun. */
export async function provision(argv: readonly string[], around: Surroundings): Promise<number> {
  const { print } = around;
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help === true) {
      print(HELP);
      return 0;
    }
    const districts = await readWishes(values);
    const deployment = await deploymentOf(values, around.environment);
    const scriptFiles = values['add-on'] ? null : await buildFiles(deployment.apiUrl, around);
    const now = around.now ?? (() => new Date());
    const common = {
      deployment,
      google: around.google ?? connect(deployment),
      scriptFiles,
      language: toLanguage(values.language),
      timeZone: values['time-zone'],
      today: toLocalTime(now(), values['time-zone']).day,
    };
    return await putAllInPlace(districts, common, print);
  } catch (error) {
    print(explain(error));
    return 2;
  }
}

type Values = Readonly<Partial<Record<keyof typeof DECLARED, string | boolean>>>;

async function readWishes(values: Values): Promise<District[]> {
  const { name, clerks, from, district, region, contact, list } = values as Readonly<
    Record<string, string | undefined>
  >; // these are declared as strings
  const clientId = values['client-id'] as string | undefined;
  const copyOf = values['copy-of'] as string | undefined;
  const one = { name, clerks, from, copyOf, district, region, contact, clientId };
  if (list === undefined) return [readDistrict(one)];
  if (Object.values(one).some((value) => value !== undefined))
    throw new Error('With --list the workbooks are described in the file alone.');
  return readDistricts(await readFile(list, 'utf8'));
}

async function deploymentOf(values: Values, environment: Environment): Promise<Deployment> {
  const { workbench } = values;
  const deployment = readDeployment(
    typeof workbench === 'string' ? await askWorkbench(workbench) : environment,
  );
  const apiUrl = values['api-url'];
  return typeof apiUrl === 'string' ? { ...deployment, apiUrl } : deployment;
}

async function buildFiles(
  apiUrl: string,
  { buildScript }: Pick<Surroundings, 'buildScript'>,
): Promise<ScriptFile[]> {
  if (apiUrl === '')
    throw new Error(
      'The address of the function api is missing: --api-url https://…, as deploy.sh printed it.',
    );
  return readScriptFiles(await buildScript(apiUrl));
}

/** One that fails does not keep the others from being put in place. */
async function putAllInPlace(
  districts: readonly District[],
  common: Omit<Task, 'district'>,
  print: Surroundings['print'],
): Promise<number> {
  const failed: string[] = [];
  for (const district of districts) {
    print(district.name);
    try {
      const { spreadsheetId } = await putInPlace({ district, ...common }, print);
      print(`  in place: https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`);
    } catch (error) {
      if (!(error instanceof StepFailed)) throw error;
      failed.push(district.name);
      print(`  ${error.step}: FAILED. ${explain(error.cause)}`);
    }
  }
  if (common.scriptFiles !== null && failed.length < districts.length) print(BY_HAND);
  if (failed.length === 0) return 0;
  print(
    `Not in place: ${failed.join(', ')}. Run the same command again: it goes on where it broke.`,
  );
  return 1;
}

/** Google's API has no call for this. */
const BY_HAND =
  'Still by hand, once for each new script: Extensions → Apps Script → Project settings → change the Cloud project to the number of yours; its client id then belongs into LECTERN_AUDIENCES and, where there are several, into the registry (docs/operations.md).';
