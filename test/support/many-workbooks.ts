// A registry and its workbooks behind one port, with a queue that keeps its tasks until they are carried out.
import { enterWorkbook, type NewWorkbook } from '#core/registry/change-registry';
import { readRegistry, type RegisteredWorkbook } from '#core/registry/registry';
import { planSetUp } from '#core/set-up/plan-set-up';
import { toDay } from '#core/calendar/day';
import { scheduledRequest } from '#core/contract/functions';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { rollUp } from '#functions/app/roll-up/roll-up';
import { runUseCase, type Application, type Ports } from '#functions/app/runtime/use-case';
import { chooseRegistry, type ChosenRegistry } from '#functions/choose-registry';
import { readConfig } from '#functions/config';
import type { FactStore, FactTable } from '#functions/ports/fact-store';
import type { Task, TaskRun } from '#functions/ports/task-queue';
import type { WorkbookPort } from '#functions/ports/workbook';
import { anApplication, AUDIENCE } from './application';
import { InMemoryWorkbook } from './in-memory-workbook';
import { RecordingMailer } from './recording-mailer';

export const REGISTRY_ID = 'registry-of-the-tests-0001';
export const SCHEDULER = { email: 'scheduler@example.org', audience: AUDIENCE };

export interface ManyWorkbooks {
  readonly registryBook: InMemoryWorkbook;
  readonly books: ReadonlyMap<string, InMemoryWorkbook>;
  readonly mailers: ReadonlyMap<string, RecordingMailer>;
  readonly chosen: ChosenRegistry;
  readonly application: Application;
  /** Waiting in the queue. */
  readonly tasks: Task[];
  readonly logged: string[];
  /** Calls of the port by workbook, as `read registry-…`. */
  readonly asked: string[];
  setNow(iso: string): void;
  now(): Date;
  entry(id: string): Promise<RegisteredWorkbook | undefined>;
  /** Carries out what waits in the queue, in its order. */
  runTasks(): Promise<readonly TaskRun['result'][]>;
}

export interface ManyOptions {
  readonly books: ReadonlyMap<string, InMemoryWorkbook>;
  readonly entries?: readonly Omit<NewWorkbook, 'addedOn' | 'name'>[];
  readonly between?: (port: WorkbookPort) => WorkbookPort;
  readonly sendSeconds?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Without one this deployment keeps no figures. */
  readonly factStore?: FactStore;
  readonly factTable?: FactTable;
}

export async function manyWorkbooks(options: ManyOptions): Promise<ManyWorkbooks> {
  const { books, between = (port: WorkbookPort): WorkbookPort => port } = options;
  const registryBook = new InMemoryWorkbook();
  const asked: string[] = [];
  const of = (what: string, id: string): InMemoryWorkbook => {
    asked.push(`${what} ${id}`);
    const book = id === REGISTRY_ID ? registryBook : books.get(id);
    if (!book) throw new Error(`there is no workbook ${id}`);
    return book;
  };
  const workbook = between({
    read: async (id, tabs, own) => of('read', id).read(id, tabs, own),
    readAgain: async (known, tabs) => of('readAgain', known.spreadsheetId).readAgain(known, tabs),
    readCells: async (id, title) => of('readCells', id).readCells(id, title),
    findNotes: async (id, sheetIds, text) => of('findNotes', id).findNotes(id, sheetIds, text),
    readDecorations: async (id, areas) => of('readDecorations', id).readDecorations(id, areas),
    readLease: async (id, lease) => of('readLease', id).readLease(id, lease),
    apply: async (basis, changes) => of('apply', basis.spreadsheetId).apply(basis, changes),
  });
  await enterAll(registryBook, options.entries ?? [...books.keys()].map((id) => ({ id })));
  const mailers = new Map([...books.keys()].map((id) => [id, new RecordingMailer()]));
  const logged: string[] = [];
  const log = (event: string, facts?: object) => logged.push(JSON.stringify({ event, ...facts }));
  const tasks: Task[] = [];
  const names = new Set<string>();
  let ports: Ports | undefined;
  const base = anApplication({}, { between: (own) => (ports = { ...own, workbook }) });
  if (!ports) throw new Error('the application has ports');
  const config = readConfig({
    LECTERN_AUDIENCES: AUDIENCE,
    LECTERN_REGISTRY: REGISTRY_ID,
    LECTERN_SCHEDULERS: SCHEDULER.email,
    LECTERN_ADMINS: 'admin@example.org',
    // Only whether there is a place matters here: the store itself is given.
    ...(options.factStore && { LECTERN_ROLL_UP: 'facts' }),
    ...options.env,
  });
  const chosen = chooseRegistry({
    config,
    ports,
    logger: { info: log, error: log },
    queue: {
      isLasting: true,
      add: (more) => {
        for (const task of more) if (!names.has(task.name)) tasks.push(task);
        more.forEach(({ name }) => names.add(name));
        return Promise.resolve([]);
      },
    },
    factTable: options.factTable ?? null,
    run: (name, spreadsheetId, caller) => {
      const mailer = mailers.get(spreadsheetId) ?? new RecordingMailer();
      const own = { ...application, ports: { ...application.ports, mailer: () => mailer } };
      return runUseCase(name, { request: scheduledRequest(spreadsheetId), caller }, own);
    },
  });
  const application: Application = {
    ...base.application,
    useCases: {
      ...base.application.useCases,
      rollUp: rollUp({ store: options.factStore ?? null, placeOf: chosen.placeOf }),
    },
    ports: { ...ports, workbook },
    admission: chosen.admission,
    afterCall: chosen.afterCall,
    sendSeconds: options.sendSeconds ?? 400,
  };
  const clock = application.ports.clock;
  return {
    registryBook,
    books,
    mailers,
    chosen,
    application,
    tasks,
    logged,
    asked,
    setNow: (now) => base.setNow(now),
    now: () => clock.now(),
    entry: async (id) =>
      readRegistry(await registryBook.read(REGISTRY_ID, REGISTRY_TAB_KEYS)).workbooks.get(id),
    async runTasks() {
      const answers: TaskRun['result'][] = [];
      for (let task = tasks.shift(); task; task = tasks.shift())
        answers.push(await chosen.runScheduled(task.kind, task.spreadsheetId, SCHEDULER));
      return answers;
    },
  };
}

async function enterAll(
  registryBook: InMemoryWorkbook,
  entries: NonNullable<ManyOptions['entries']>,
): Promise<void> {
  const read = () => registryBook.read(REGISTRY_ID, REGISTRY_TAB_KEYS);
  const blank = await read();
  const plan = planSetUp(blank, { language: 'zh-CN', admins: [], tabs: REGISTRY_TAB_KEYS });
  await registryBook.apply(blank, plan.changes);
  for (const entry of entries) {
    const snapshot = await read();
    const addedOn = toDay('2026-03-01');
    await registryBook.apply(
      snapshot,
      enterWorkbook(snapshot, { name: '示范区', addedOn, ...entry }),
    );
  }
}
