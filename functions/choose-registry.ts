// Who is served, by whose account, and what is due in whom: from the registry, or from the environment of a small deployment.
import type { DispatchResponse } from '#core/contract/dispatch';
import { SCHEDULED_NAMES } from '#core/contract/functions';
import type { RegisteredWorkbook } from '#core/registry/registry';
import type { DispatchTime } from '#core/registry/task-kinds';
import type { Place } from '#core/roll-up/facts';
import { tasksClient } from './adapters/google-clients';
import { cloudTasks } from './adapters/task-queue/cloud-tasks';
import { inProcessQueue } from './adapters/task-queue/in-process-queue';
import { dispatch } from './app/dispatch/dispatch';
import { createRegistryStore, type RegistryStore } from './app/dispatch/registry-store';
import { reportDone } from './app/dispatch/report-run';
import { runScheduled } from './app/dispatch/run-scheduled';
import { loadFacts } from './app/roll-up/load-facts';
import type { Admission, CallDone, Ports } from './app/runtime/use-case';
import type { Config, TaskQueueConfig } from './config';
import { AppError } from './errors';
import type { ScheduledRunner } from './http/functions';
import type { FactTable } from './ports/fact-store';
import type { Logger } from './ports/logger';
import type { TaskQueue, TaskRun } from './ports/task-queue';

export interface RegistryParts {
  readonly config: Config;
  readonly ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>;
  readonly logger: Logger;
  /** In place of the configured one. */
  readonly queue?: TaskQueue;
  /** The table that the figures of all workbooks are loaded into; null: none. */
  readonly factTable: FactTable | null;
  /** Carries out a scheduled function in one workbook. */
  readonly run: ScheduledRunner;
}

export interface ChosenRegistry {
  readonly admission: () => Promise<Admission>;
  /** Audiences besides those of the environment. */
  readonly moreAudiences: () => Promise<readonly string[]>;
  /** The service account that edits a workbook, as the registry last said; null: the deployment's own. */
  readonly accountOf: (spreadsheetId: string) => string | null;
  readonly afterCall: (done: CallDone) => Promise<void>;
  readonly runScheduled: ScheduledRunner;
  /** Where a workbook's figures belong. */
  readonly placeOf: (spreadsheetId: string) => Promise<Place>;
  readonly dispatch: () => Promise<DispatchResponse>;
}

export function chooseRegistry(parts: RegistryParts): ChosenRegistry {
  const { config, ports, logger, factTable } = parts;
  const { registryId, audiences, schedulers, taskQueue } = config;
  const registry =
    registryId === null ? environmentRegistry(config) : createRegistryStore(registryId, ports);
  const usualAudience = new Set(audiences).size === 1 ? (audiences[0] ?? null) : null;
  const run: ScheduledRunner = (name, spreadsheetId, caller) =>
    runScheduled(
      {
        name,
        spreadsheetId,
        run: () => parts.run(name, spreadsheetId, caller),
        registry: registryId === null ? null : registry,
      },
      ports,
    );
  const lasting = parts.queue ?? (taskQueue && queueOn(taskQueue));
  const queue =
    lasting ??
    inProcessQueue({
      async run({ kind, spreadsheetId, audience }) {
        const result = await run(kind, spreadsheetId, { email: schedulers[0] ?? '', audience });
        return { kind, spreadsheetId, result } as TaskRun; // the response of this function
      },
      clock: ports.clock,
      logger,
    });
  const seconds = config.sendSeconds;
  const load = factTable && ((at: DispatchTime) => loadFacts(factTable, at, logger));
  // Without a place for figures nothing is rolled up, night after night.
  const kinds = SCHEDULED_NAMES.filter((name) => name !== 'rollUp' || config.rollUp !== null);
  return {
    async admission() {
      if (registryId === null) return config;
      const known = await registry.current();
      return {
        workbooks: audiencesById(known.workbooks, usualAudience),
        admins: [...new Set([...config.admins, ...known.admins])],
        schedulers,
      };
    },
    async moreAudiences() {
      if (registryId === null) return [];
      return [...(await registry.current()).workbooks.values()].flatMap(
        ({ clientIds }) => clientIds,
      );
    },
    accountOf: (spreadsheetId) => registry.known()?.workbooks.get(spreadsheetId)?.account ?? null,
    async afterCall(done) {
      try {
        await reportDone(done, { registry, queue: lasting, usualAudience }, ports);
      } catch (error) {
        // What was asked for is done; the night's look finds what is not noted here.
        const code = error instanceof AppError ? error.refusal : String(error);
        logger.error('registry.notWritten', { spreadsheetId: done.request.spreadsheetId, code });
      }
    },
    runScheduled: run,
    async placeOf(spreadsheetId) {
      const { name, district, region } =
        (await registry.current()).workbooks.get(spreadsheetId) ?? UNPLACED;
      return { workbook: spreadsheetId, district: district || name, region };
    },
    dispatch: () =>
      dispatch({ registry, queue, kinds, usualAudience, seconds, loadFacts: load }, ports),
  };
}

const UNPLACED = { name: '', district: '', region: '' };

function queueOn(taskQueue: TaskQueueConfig): TaskQueue {
  let client: ReturnType<typeof tasksClient> | undefined;
  return cloudTasks(taskQueue, () => (client ??= tasksClient()));
}

/** A closed workbook is not served; neither is one that no audience opens. */
function audiencesById(
  workbooks: ReadonlyMap<string, RegisteredWorkbook>,
  usualAudience: string | null,
): Map<string, readonly string[]> {
  const served = [...workbooks.values()].filter(({ state }) => state !== 'closed');
  return new Map(
    served.map(({ id, clientIds }) => [
      id,
      clientIds.length === 0 && usualAudience !== null ? [usualAudience] : clientIds,
    ]),
  );
}

/** The workbooks of the environment, each looked at by every dispatch; what is noted of them is kept nowhere. */
function environmentRegistry({ workbooks, admins }: Config): RegistryStore {
  const entries = [...workbooks].map(([id, clientIds]): [string, RegisteredWorkbook] => [
    id,
    {
      id,
      name: '',
      district: '',
      region: '',
      state: 'active',
      contact: '',
      scriptId: null,
      clientIds,
      account: null,
      nextDue: null,
      queuedAt: null,
      lastRun: null,
      lastError: null,
      row: 0,
    },
  ]);
  const registry = { workbooks: new Map(entries), admins };
  return {
    known: () => registry,
    current: () => Promise.resolve(registry),
    latest: () => Promise.resolve({ registry, timeZone: 'UTC' }),
    note: () => Promise.resolve(),
  };
}
