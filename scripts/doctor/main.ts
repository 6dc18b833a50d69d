// `npm run doctor`: the command line, and what is printed.
import { parseArgs } from 'node:util';
import {
  diagnosis,
  hasErrors,
  isHealthy,
  renderDiagnosis,
  worstFirst,
  type Diagnosis,
} from '#core/diagnosis/diagnosis';
import type { Level } from '#core/diagnosis/diagnosis.texts';
import { text, toLanguage, type Language, type Text } from '#core/text/language';
import { fetchDelegatedToken } from '#functions/adapters/gmail/delegated-token';
import { gmailClient, localToken, postAsDeployment } from '#functions/adapters/google-clients';
import { readConfig, type Config } from '#functions/config';
import { AppError } from '#functions/errors';
import type { Clock } from '#functions/ports/clock';
import { askWorkbench, readDeployment, type Environment } from '../provision/deployment';
import { explain } from '../provision/explain';
import { sheetsOf, workbookPorts } from '../provision/google';
import { personClients } from '../provision/person-clients';
import { scriptPort } from '../provision/script-project';
import { mailsInFiles, mailsInMailbox } from './bounce-sources';
import { look, type Patient } from './look';

const HELP = `Lectern: says what is wrong with a workbook or its deployment, and what to do

  set -a; . deploy/.env; set +a
  npm run doctor -- --workbook ID [options]

  --workbook ID      the workbook
  --person ADDRESS   somebody who says that they are refused
  --mailbox ADDRESS  reads bounces in this mailbox through the Gmail API and writes them into the tab Notices
  --bounces PATH     the same for a saved mail (.eml) or a folder of them
  --api-url URL      address of the function api (default: LECTERN_API_URL)
  --language CODE    zh-CN, zh-TW or en (default: the workbook's)
  --workbench URL    the local workbench instead of Google, started with npm start
  --help             show this text

Without --mailbox and --bounces nothing is changed.
`;

const DECLARED = {
  workbook: { type: 'string' },
  person: { type: 'string' },
  mailbox: { type: 'string' },
  bounces: { type: 'string' },
  'api-url': { type: 'string' },
  language: { type: 'string' },
  workbench: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface DoctorSurroundings {
  readonly environment: Environment;
  readonly print: (line: string) => void;
  /** Of this version of Lectern. */
  readonly version: string;
  /** In place of the system's. */
  readonly clock?: Clock;
}

/** Gives the exit status: 0 nothing keeps it from working, 1 something does, 2 not begun. */
export async function doctor(argv: readonly string[], around: DoctorSurroundings): Promise<number> {
  const { print } = around;
  try {
    const { values } = parseArgs({ args: [...argv], options: DECLARED, strict: true });
    if (values.help === true) {
      print(HELP);
      return 0;
    }
    const environment =
      values.workbench === undefined ? around.environment : await askWorkbench(values.workbench);
    const { config, found: settings } = configOf(environment);
    const { found, language } = await look(patientOf(values, { environment, config, around }));
    const all = worstFirst([...settings, ...found]);
    const shown = values.language === undefined ? language : toLanguage(values.language);
    for (const line of renderAll(all, shown)) print(line);
    return hasErrors(all) ? 1 : 0;
  } catch (error) {
    print(explain(error));
    return 2;
  }
}

interface KnownConfig {
  readonly config: Config | null;
  readonly found: readonly Diagnosis[];
}

/** Settings with which the functions would not start. */
function configOf(environment: Environment): KnownConfig {
  try {
    return { config: readConfig(environment), found: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason = String(error.facts['reasons'] ?? error.message);
    return { config: null, found: [diagnosis('configurationWrong', { reason })] };
  }
}

interface Values {
  readonly workbook?: string | undefined;
  readonly person?: string | undefined;
  readonly mailbox?: string | undefined;
  readonly bounces?: string | undefined;
  readonly 'api-url'?: string | undefined;
}

interface Circumstances {
  readonly environment: Environment;
  readonly config: Config | null;
  readonly around: DoctorSurroundings;
}

function patientOf(values: Values, { environment, config, around }: Circumstances): Patient {
  const { workbook: spreadsheetId, person } = values;
  if (spreadsheetId === undefined) throw new Error('--workbook ID is missing. See --help');
  const known = readDeployment(environment);
  const deployment = { ...known, apiUrl: values['api-url'] ?? known.apiUrl };
  const client = sheetsOf(deployment);
  const ports = workbookPorts(client, deployment.account);
  return {
    spreadsheetId,
    deployment,
    config,
    client,
    ports: around.clock === undefined ? ports : { ...ports, clock: around.clock },
    script: () => Promise.resolve(scriptPort(personClients(deployment.rootUrl).script)),
    person: person?.trim().toLowerCase() ?? null,
    bounces: bouncesOf(values, config),
    ownVersion: around.version,
  };
}

const READ_MAIL = 'https://www.googleapis.com/auth/gmail.readonly';

function bouncesOf({ mailbox, bounces }: Values, config: Config | null): Patient['bounces'] {
  if (bounces !== undefined) return { name: bounces, read: () => mailsInFiles(bounces) };
  if (mailbox === undefined) return null;
  return {
    name: mailbox,
    async read() {
      const { account = null, rootUrl = null } = config?.gmail ?? {};
      if (rootUrl !== null) return mailsInMailbox(await gmailClient(localToken, rootUrl), mailbox);
      if (account === null) throw new Error('LECTERN_GMAIL_ACCOUNT is empty.');
      const delegation = { account, sender: mailbox, scope: READ_MAIL, now: () => new Date() };
      const token = () => fetchDelegatedToken({ ...delegation, post: postAsDeployment });
      return mailsInMailbox(await gmailClient(token, null), mailbox);
    },
  };
}

const LEVELS: Readonly<Record<Level, Text>> = {
  error: text('错误', '錯誤', 'ERROR'),
  warning: text('提醒', '提醒', 'WARNING'),
  note: text('说明', '說明', 'NOTE'),
};

function renderAll(found: readonly Diagnosis[], language: Language): string[] {
  const shown = isHealthy(found) ? [...found, diagnosis('nothingFound')] : found;
  return shown.map((one) => {
    const { level, says, next } = renderDiagnosis(one, language);
    return `${LEVELS[level][language]}  ${says}\n  → ${next}`;
  });
}
