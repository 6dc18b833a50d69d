// The configuration of a deployment, read from its environment; refuses to start on a setting that would weaken it.
import * as z from 'zod';
import { AppError } from './errors';
import type { TableName } from './ports/fact-store';
import { registerWorkbooks, SPREADSHEET_ID } from './registered-workbooks';

const GOOGLE_SHEETS = 'https://sheets.googleapis.com/';
const GOOGLE_CERTS = 'https://www.googleapis.com/oauth2/v1/certs';

const BUCKET = /^gs:\/\/([a-z0-9][a-z0-9._-]*[a-z0-9])\/?$/;
const TABLE = /^([a-z0-9.:-]+)\.(\w+)\.([\w-]+)$/;

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const emails = list.transform((values) => values.map((value) => value.toLowerCase()));

const wholeNumber = (usual: number, least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((value) => (value.trim() === '' ? usual : Number(value)))
    .pipe(z.int().min(least).max(most));

const Environment = z.object({
  /** Client ids that an identity token may be issued for. An empty list would accept every token of Google's. */
  LECTERN_AUDIENCES: list.refine((values) => values.length > 0, 'must name at least one audience'),
  /** The workbooks this deployment serves, and for which audience: `ID`, or `ID@AUDIENCE` where there are several. */
  LECTERN_WORKBOOKS: list,
  /** In their place the id of the registry, a workbook that lists them. */
  LECTERN_REGISTRY: z
    .union([z.literal(''), z.string().regex(SPREADSHEET_ID, 'is no spreadsheet id')])
    .default(''),
  /** `projects/P/locations/L/queues/Q`; empty: what is due is done within the scheduler's own call. */
  LECTERN_TASK_QUEUE: z
    .union([
      z.literal(''),
      z
        .string()
        .regex(
          /^projects\/[^/]+\/locations\/[^/]+\/queues\/[\w-]+$/,
          'must be projects/P/locations/L/queues/Q',
        ),
    ])
    .default(''),
  /** Where the tasks of that queue are carried out: the address of `worker`. */
  LECTERN_WORKER_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Requests a minute that one account may make of the Sheets API: Google's limit. Reads and writes count apart. */
  LECTERN_REQUESTS_PER_MINUTE: wholeNumber(60, 1, 100_000),
  /** Where the figures of all workbooks are kept: `gs://BUCKET`, or a folder of this machine; empty: nowhere. */
  LECTERN_ROLL_UP: z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine(
      (value) => !value.startsWith('gs:') || BUCKET.test(value),
      'must be gs://BUCKET, without a folder, or a folder of this machine',
    ),
  /** The table of BigQuery that a bucket is loaded into each morning: `PROJECT.DATASET.TABLE`; empty: none. */
  LECTERN_ROLL_UP_TABLE: z
    .union([z.literal(''), z.string().regex(TABLE, 'must be PROJECT.DATASET.TABLE')])
    .default(''),
  /** Who may set up a workbook that has no roles tab yet. */
  LECTERN_ADMINS: emails,
  /** Who may run the schedule: service accounts of a scheduler. */
  LECTERN_SCHEDULERS: emails,
  LECTERN_SHEETS_ROOT_URL: z.url().default(GOOGLE_SHEETS),
  /** The account that edits the workbooks; at Google the deployment's own credentials say. */
  LECTERN_SHEETS_ACCOUNT: z.union([z.literal(''), z.email()]).default(''),
  LECTERN_IDENTITY_CERTS_URL: z.url().default(GOOGLE_CERTS),
  LECTERN_IDENTITY_ISSUERS: list,
  LECTERN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The service account that the domain lets send for the senders below. */
  LECTERN_GMAIL_ACCOUNT: z.union([z.literal(''), z.email()]).default(''),
  /** Mailboxes that may be sent from through Gmail; no workbook can choose another. */
  LECTERN_GMAIL_SENDERS: emails,
  /** Mails a minute and sender: 54 with their drafts fit into the 6,000 units of a project made since May 2026. */
  LECTERN_GMAIL_PER_MINUTE: wholeNumber(50, 1, 10_000),
  LECTERN_GMAIL_ROOT_URL: z.url().optional(),
  /** How long one call goes on sending: two minutes less than the function's time limit, for the last writes. */
  LECTERN_SEND_SECONDS: wholeNumber(400, 30, 3_400),
  /** Signs the links in mails and on check-in pages. Anyone who knows it can reply for everybody. */
  LECTERN_LINK_KEY: z.union([z.literal(''), z.string().min(32)]).default(''),
  /** The address of the public pages, without a page's name; empty: mails carry no links. */
  LECTERN_PAGES_URL: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Set by Cloud Run: the deployment is real. */
  K_SERVICE: z.string().optional(),
});

export interface GmailConfig {
  readonly account: string | null;
  readonly senders: readonly string[];
  /** Mails a minute that one sender may send. */
  readonly perMinute: number;
  /** Null: Google's own; otherwise the local workbench's, which takes any sender. */
  readonly rootUrl: string | null;
}

export interface TaskQueueConfig {
  readonly queue: string;
  /** Without a slash at its end. */
  readonly workerUrl: string;
  /** The account whose tokens the tasks carry. */
  readonly caller: string;
}

/** A folder of this machine, or a bucket with the table that it is loaded into. */
export type RollUpConfig =
  { readonly folder: string } | { readonly bucket: string; readonly table: TableName | null };

export interface LinkConfig {
  readonly key: string;
  readonly pagesUrl: string | null;
}

export interface Config {
  readonly audiences: readonly string[];
  /** The audiences whose tokens open a workbook, by its id. */
  readonly workbooks: ReadonlyMap<string, readonly string[]>;
  /** The workbook that lists them instead; null: none. */
  readonly registryId: string | null;
  /** Null: what is due is done within the scheduler's own call. */
  readonly taskQueue: TaskQueueConfig | null;
  /** Null: no figures are kept for a roll-up. */
  readonly rollUp: RollUpConfig | null;
  /** Requests a minute and account; null: as fast as they come. */
  readonly requestsPerMinute: number | null;
  readonly admins: readonly string[];
  readonly schedulers: readonly string[];
  readonly sheetsRootUrl: string;
  /** Null: to be asked for. */
  readonly sheetsAccount: string | null;
  readonly certsUrl: string;
  /** Empty: Google's own issuers. */
  readonly issuers: readonly string[];
  readonly smtpUrl: string | null;
  readonly gmail: GmailConfig;
  /** How long one call may go on sending before it leaves the rest to the next. */
  readonly sendSeconds: number;
  /** Null: no public pages. */
  readonly links: LinkConfig | null;
  /** Whether the Sheets API is Google's; otherwise it is the local workbench's. */
  readonly isGoogle: boolean;
}

/** Throws `AppError` internal when the environment is incomplete or unsafe, naming each variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw refuse(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const env = parsed.data;
  const isGoogle = env.LECTERN_SHEETS_ROOT_URL === GOOGLE_SHEETS;
  const foreign =
    !isGoogle ||
    env.LECTERN_SHEETS_ACCOUNT !== '' ||
    env.LECTERN_IDENTITY_CERTS_URL !== GOOGLE_CERTS ||
    env.LECTERN_IDENTITY_ISSUERS.length > 0 ||
    env.LECTERN_GMAIL_ROOT_URL !== undefined;
  if (env.K_SERVICE !== undefined && foreign) {
    throw refuse([
      'LECTERN_SHEETS_ROOT_URL, LECTERN_SHEETS_ACCOUNT, LECTERN_IDENTITY_CERTS_URL, LECTERN_IDENTITY_ISSUERS and LECTERN_GMAIL_ROOT_URL are for local use only',
    ]);
  }
  const hasRegistry = env.LECTERN_REGISTRY !== '';
  if (hasRegistry && env.LECTERN_WORKBOOKS.length > 0)
    throw refuse(['LECTERN_WORKBOOKS must be empty where LECTERN_REGISTRY lists the workbooks']);
  const { workbooks, problems } = hasRegistry
    ? { workbooks: new Map<string, readonly string[]>(), problems: [] }
    : registerWorkbooks(env.LECTERN_WORKBOOKS, env.LECTERN_AUDIENCES);
  if (problems.length > 0) throw refuse(problems);
  return {
    links: linksOf(env, env.K_SERVICE !== undefined),
    audiences: env.LECTERN_AUDIENCES,
    workbooks,
    registryId: hasRegistry ? env.LECTERN_REGISTRY : null,
    taskQueue: taskQueueOf(env),
    rollUp: rollUpOf(env),
    requestsPerMinute:
      isGoogle || environment['LECTERN_REQUESTS_PER_MINUTE']
        ? env.LECTERN_REQUESTS_PER_MINUTE
        : null,
    admins: env.LECTERN_ADMINS,
    schedulers: env.LECTERN_SCHEDULERS,
    sheetsRootUrl: env.LECTERN_SHEETS_ROOT_URL,
    sheetsAccount: env.LECTERN_SHEETS_ACCOUNT || null,
    certsUrl: env.LECTERN_IDENTITY_CERTS_URL,
    issuers: env.LECTERN_IDENTITY_ISSUERS,
    smtpUrl: env.LECTERN_SMTP_URL ?? null,
    gmail: {
      account: env.LECTERN_GMAIL_ACCOUNT || null,
      senders: env.LECTERN_GMAIL_SENDERS,
      perMinute: env.LECTERN_GMAIL_PER_MINUTE,
      rootUrl: env.LECTERN_GMAIL_ROOT_URL ?? null,
    },
    sendSeconds: env.LECTERN_SEND_SECONDS,
    isGoogle,
  };
}

function taskQueueOf(env: z.infer<typeof Environment>): TaskQueueConfig | null {
  const [queue, url] = [env.LECTERN_TASK_QUEUE, env.LECTERN_WORKER_URL];
  const [caller] = env.LECTERN_SCHEDULERS;
  if (queue === '') return null;
  if (url === '' || caller === undefined)
    throw refuse(['LECTERN_TASK_QUEUE needs LECTERN_WORKER_URL and LECTERN_SCHEDULERS']);
  return { queue, workerUrl: url.replace(/\/$/, ''), caller };
}

function rollUpOf(env: z.infer<typeof Environment>): RollUpConfig | null {
  const place = env.LECTERN_ROLL_UP;
  const [, bucket] = BUCKET.exec(place) ?? [];
  const [, projectId, datasetId, tableId] = TABLE.exec(env.LECTERN_ROLL_UP_TABLE) ?? [];
  const isNamed = projectId !== undefined && datasetId !== undefined && tableId !== undefined;
  const table = isNamed ? { projectId, datasetId, tableId } : null;
  if (bucket !== undefined) return { bucket, table };
  if (table) throw refuse(['LECTERN_ROLL_UP_TABLE needs a bucket in LECTERN_ROLL_UP']);
  if (place !== '' && env.K_SERVICE !== undefined)
    throw refuse([
      'LECTERN_ROLL_UP must be gs://BUCKET: a folder of Cloud Run is gone with the instance',
    ]);
  return place === '' ? null : { folder: place };
}

type LinkVariables = Pick<z.infer<typeof Environment>, 'LECTERN_LINK_KEY' | 'LECTERN_PAGES_URL'>;

function linksOf(env: LinkVariables, isDeployed: boolean): LinkConfig | null {
  const [key, pagesUrl] = [env.LECTERN_LINK_KEY, env.LECTERN_PAGES_URL];
  if (pagesUrl !== '' && key === '') throw refuse(['LECTERN_PAGES_URL needs LECTERN_LINK_KEY']);
  if (isDeployed && pagesUrl.startsWith('http:'))
    throw refuse(['LECTERN_PAGES_URL must begin with https:']);
  return key === '' ? null : { key, pagesUrl: pagesUrl === '' ? null : pagesUrl };
}

function refuse(reasons: readonly string[]): AppError {
  return new AppError('badConfiguration', { facts: { reasons: reasons.join('; ') } });
}
