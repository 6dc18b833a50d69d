// What a use case is, and the one way in which it is run: registered workbook → one read → role → required tabs → work.
import { joined } from '#core/text/listed';
import {
  isScheduled,
  neededRole,
  ROLE_NAMES,
  type FunctionName,
  type RequestOf,
  type ResponseOf,
  type Role,
} from '#core/contract/functions';
import type { Language } from '#core/text/language';
import { findHeaders } from '#core/workbook/headers';
import { renderFinding } from '#core/workbook/finding';
import { parseTable } from '#core/workbook/read/parse-table';
import { readSettings } from '#core/model/read-settings';
import type { Settings } from '#core/workbook/read/settings';
import { isCopy, type OwnKey, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError, inLanguage } from '../../errors';
import type { BallotPort } from '../../ports/ballots';
import type { Clock } from '../../ports/clock';
import type { DocumentWriter } from '../../ports/document-writer';
import type { FileReader } from '../../ports/file-reader';
import type { Caller } from '../../ports/identity';
import type { LinkPort } from '../../ports/links';
import type { MailerPort } from '../../ports/mailer';
import type { WorkbookPort } from '../../ports/workbook';
import { retry } from './retry';

/** The world as use cases see it. */
export interface Ports {
  readonly workbook: WorkbookPort;
  /** Throws `AppError` mailNotSetUp when the deployment has no such mail. */
  mailer(settings: Settings): MailerPort;
  /** Null: this deployment has no public pages. */
  readonly links: LinkPort | null;
  /** Null: this deployment has no public pages. */
  readonly ballots: BallotPort | null;
  readonly documents: DocumentWriter;
  readonly files: FileReader;
  readonly clock: Clock;
  /** Lets time pass. */
  pause(milliseconds: number): Promise<void>;
}

export type RegisteredWorkbooks = Pick<ReadonlyMap<string, readonly string[]>, 'get' | 'has'>;

/** Who may be served: workbooks, who may set up one that has no roles yet, and who runs the schedule. */
export interface Admission {
  /** The audiences whose tokens open a workbook, by its id. */
  readonly workbooks: RegisteredWorkbooks;
  readonly admins: readonly string[];
  /** Accounts that may call what is scheduled, and nothing else. */
  readonly schedulers: readonly string[];
}

/** A workbook opened for one call. */
export interface OpenedWorkbook {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** The language the caller reads. */
  readonly language: Language;
  readonly caller: Caller;
  /** Of the caller, by the roles tab; the schedule works as a clerk does. */
  readonly role: Role;
  readonly admins: readonly string[];
  /** Reads the same tabs again, with further report tabs where wanted, patiently. Throws `AppError` tabMissing or columnMissing. */
  readonly reread: (reports?: readonly OwnKey[]) => Promise<Snapshot>;
  /** Reads another workbook in which the caller is a clerk or an administrator. Throws `AppError` sourceUnknown, whatever speaks against it. */
  readonly readOther: (spreadsheetId: string, tabs: readonly TabKey[]) => Promise<Snapshot>;
  /** When a send has to leave the rest to the next call. */
  readonly deadline: Date;
}

export interface UseCase<Name extends FunctionName> {
  /** Read for every call. */
  readonly tabs: readonly TabKey[];
  /** Report tabs that the call may rewrite: what clerks keep there must be known. */
  readonly reports?: (request: RequestOf<Name>) => readonly OwnKey[];
  /** Without these tabs nothing is done. */
  readonly required: readonly TabKey[];
  /** Of these the columns must be right too; in the others a wrong header is an ordinary finding. */
  readonly exact: readonly TabKey[];
  /** It may be called in a copy of another workbook, which all others refuse. */
  readonly opensCopies?: true;
  run(request: RequestOf<Name>, opened: OpenedWorkbook, ports: Ports): Promise<ResponseOf<Name>>;
}
export type UseCases = { readonly [Name in FunctionName]: UseCase<Name> };

export interface Application {
  readonly useCases: UseCases;
  readonly ports: Ports;
  /** As it is now, or was a moment ago. Throws `AppError` when it cannot be read. */
  readonly admission: () => Promise<Admission>;
  /** How long one call may go on sending. */
  readonly sendSeconds: number;
  /** Called after every call that was carried out; never throws. */
  readonly afterCall?: (done: CallDone) => Promise<void>;
}

/** A call that was carried out. */
export interface CallDone {
  readonly name: FunctionName;
  readonly request: RequestOf<FunctionName>;
  readonly response: ResponseOf<FunctionName>;
  /** As it was read before the call. */
  readonly opened: Pick<OpenedWorkbook, 'snapshot' | 'settings' | 'deadline'>;
}

