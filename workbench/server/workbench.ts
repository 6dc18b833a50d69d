/** The composition root of the local workbench: everything `npm start` serves, in one process. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#functions/config';
import type { SheetsServer } from 'sheets-emulator';
import { registerFunctions } from '#functions/register';
import { jsonLogger } from '#functions/adapters/system/json-logger';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { wire } from '#functions/wire';
import { appsScriptRoute, sidebarRoute } from '../apps-script-host/apps-script-routes';
import { openAppsScriptHost, type AppsScriptHost } from '../apps-script-host/host';
import { clockRoute } from '../clock/clock-route';
import { callDispatch } from '../clock/call-dispatch';
import { openSchedule, type RunSchedule } from '../clock/schedule';
import { openKeptClock } from '../clock/kept-clock';
import type { SettableClock } from '../clock/settable-clock';
import { frontDoor } from '../front-door/front-door';
import { frontDoorRoute } from '../front-door/front-door-route';
import { deployedServices } from '../front-door/service-settings';
import { identityRoute } from '../identity/identity-route';
import { createIssuer, type IdentityIssuer } from '../identity/issuer';
import { gmailQuota } from '../gmail/gmail-quota';
import { readToken } from '../identity/read-token';
import { gmailRoute } from '../gmail/gmail-route';
import { openInbox } from '../inbox/inbox';
import { readSampleTime } from '../samples/sample-time';
import type { SampleName } from '../samples/prepare-workbook';
import { projectStore } from '../script-api/project-store';
import { scriptRoute } from '../script-api/script-route';
import { chooseContents } from './choose-contents';
import { createClosing, type Closing } from './closing';
import { lockDataFile } from './data-lock';
import { openEventFeed, type EventFeed } from './event-feed';
import {
  deploymentSettings,
  functionEnvironment,
  type EnvironmentParts,
} from './function-environment';
import { readLinkKey } from './link-key';
import { openHttpServer, type HttpServer } from './http-server';
import { hasData, openData } from './open-data';
import { fileRoute, folderRoute } from './page-route';
import { openRegistry } from './registry-workbook';
import { servedWorkbooks } from './served-workbooks';
import { readSpreadsheetFacts } from './spreadsheet-facts';
import { stateRoute } from './state-route';

export interface WorkbenchOptions {
  readonly port: number;
  readonly dataFile: string;
  readonly sample: SampleName;
  /** An .xlsx file that a new data file is made from, instead of the sample. */
  readonly xlsxFile: string | null;
  readonly built: BuiltParts;
  /** Whether the clock calls what is due. */
  readonly runsSchedule: boolean;
  readonly hasRegistry: boolean;
  /** Where the functions' and the script's own lines go. */
  readonly print: (text: string) => void;
}

/** What scripts/build-workbench.mjs makes. */
export interface BuiltParts {
  readonly pageFolder: string;
  readonly scriptFolder: string;
  readonly scriptWorker: string;
}

export interface Workbench {
  /** Without a slash at its end. */
  readonly url: string;
  readonly spreadsheetId: string;
  readonly smtpUrl: string;
  readonly userEmail: string;
  close(): Promise<void>;
}

