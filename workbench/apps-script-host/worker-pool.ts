/** A few threads, so that a long call does not hold up the sidebar's other calls. */
import { ScriptThread, type HostAnswers, type ThreadOptions } from './script-thread';
import type { ScriptCall, ExecutionOutcome } from './protocol';

export interface WorkerPool {
  run(call: ScriptCall, answers: HostAnswers): Promise<ExecutionOutcome>;
  close(): Promise<void>;
}

export interface PoolOptions extends ThreadOptions {
  readonly size: number;
}

interface Waiting {
  readonly resolve: (thread: ScriptThread) => void;
  readonly reject: (reason: Error) => void;
}

export function openWorkerPool(options: PoolOptions): WorkerPool {
  const idle: ScriptThread[] = [];
  const threads = new Set<ScriptThread>();
  const waiting: Waiting[] = [];

  const start = (): ScriptThread => {
    const thread = new ScriptThread(options);
    threads.add(thread);
    return thread;
  };
  const acquire = async (): Promise<ScriptThread> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (threads.size < options.size) return start();
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const release = (thread: ScriptThread): void => {
    if (!thread.alive) threads.delete(thread);
    const next = waiting.shift();
    if (next !== undefined) next.resolve(thread.alive ? thread : start());
    else if (thread.alive) idle.push(thread);
  };

  return {
    async run(call, answers) {
      const thread = await acquire();
      try {
        return await thread.run(call, answers);
      } finally {
        release(thread);
      }
    },
    async close() {
      for (const { reject } of waiting.splice(0)) reject(new Error('The script was stopped.'));
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}