export async function runUseCase<Name extends FunctionName>(
  name: Name,
  call: { readonly request: RequestOf<Name>; readonly caller: Caller },
  { useCases, ports, admission, sendSeconds, afterCall }: Application,
): Promise<ResponseOf<Name>> {
  const { request, caller } = call;
  const deadline = new Date(ports.clock.now().getTime() + sendSeconds * 1000);
  const admitted = await admission();
  // Unknown and forbidden get the same answer, so that nobody can find out which workbooks there are.
  if (!isRegistered(admitted, request.spreadsheetId, caller)) throw new AppError('unknownWorkbook');
  const useCase: UseCase<Name> = useCases[name];
  const tabs = [...new Set<TabKey>(['settings', 'roles', ...useCase.tabs])];
  const reports = useCase.reports?.(call.request) ?? [];
  const isScheduler = isScheduled(name) && admitted.schedulers.includes(caller.email);
  const read = () => ports.workbook.read(request.spreadsheetId, tabs, reports);
  // Nobody looks at a scheduler's call, and all workbooks are called in one minute: it waits for its turn.
  const snapshot = await (isScheduler ? retry(read, ports) : read());
  const { settings } = readSettings(snapshot.tables.settings);
  const language = request.language ?? settings.language;
  const reread = async (more: readonly OwnKey[] = []): Promise<Snapshot> => {
    const keys = [...reports, ...more];
    const again = await retry(() => ports.workbook.read(request.spreadsheetId, tabs, keys), ports);
    checkTabs(useCase, again, language);
    return again;
  };
  const { admins } = admitted;
  try {
    const role = isScheduler
      ? 'clerk'
      : checkRole(neededRole(name, request), { snapshot, caller, admins, language });
    if (isCopy(snapshot) && !useCase.opensCopies) throw new AppError('workbookIsCopy');
    checkTabs(useCase, snapshot, language);
    const readOther: OpenedWorkbook['readOther'] = (id, wanted) =>
      readOtherWorkbook({ id, tabs: wanted, caller, admitted }, ports);
    const known = { snapshot, settings, language, caller, role, admins };
    const opened = { ...known, reread, readOther, deadline };
    const response = await useCase.run(request, opened, ports);
    await afterCall?.({ name, request, response, opened });
    return response;
  } catch (error) {
    throw inLanguage(error, language);
  }
}

const isRegistered = ({ workbooks }: Admission, id: string, { audience }: Caller): boolean =>
  workbooks.get(id)?.includes(audience) === true;

interface OtherWorkbook {
  readonly id: string;
  readonly tabs: readonly TabKey[];
  readonly caller: Caller;
  readonly admitted: Admission;
}

/** What would tell that such a workbook exists. */
const TELLING: readonly string[] = ['workbookGone', 'workbookRefused', 'roleTooLow'];

/** As with the caller's own workbook, unknown and forbidden get the same answer. */
async function readOtherWorkbook(
  { id, tabs, caller, admitted }: OtherWorkbook,
  ports: Ports,
): Promise<Snapshot> {
  if (!isRegistered(admitted, id, caller)) throw new AppError('sourceUnknown');
  const keys = [...new Set<TabKey>(['settings', 'roles', ...tabs])];
  try {
    const snapshot = await retry(() => ports.workbook.read(id, keys), ports);
    checkRole('clerk', { snapshot, caller, admins: admitted.admins, language: 'zh-CN' });
    return snapshot;
  } catch (error) {
    if (!(error instanceof AppError) || !TELLING.includes(error.refusal)) throw error;
    throw new AppError('sourceUnknown', { cause: error });
  }
}

/** When a send has to leave the rest: at the call's own end, or before the caller stops waiting. */
export function callDeadline(
  { deadline }: OpenedWorkbook,
  now: Date,
  seconds: number | undefined,
): Date {
  const callerEnd = now.getTime() + (seconds ?? Infinity) * 1000;
  return callerEnd < deadline.getTime() ? new Date(callerEnd) : deadline;
}

/** The caller's role: the roles tab says it; administrators of the deployment may always set up. Throws `AppError` roleTooLow. */
function checkRole(
  needed: Role,
  who: Pick<OpenedWorkbook, 'snapshot' | 'caller' | 'admins' | 'language'>,
): Role {
  const rank = (role: Role): number => ROLE_NAMES.indexOf(role);
  const table = who.snapshot.tables.roles;
  const entries = table ? parseTable(TABS.roles, table).entries : [];
  const role =
    entries.find((entry) => entry.whole?.email === who.caller.email)?.whole?.role ?? null;
  if (role !== null && rank(role) >= rank(needed)) return role;
  if (who.admins.includes(who.caller.email)) return 'admin';
  throw new AppError('roleTooLow', {
    facts: { role: TABS.roles.columns.role.choices[needed][who.language] },
  });
}

/** Throws `AppError` tabMissing or columnMissing. */
export function checkTabs(
  { required, exact }: Pick<UseCase<FunctionName>, 'required' | 'exact'>,
  snapshot: Snapshot,
  language: Language = readSettings(snapshot.tables.settings).settings.language,
): void {
  const missing = required.filter((key) => !snapshot.tables[key]);
  if (missing.length > 0)
    throw new AppError('tabMissing', {
      facts: {
        tabs: joined(
          missing.map((key) => TABS[key].title[language]),
          language,
        ),
      },
    });
  const problems = exact.flatMap((key) => {
    const table = snapshot.tables[key];
    return table
      ? findHeaders(TABS[key], table).findings.map(
          (found) => renderFinding(found, language).message,
        )
      : [];
  });
  if (problems.length > 0)
    throw new AppError('columnMissing', { facts: { problems: problems.join(' ') } });
}
