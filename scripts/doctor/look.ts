// Looks at everything about one workbook, and goes on when something cannot be looked at: that is a diagnosis too.
import { diagnoseMail } from '#core/diagnosis/diagnose-mail';
import { diagnoseRegistration } from '#core/diagnosis/diagnose-registration';
import { diagnoseWorkbook } from '#core/diagnosis/diagnose-workbook';
import { diagnosis, type Diagnosis } from '#core/diagnosis/diagnosis';
import { readRegistry, type RegisteredWorkbook } from '#core/registry/registry';
import { readSettings } from '#core/model/read-settings';
import type { Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import type { SheetsClient } from '#functions/adapters/google-clients';
import { readGoogleError } from '#functions/adapters/google-sheets/google-error';
import type { Ports } from '#functions/app/runtime/use-case';
import type { Config } from '#functions/config';
import { AppError } from '#functions/errors';
import type { Deployment } from '../provision/deployment';
import { explain } from '../provision/explain';
import {
  foreignFiles,
  versionOf,
  type ScriptFile,
  type ScriptPort,
} from '../provision/script-project';
import { lookAtMailServer } from './look-at-mail-server';
import { recordBounces } from './record-bounces';

export interface Patient {
  readonly spreadsheetId: string;
  readonly deployment: Deployment;
  /** Null: the settings of the deployment are wrong, which is said already. */
  readonly config: Config | null;
  readonly client: SheetsClient;
  readonly ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>;
  /** Throws when the person has no credentials for Apps Script. */
  readonly script: () => Promise<ScriptPort>;
  /** Who says that something is refused. */
  readonly person: string | null;
  /** Mails that may be notifications; throws when they cannot be had. Null: none are looked at. */
  readonly bounces: { readonly name: string; readonly read: () => Promise<Buffer[]> } | null;
  /** Of the script that would be put into workbooks now. */
  readonly ownVersion: string;
}

export interface Look {
  readonly found: readonly Diagnosis[];
  /** Of the workbook, where it could be read. */
  readonly language: Language;
}

export async function look(patient: Patient): Promise<Look> {
  const [clock, api, opened] = await Promise.all([
    lookAtClock(patient),
    lookAtApi(patient),
    openWorkbook(patient),
  ]);
  const { settings } = readSettings(opened.snapshot?.tables.settings);
  const { entry, found: registration } = await lookAtRegistry(patient, settings);
  const inside =
    opened.snapshot === null ? [] : await lookInside(patient, opened.snapshot, settings);
  const script = opened.snapshot === null ? [] : await lookAtScript(patient, entry);
  const found = [...clock, ...api, ...opened.found, ...registration, ...inside, ...script];
  return { found, language: settings.language };
}

interface Opened {
  readonly snapshot: Snapshot | null;
  readonly found: readonly Diagnosis[];
}

async function openWorkbook(patient: Patient): Promise<Opened> {
  const { spreadsheetId, ports, deployment, client } = patient;
  try {
    const snapshot = await ports.workbook.read(spreadsheetId, TAB_KEYS);
    const found = (await mayWrite(client, spreadsheetId))
      ? []
      : [diagnosis('shareReadOnly', { account: deployment.account })];
    return { snapshot, found };
  } catch (error) {
    return { snapshot: null, found: [refusalOf(error, deployment.account)] };
  }
}

/** An empty change: Google refuses it, and says first if the account may not write at all. */
async function mayWrite(client: SheetsClient, spreadsheetId: string): Promise<boolean> {
  try {
    await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [] } });
    return true;
  } catch (error) {
    return readGoogleError(error)?.status !== 403;
  }
}

/** What a refused read means. Throws what is no answer of Google's. */
function refusalOf(error: unknown, account: string): Diagnosis {
  if (!(error instanceof AppError)) throw error;
  const message = readGoogleError(error.cause)?.message ?? '';
  const isDisabled = /has not been used in project|is disabled/i.test(message);
  if (error.refusal === 'workbookGone') return diagnosis('workbookGone');
  if (error.refusal === 'workbookRefused' && isDisabled)
    return diagnosis('apiDisabled', { reason: message });
  if (error.refusal === 'workbookRefused') return diagnosis('shareMissing', { account });
  if (error.refusal === 'quotaReached') return diagnosis('quotaReached');
  if (error.refusal === 'sheetsDown') return diagnosis('sheetsDown');
  throw error;
}

interface Registration {
  /** The workbook's row; null: it has none, or the registry could not be read. */
  readonly entry: RegisteredWorkbook | null;
  readonly found: readonly Diagnosis[];
}

async function lookAtRegistry(
  { spreadsheetId, deployment, config, ports }: Patient,
  { timeZone }: Settings,
): Promise<Registration> {
  const isListed = config?.workbooks.has(spreadsheetId) === true;
  const now = ports.clock.now();
  const { registryId, account } = deployment;
  try {
    const entry = registryId === null ? null : await entryOf(registryId, spreadsheetId, ports);
    return { entry, found: diagnoseRegistration({ entry, isListed, now, timeZone }) };
  } catch (error) {
    const found = [diagnosis('registryUnreadable', { reason: explain(error), account })];
    return { entry: null, found };
  }
}