const AUDIENCE = 'lectern-workbench';
/** Of a new workbook. */
const LANGUAGE = 'zh-CN';
/** Who sits at the workbench: an administrator, so that every button of the sidebar works. */
const USER_EMAIL = 'admin@example.org';
const SCHEDULER_EMAIL = 'scheduler@example.org';
/** Who may invoke the services that check it: `DEPLOY_INVOKERS`. */
const INVOKERS = ['domain:example.org'];

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const closing = createClosing();
  const lock = await lockDataFile(options.dataFile);
  const close = async (): Promise<void> => {
    await closing.close();
    await lock.release();
  };
  try {
    return { ...(await openParts(options, closing)), userEmail: USER_EMAIL, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type OpenParts = Pick<Workbench, 'url' | 'spreadsheetId' | 'smtpUrl'>;

async function openParts(options: WorkbenchOptions, closing: Closing): Promise<OpenParts> {
  const { dataFile, built } = options;
  const events = closing.keep(openEventFeed());
  const server = closing.keep(await openHttpServer(options.port));
  const clockFile = `${dataFile}.clock`;
  // A new workbook opens at its sample's time, not at the time of one that was moved away.
  if (!(await hasData(dataFile))) await rm(clockFile, { force: true });
  const kept = await openKeptClock(clockFile);
  const { clock } = kept;
  const issuer = createIssuer(`${server.url}/identity`, AUDIENCE);
  const contents = await chooseContents({ ...options, language: LANGUAGE });
  const { sheets, spreadsheetId } = await openData({
    server,
    dataFile,
    now: () => clock.now(),
    prepare: contents.prepare,
  });
  closing.keep(sheets);
  await contents.check(`${server.url}/`, spreadsheetId);
  if (!kept.wasKept) {
    clock.set(await readSampleTime(localSheetsClient(`${server.url}/`), spreadsheetId));
    await kept.keep();
  }
  sheets.subscribe((change) => events.publish('workbook', change));
  const inbox = closing.keep(
    await openInbox({
      folder: `${dataFile}.mail`,
      clock,
      publish: events.publish,
      takeFault: sheets.takeFault,
      page: fileRoute(join(built.pageFolder, 'inbox.html')),
    }),
  );
  const parts: Parts = { options, server, events, clock, issuer, spreadsheetId };
  server.mount('inbox', inbox.route);
  server.mount(
    'gmail',
    gmailRoute(`${dataFile}.drafts`, (raw, recipients) => inbox.deliver(raw, recipients), {
      takeFault: sheets.takeFault,
      countUnits: gmailQuota(() => clock.now(), sheets.countsQuota),
      received: () => inbox.received(),
    }),
  );
  server.mount(
    'v1',
    scriptRoute({
      projects: projectStore(`${dataFile}.scripts`, () => clock.now()),
      takeFault: sheets.takeFault,
      isSpreadsheet: (id) => sheets.list().some((one) => one.spreadsheetId === id),
    }),
  );
  const schedule = options.runsSchedule ? closing.keep(scheduleOf(parts)) : null;
  const environment: EnvironmentParts = {
    url: server.url,
    issuer,
    spreadsheetId,
    adminEmail: USER_EMAIL,
    schedulerEmail: SCHEDULER_EMAIL,
    smtpUrl: inbox.smtpUrl,
    linkKey: await readLinkKey(`${dataFile}.key`),
    factFolder: `${dataFile}.facts`,
    registryId: options.hasRegistry ? await registryOf(parts, sheets) : null,
  };
  mountOwnRoutes(parts, environment, async () => {
    await kept.keep();
    schedule?.runSoon();
  });
  mountFunctions(parts, environment, sheets);
  mountScript(parts, closing.keep(await openScript(parts)));
  return { url: server.url, spreadsheetId, smtpUrl: inbox.smtpUrl };
}

interface Parts {
  readonly options: WorkbenchOptions;
  readonly server: HttpServer;
  readonly events: EventFeed;
  readonly clock: SettableClock;
  readonly issuer: IdentityIssuer;
  readonly spreadsheetId: string;
}

function scheduleOf({ options, server, issuer }: Parts): RunSchedule {
  const { print } = options;
  const token = () => issuer.issueToken({ email: SCHEDULER_EMAIL });
  const dispatch = () => callDispatch({ url: server.url, token: token() });
  return openSchedule({ dispatch, print });
}

async function registryOf(
  { options, server, spreadsheetId, clock }: Parts,
  sheets: SheetsServer,
): Promise<string> {
  const list = sheets.list();
  return openRegistry({
    idFile: `${options.dataFile}.registry`,
    rootUrl: `${server.url}/`,
    language: LANGUAGE,
    admins: [USER_EMAIL],
    spreadsheetIds: list.map((one) => one.spreadsheetId),
    first: { id: spreadsheetId, name: list[0]?.title ?? '' },
    now: () => clock.now(),
  });
}

function mountOwnRoutes(
  { options, server, events, clock, issuer, spreadsheetId }: Parts,
  environment: EnvironmentParts,
  clockWasSet: () => Promise<void>,
): void {
  const { pageFolder } = options.built;
  const spreadsheet = () => readSpreadsheetFacts(server.url, spreadsheetId);
  server.mount('', fileRoute(join(pageFolder, 'index.html')));
  server.mount('assets', folderRoute(pageFolder));
  server.mount('events', events.route);
  server.mount('clock', clockRoute(clock, events.publish, clockWasSet));
  server.mount('identity', identityRoute(issuer));
  server.mount(
    'workbench',
    stateRoute({
      url: server.url,
      spreadsheet,
      userEmail: USER_EMAIL,
      clock,
      deployment: deploymentSettings(environment),
    }),
  );
}

function mountFunctions(
  { options, server, clock, issuer }: Parts,
  environment: EnvironmentParts,
  sheets: SheetsServer,
): void {
  const config = readConfig(functionEnvironment(environment));
  const logger = jsonLogger((line) => options.print(line));
  // Without a registry nobody lists them.
  const workbooks = environment.registryId === null && servedWorkbooks(sheets, issuer.audience);
  registerFunctions(() => wire(config, { clock, logger, ...(workbooks && { workbooks }) }));
  mountFrontDoor(server, issuer);
}

function mountFrontDoor(server: HttpServer, issuer: IdentityIssuer): void {
  const services = deployedServices();
  server.mount('front-door', frontDoorRoute(services));
  server.mount(
    'functions',
    frontDoor({
      services,
      url: `${server.url}/functions`,
      customAudiences: [issuer.audience],
      invokers: INVOKERS,
      readToken: (token) => readToken(token, issuer),
    }),
  );
}

function openScript(parts: Parts): Promise<AppsScriptHost> {
  const { options, server, events, issuer, spreadsheetId } = parts;
  return openAppsScriptHost({
    projectFolder: options.built.scriptFolder,
    workerFile: options.built.scriptWorker,
    userEmail: USER_EMAIL,
    scriptProperties: { LECTERN_API_URL: `${server.url}/functions/api` },
    identityToken: () => issuer.issueToken({ email: USER_EMAIL }),
    spreadsheet: () => readSpreadsheetFacts(server.url, spreadsheetId),
    select: (selection) => events.publish('select', selection),
    toast: (message, sender) => events.publish('toast', { message, sender }),
    print: ({ level, text }) => options.print(`apps-script ${level}: ${text}`),
  });
}

function mountScript({ server }: Parts, host: AppsScriptHost): void {
  server.mount('sidebar', sidebarRoute(host));
  server.mount('apps-script', appsScriptRoute(host));
}
