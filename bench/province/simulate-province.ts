// A Monday morning with many workbooks in each of which one notice is due at nine: the real use cases, registry, pace and Google's client,
// over HTTP to the Sheets emulator with its quota for each account, on a simulated clock.
import { start } from 'sheets-emulator';
import { scheduledRequest } from '#core/contract/functions';
import { readRegistry } from '#core/registry/registry';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { runUseCase, type Application, type Ports } from '#functions/app/runtime/use-case';
import { chooseRegistry, type ChosenRegistry } from '#functions/choose-registry';
import { chooseSheets } from '#functions/choose-sheets';
import { readConfig } from '#functions/config';
import type { TaskQueue } from '#functions/ports/task-queue';
import { anApplication, AUDIENCE } from '#test/support/application';
import { RecordingMailer } from '#test/support/recording-mailer';
import {
  addressOf,
  makeRegistry,
  makeWorkbooks,
  NINE,
  PEOPLE,
  type Province,
} from './make-province';
import { createSimulatedQueue } from './simulated-queue';
import { createSimulatedTime, type SimulatedTime } from './simulated-time';

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
