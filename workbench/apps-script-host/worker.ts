/** The thread in which the script runs; it may wait for the main thread without holding it up. */
import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import type { ScriptCall, HostCalls, ScriptProject } from './protocol';
import { prepareScript } from './run-function';

export interface WorkerStart {
  readonly project: ScriptProject;
  readonly questions: MessagePort;
  /** One number in shared memory, which the main thread sets to 1 when an answer is waiting. */
  readonly flag: Int32Array;
}

export interface HostQuestion {
  readonly name: keyof HostCalls;
  readonly params: unknown;
}

export type HostAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

function askMainThread({ questions, flag }: WorkerStart): HostCalls {
  const ask =
    (name: keyof HostCalls) =>
    (params?: unknown): unknown => {
      Atomics.store(flag, 0, 0);
      questions.postMessage({ name, params } satisfies HostQuestion);
      Atomics.wait(flag, 0, 0);
      const { message } = receiveMessageOnPort(questions) as { message: HostAnswer };
      if (!message.ok) throw new Error(message.message);
      return message.value;
    };
  // Each member passes its one argument on; the main thread's table has the same signatures.
  return new Proxy({}, { get: (_target, name) => ask(name as keyof HostCalls) }) as HostCalls;
}

// This file is only ever started as a thread with this data.
const start = workerData as WorkerStart;
const run = prepareScript(start.project);
const host = askMainThread(start);
parentPort?.on('message', (call: ScriptCall) => parentPort?.postMessage(run(call, host)));
