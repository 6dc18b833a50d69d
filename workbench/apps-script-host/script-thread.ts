/** One worker, which runs one call at a time, and the main thread's answers to what it asks. */
import { MessageChannel, Worker } from 'node:worker_threads';
import type { ScriptCall, HostCalls, ExecutionOutcome, ScriptProject } from './protocol';
import type { HostAnswer, HostQuestion, WorkerStart } from './worker';

/** The main thread's side of HostCalls for one execution. */
export type HostAnswers = {
  readonly [Name in keyof HostCalls]: (
    ...params: Parameters<HostCalls[Name]>
  ) => ReturnType<HostCalls[Name]> | Promise<ReturnType<HostCalls[Name]>>;
};

export interface ThreadOptions {
  readonly project: ScriptProject;
  /** The built worker.ts. */
  readonly workerFile: string;
  readonly timeLimitMilliseconds: number;
}

interface Waiting {
  readonly resolve: (outcome: ExecutionOutcome) => void;
  readonly reject: (reason: Error) => void;
}

export class ScriptThread {
  alive = true;
  readonly #worker: Worker;
  readonly #timeLimit: number;
  #answers: HostAnswers | null = null;
  #waiting: Waiting | null = null;

  constructor({ project, workerFile, timeLimitMilliseconds }: ThreadOptions) {
    const { port1, port2 } = new MessageChannel();
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const workerData: WorkerStart = { project, questions: port2, flag };
    this.#timeLimit = timeLimitMilliseconds;
    this.#worker = new Worker(workerFile, { workerData, transferList: [port2] });
    this.#worker.on('message', (outcome: ExecutionOutcome) => this.#waiting?.resolve(outcome));
    // Such as a script that is not JavaScript; the thread is lost.
    this.#worker.on('error', (error) => this.#settleLost(error.message));
    this.#worker.on('exit', () => {
      this.alive = false;
      this.#waiting?.reject(new Error('The script was stopped.'));
      port1.close();
    });
    port1.on('message', (question: HostQuestion) => {
      void this.#answer(question).then((answer) => {
        port1.postMessage(answer);
        Atomics.store(flag, 0, 1);
        Atomics.notify(flag, 0);
      });
    });
  }

  async run(call: ScriptCall, answers: HostAnswers): Promise<ExecutionOutcome> {
    this.#answers = answers;
    const limit = setTimeout(() => {
      this.#settleLost('Exceeded maximum execution time');
      void this.stop();
    }, this.#timeLimit);
    try {
      return await new Promise<ExecutionOutcome>((resolve, reject) => {
        this.#waiting = { resolve, reject };
        this.#worker.postMessage(call);
      });
    } finally {
      clearTimeout(limit);
    }
  }

  async stop(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #settleLost(message: string): void {
    this.alive = false;
    const result = { ok: false, name: 'Exception', message } as const;
    this.#waiting?.resolve({ result, functions: [], sidebar: null, menus: [] });
  }

  async #answer({ name, params }: HostQuestion): Promise<HostAnswer> {
    try {
      // The worker calls with the arguments its HostCalls type demands.
      const answer = this.#answers?.[name] as ((params: unknown) => unknown) | undefined;
      return { ok: true, value: await answer?.(params) };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  }
}
