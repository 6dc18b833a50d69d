// A Monday morning with many workbooks in each of which one notice is due at nine: the real use cases, registry, pace and Google's client,
// over HTTP to the Sheets emulator with its quota for each account, on a simulated clock.
import { start } from 'sheets-emulator';
import { toDay } from '#core/calendar/day';
import { scheduledRequest } from '#core/contract/functions';
import { enterWorkbook, noteWorkbooks } from '#core/registry/change-registry';
import { readRegistry } from '#core/registry/registry';
import { planSetUp } from '#core/set-up/plan-set-up';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { localSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';
import { NOTICE_TABS } from '#functions/app/notice/weekly-notice';
import { runUseCase, type Application, type Ports } from '#functions/app/runtime/use-case';
import { chooseRegistry, type ChosenRegistry } from '#functions/choose-registry';
import { chooseSheets } from '#functions/choose-sheets';
import { readConfig } from '#functions/config';
import type { TaskQueue } from '#functions/ports/task-queue';
import { anApplication, AUDIENCE } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { RecordingMailer } from '#test/support/recording-mailer';
import { workbookOnSheets } from '#test/support/workbook-on-sheets';
import { createSimulatedQueue } from './simulated-queue';
import { createSimulatedTime, type SimulatedTime } from './simulated-time';

export interface Province {
  readonly workbooks: number;
  /** Service accounts that share the workbooks out. */
  readonly accounts: number;
  /** Who carries tasks out: `process` within dispatch, `tasks` as Cloud Tasks does. */
  readonly queue: 'process' | 'tasks';
  /** What a process paces itself to; Google's limit unless given. */
  readonly requestsPerMinute?: number;
}

export interface Morning extends Province {
  readonly reads: number;
  readonly writes: number;
  /** Answers of 429. */
  readonly refused: number;
  /** Tasks that were answered with 503 and came again. */
  readonly postponed: number;
  readonly mails: number;
  /** People who got no mail, or more than one. */
  readonly missed: number;
  readonly doubled: number;
  /** Workbooks whose row of the registry shows an error, or no run. */
  readonly unserved: number;
  /** From nine o'clock to the last mail. */
  readonly minutes: number;
}

const NINE = '2026-03-02T09:00:00+08:00';
const SUNDAY = new Date('2026-03-01T03:00:00+08:00');
const PEOPLE = ['R001', 'R002'];
/** What Google takes for one request. */
const ANSWER_MS = 400;
/** As deploy.sh sets `worker` up: instances that each do one task. */
const INSTANCES_PER_ACCOUNT = 3;
const QUARTER_MS = 15 * 60_000;
const MOST_QUARTERS = 40;

export async function simulateProvince(province: Province): Promise<Morning> {
  const time = createSimulatedTime(NINE);
  const google = await start({ now: () => time.now() });
  try {
    const put = (quota: boolean) =>
      fetch(`${google.rootUrl}faults`, { method: 'PUT', body: JSON.stringify({ quota }) });
    const client = localSheetsClient(google.rootUrl);
    const ids = await makeWorkbooks(client, google.rootUrl, province);
    const registryId = await makeRegistry(client, ids, province.accounts);
    await put(true);
    const counts = { reads: 0, writes: 0, refused: 0 };
    const morning = new MondayMorning({
      province,
      time,
      registryId,
      rootUrl: google.rootUrl,
      counts,
    });
    await time.runUntil(morning.pass());
    await put(false);
    const { workbooks } = readRegistry(
      await googleWorkbook(() => client).read(registryId, REGISTRY_TAB_KEYS),
    );
    const mails = ids.map((id) => morning.addressesOf(id));
    const times = (address: string, sent: readonly string[]) =>
      sent.filter((one) => one === address).length;
    const each = mails.flatMap((sent) => PEOPLE.map((person) => times(addressOf(person), sent)));
    return {
      ...province,
      ...counts,
      postponed: morning.postponed,
      mails: mails.reduce((sum, sent) => sum + sent.length, 0),
      missed: each.filter((count) => count === 0).length,
      doubled: each.filter((count) => count > 1).length,
      unserved: ids.filter((id) => {
        const { lastError = 'no row', lastRun = null } = workbooks.get(id) ?? {};
        return lastError !== null || lastRun === null || lastRun < new Date(NINE);
      }).length,
      minutes: (morning.lastMail - Date.parse(NINE)) / 60_000,
    };
  } finally {
    await google.close();
  }
}

interface DrivePlace {
  readonly rootUrl: string;
  readonly id: string;
}

async function postToDrive(
  { rootUrl, id }: DrivePlace,
  what: 'copy' | 'permissions',
  body: object,
): Promise<string> {
  const response = await fetch(`${rootUrl}drive/v3/files/${id}/${what}`, {
    method: 'POST',
    headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  const made = (await response.json()) as { id: string }; // as Drive answers both
  return made.id;
}

const addressOf = (memberId: string): string => `${memberId.toLowerCase()}@example.org`;

/** Copies of one: two people, and a session on Friday. */
async function makeWorkbooks(
  client: SheetsClient,
  rootUrl: string,
  { workbooks: count, accounts }: Province,
): Promise<string[]> {
  const people = PEOPLE.map((id) => aMember({ id, email: addressOf(id) }));
  const template = await workbookOnSheets(client, {
    tabs: ['roles', ...NOTICE_TABS],
    rows: { roster: people, speakers: [aSpeaker()], schedule: [aSession()] },
    settings: { 自动发送: '是' },
    isTemplate: true,
  });
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await postToDrive({ rootUrl, id: template }, 'copy', { name: `第${index + 1}区` });
    const emailAddress = accountName(index, accounts);
    if (emailAddress) {
      const share = { type: 'user', role: 'writer', emailAddress };
      await postToDrive({ rootUrl, id }, 'permissions', share);
    }
    ids.push(id);
  }
  return ids;
}

/** Of several accounts none is the deployment's own, which keeps the registry; one alone does both. */
const accountName = (index: number, accounts: number): string | undefined =>
  accounts === 1 ? undefined : `lectern-${(index % accounts) + 1}@project.iam.example.org`;

async function makeRegistry(
  client: SheetsClient,
  ids: readonly string[],
  accounts: number,
): Promise<string> {
  const { data } = await client.spreadsheets.create({
    requestBody: { properties: { title: 'Registry', locale: 'zh_CN', timeZone: 'Asia/Shanghai' } },
  });
  const id = data.spreadsheetId ?? '';
  const port = googleWorkbook(() => client);
  const read = () => port.read(id, REGISTRY_TAB_KEYS);
  const blank = await read();
  const tabs = REGISTRY_TAB_KEYS;
  await port.apply(blank, planSetUp(blank, { language: 'zh-CN', admins: [], tabs }).changes);
  // One that provision has made, and rows that were pasted below it.
  const [first = ''] = ids;
  const snapshot = await read();
  const account = accountName(0, accounts);
  const entry = { name: '第1区', addedOn: toDay('2026-03-01'), ...(account && { account }) };
  await port.apply(snapshot, enterWorkbook(snapshot, { id: first, ...entry }));
  const again = await read();
  const { workbooks } = readRegistry(again);
  const shape = again.tables.workbooks;
  if (!shape || workbooks.size !== 1) throw new Error('the registry has its first row');
  const rows = ids.slice(1).flatMap((one, index) => {
    const account = accountName(index + 1, accounts);
    const workbook = { id: one, ...entry, name: `第${index + 2}区`, ...(account && { account }) };
    return enterWorkbook(again, workbook).flatMap((change) =>
      change.kind === 'appendRows' ? change.rows : [],
    );
  });
  const sheetId = shape.sheetId;
  const { rowCount = 0 } = again.places.find((place) => place.sheetId === sheetId) ?? {};
  const firstRow = 2;
  await port.apply(again, [
    { kind: 'growTab', sheetId, rowCount, addRows: rows.length, addColumns: 0 },
    { kind: 'writeCells', sheetId, firstRow, firstColumn: 0, rows },
  ]);
  const full = await read();
  const due = { lastRun: SUNDAY, nextDue: new Date(NINE), lastError: null };
  await port.apply(
    full,
    noteWorkbooks(
      full,
      ids.map((one) => ({ id: one, ...due })),
    ),
  );
  return id;
}

interface MorningParts {
  readonly province: Province;
  readonly time: SimulatedTime;
  readonly registryId: string;
  readonly rootUrl: string;
  readonly counts: { reads: number; writes: number; refused: number };
}

/** One process of the deployment: its own pace, its own view of the registry. */
interface Instance {
  readonly chosen: ChosenRegistry;
  isFree: boolean;
}

class MondayMorning {
  private readonly mailers = new Map<string, RecordingMailer>();
  private readonly instances: Instance[];
  private readonly queue: ReturnType<typeof createSimulatedQueue> | null;
  lastMail = 0;

  constructor(private readonly parts: MorningParts) {
    const { province, time } = parts;
    const count = province.queue === 'process' ? 1 : INSTANCES_PER_ACCOUNT * province.accounts;
    this.queue =
      province.queue === 'process'
        ? null
        : createSimulatedQueue({
            time,
            run: async ({ kind, spreadsheetId, audience }) => {
              const instance = this.instances.find(({ isFree }) => isFree);
              if (!instance) throw new Error('there are as many instances as tasks at once');
              instance.isFree = false;
              const caller = { email: 'scheduler@example.org', audience };
              try {
                await instance.chosen.runScheduled(kind, spreadsheetId, caller);
              } finally {
                instance.isFree = true;
              }
            },
          });
    const { queue } = this;
    this.instances = Array.from({ length: count }, () => ({
      chosen: this.open(queue),
      isFree: true,
    }));
  }

  get postponed(): number {
    return this.queue?.postponed ?? 0;
  }

  addressesOf(id: string): string[] {
    return (this.mailers.get(id)?.mails ?? []).map(({ to }) => to.address);
  }

  /** The scheduler's calls, until there is nothing to do. */
  async pass(): Promise<void> {
    const { time } = this.parts;
    const began = time.now().getTime();
    const dispatcher = this.open(this.queue);
    for (let quarter = 1; quarter <= MOST_QUARTERS; quarter += 1) {
      const { tasks } = await dispatcher.dispatch();
      if (tasks === 0 && this.queue?.isIdle() !== false) {
        await this.queue?.settled();
        return;
      }
      await time.pause(Math.max(0, began + quarter * QUARTER_MS - time.now().getTime()));
    }
    throw new Error('the morning does not end');
  }

  private open(queue: TaskQueue | null): ChosenRegistry {
    const { province, time, registryId, rootUrl } = this.parts;
    const config = readConfig({
      LECTERN_AUDIENCES: AUDIENCE,
      LECTERN_REGISTRY: registryId,
      LECTERN_SCHEDULERS: 'scheduler@example.org',
      LECTERN_SHEETS_ROOT_URL: rootUrl,
      LECTERN_REQUESTS_PER_MINUTE: String(province.requestsPerMinute ?? 60),
    });
    const sheets = chooseSheets(config, (id) => chosen.accountOf(id), {
      now: () => time.now().getTime(),
      pause: (milliseconds) => time.pause(milliseconds),
      send: (input, init) => this.send(input, init),
    });
    let ports: Ports | undefined;
    const base = anApplication(
      {},
      {
        between: (own) =>
          (ports = {
            ...own,
            workbook: googleWorkbook(sheets.client, sheets.ownAddress),
            clock: time,
            pause: (milliseconds) => time.pause(milliseconds),
          }),
      },
    );
    if (!ports) throw new Error('the application has ports');
    const chosen: ChosenRegistry = chooseRegistry({
      config,
      ports,
      logger: { info: () => undefined, error: () => undefined },
      ...(queue && { queue }),
      factTable: null,
      run: (name, spreadsheetId, caller) => {
        const own: Application = {
          ...application,
          ports: { ...application.ports, mailer: () => this.mailerOf(spreadsheetId) },
        };
        return runUseCase(name, { request: scheduledRequest(spreadsheetId), caller }, own);
      },
    });
    const application: Application = {
      ...base.application,
      ports,
      admission: chosen.admission,
      afterCall: chosen.afterCall,
      sendSeconds: config.sendSeconds,
    };
    return chosen;
  }

  private mailerOf(id: string): RecordingMailer {
    const known = this.mailers.get(id);
    if (known) return known;
    const mailer = new RecordingMailer();
    mailer.answer = () => {
      this.lastMail = this.parts.time.now().getTime();
      return { state: 'sent' };
    };
    this.mailers.set(id, mailer);
    return mailer;
  }

  private async send(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { time, counts } = this.parts;
    const answer = await time.busy(async () => {
      const response = await fetch(input, init);
      // Read whole before the clock may move on.
      return new Response(await response.arrayBuffer(), response);
    });
    const url = input instanceof Request ? input.url : String(input);
    const isRead = (init?.method ?? 'GET') === 'GET' || /:(batchGetByDataFilter|search)/.test(url);
    if (answer.status === 429) counts.refused += 1;
    else if (isRead) counts.reads += 1;
    else counts.writes += 1;
    await time.pause(ANSWER_MS);
    return answer;
  }
}
