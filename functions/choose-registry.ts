// Who is served, by whose account, and what is due in whom: from the registry, or from the environment of a small deployment.
import type { RunDueResponse } from '#core/contract/run-due';
import type { DispatchResponse } from '#core/contract/dispatch';
import type { RegisteredWorkbook } from '#core/registry/registry';
import { tasksClient } from './adapters/google-clients';
import { cloudTasks } from './adapters/task-queue/cloud-tasks';
import { inProcessQueue } from './adapters/task-queue/in-process-queue';
import { dispatch } from './app/dispatch/dispatch';
import { createRegistryStore, type RegistryStore } from './app/dispatch/registry-store';
import { reportDone } from './app/dispatch/report-run';
import { runScheduled } from './app/dispatch/run-scheduled';
import type { Admission, CallDone, Ports } from './app/runtime/use-case';
import type { Config, TaskQueueConfig } from './config';
import { AppError } from './errors';
import type { Caller } from './ports/identity';
import type { Logger } from './ports/logger';
import type { TaskQueue } from './ports/task-queue';

export interface RegistryParts {
  readonly config: Config;
  readonly ports: Pick<Ports, 'workbook' | 'clock' | 'pause'>;
  readonly logger: Logger;
  /** In place of the configured one. */
  readonly queue?: TaskQueue;
  /** Carries out what is due in one workbook. */
  readonly runDue: (spreadsheetId: string, caller: Caller) => Promise<RunDueResponse>;
}

export interface ChosenRegistry {
  readonly admission: () => Promise<Admission>;
  /** Audiences besides those of the environment. */
  readonly moreAudiences: () => Promise<readonly string[]>;
  /** The service account that edits a workbook, as the registry last said; null: the deployment's own. */
  readonly accountOf: (spreadsheetId: string) => string | null;
  readonly afterCall: (done: CallDone) => Promise<void>;
  /** `runDue` as the schedule calls it. */
  readonly runScheduled: (spreadsheetId: string, caller: Caller) => Promise<RunDueResponse>;
  readonly dispatch: () => Promise<DispatchResponse>;
}

export function chooseRegistry(parts: RegistryParts): ChosenRegistry {
  const { config, ports, logger, runDue } = parts;
  const { registryId, audiences, schedulers, taskQueue } = config;
  const registry =
    registryId === null ? environmentRegistry(config) : createRegistryStore(registryId, ports);
  const usualAudience = new Set(audiences).size === 1 ? (audiences[0] ?? null) : null;
  const run: ChosenRegistry['runScheduled'] = (spreadsheetId, caller) =>
    runScheduled(
      {
        spreadsheetId,
        run: () => runDue(spreadsheetId, caller),
        registry: registryId === null ? null : registry,
      },
      ports,
    );
  const lasting = parts.queue ?? (taskQueue && queueOn(taskQueue));
  const queue =
    lasting ??
    inProcessQueue({
      run: ({ spreadsheetId, audience }) =>
        run(spreadsheetId, { email: schedulers[0] ?? '', audience }),
      clock: ports.clock,
      logger,
    });
  const seconds = config.sendSeconds;
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
    dispatch: () => dispatch({ registry, queue, usualAudience, seconds }, ports),
  };
}

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