async function entryOf(registryId: string, spreadsheetId: string, { workbook }: Patient['ports']) {
  const registry = readRegistry(await workbook.read(registryId, ['workbooks']));
  return registry.workbooks.get(spreadsheetId) ?? null;
}

async function lookInside(
  patient: Patient,
  snapshot: Snapshot,
  settings: Settings,
): Promise<Diagnosis[]> {
  const { person, deployment } = patient;
  return [
    ...diagnoseWorkbook(snapshot, { person, admins: deployment.admins }),
    ...(await lookAtMailServer(patient.config, settings)),
    // Without the tab nothing has been sent from it, and that it is missing is said.
    ...(snapshot.tables.notices === undefined ? [] : await lookAtNotices(patient, settings)),
  ];
}

/** Bounces first: they are written into what is looked at then. */
async function lookAtNotices(patient: Patient, { timeZone }: Settings): Promise<Diagnosis[]> {
  const { spreadsheetId, ports, deployment } = patient;
  const bounces = await lookForBounces(patient);
  try {
    const lease = await ports.workbook.readLease(spreadsheetId);
    const after = await ports.workbook.read(spreadsheetId, ['notices']);
    const mail = { lease, now: ports.clock.now(), timeZone };
    return [...bounces, ...diagnoseMail(after, mail)];
  } catch (error) {
    return [...bounces, refusalOf(error, deployment.account)];
  }
}

async function lookForBounces({ spreadsheetId, bounces, ports }: Patient): Promise<Diagnosis[]> {
  if (bounces === null) return [];
  try {
    const recorded = await recordBounces(spreadsheetId, await bounces.read(), ports);
    return [diagnosis('bouncesRecorded', { ...recorded })];
  } catch (error) {
    return [diagnosis('mailboxRefused', { mailbox: bounces.name, reason: explain(error) })];
  }
}

const OWN_FILES: readonly ScriptFile[] = [
  { name: 'main', type: 'SERVER_JS', source: '' },
  { name: 'sidebar', type: 'HTML', source: '' },
  { name: 'appsscript', type: 'JSON', source: '' },
];

async function lookAtScript(
  patient: Patient,
  entry: RegisteredWorkbook | null,
): Promise<Diagnosis[]> {
  const { ownVersion } = patient;
  const scriptId = entry?.scriptId ?? null;
  if (scriptId === null) return [];
  try {
    const files = await (await patient.script()).content(scriptId);
    const version = versionOf(files);
    const foreign = foreignFiles(files, OWN_FILES);
    return [
      ...(version === null ? [diagnosis('scriptEmpty')] : []),
      ...(version !== null && version !== ownVersion
        ? [diagnosis('scriptOld', { version, own: ownVersion })]
        : []),
      ...(foreign.length > 0 ? [diagnosis('scriptForeign', { files: foreign.join(', ') })] : []),
    ];
  } catch (error) {
    if (readGoogleError(error)?.status === 404) return [diagnosis('scriptGone', { scriptId })];
    return [diagnosis('scriptNotLooked', { reason: explain(error) })];
  }
}

/** A token is taken up to five minutes before and after its time. */
const CLOCK_MINUTES = 4;

async function lookAtClock({ deployment, ports }: Patient): Promise<Diagnosis[]> {
  const url = deployment.rootUrl ?? 'https://sheets.googleapis.com/';
  const response = await fetch(url, { method: 'HEAD' }).catch(() => null);
  const there = Date.parse(response?.headers.get('date') ?? '');
  // Not reached: the workbook cannot be read either, and that is said.
  if (Number.isNaN(there)) return [];
  const minutes = Math.round(Math.abs(ports.clock.now().getTime() - there) / 60_000);
  return minutes > CLOCK_MINUTES ? [diagnosis('clockWrong', { minutes })] : [];
}

/** Without a token: the service or the function turns the call away, and shows by that that it is there. */
async function lookAtApi({ deployment }: Patient): Promise<Diagnosis[]> {
  const { apiUrl: address } = deployment;
  if (address === '') return [];
  try {
    const response = await fetch(`${address}/checkEntries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (response.status === 401 || response.status === 403) return [];
    if (response.status === 500) {
      const { detail } = (await response.json().catch(() => ({}))) as { detail?: string }; // a problem of ours, or a page of Google's
      return [diagnosis('apiMisconfigured', { reason: detail ?? '500' })];
    }
    return [diagnosis('apiUnreachable', { address, reason: String(response.status) })];
  } catch (error) {
    return [diagnosis('apiUnreachable', { address, reason: causeOf(error) })];
  }
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : String(error);
};
