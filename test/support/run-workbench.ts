// The whole local workbench in this process, on ports the system chooses and in a folder of its own.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { MessageSummary } from '#workbench/inbox/message';
import type { SampleName } from '#workbench/samples/prepare-workbook';
import { openWorkbench } from '#workbench/server/workbench';

export interface RunningWorkbench {
  /** Without a slash at its end. */
  readonly url: string;
  readonly spreadsheetId: string;
  readonly smtpUrl: string;
  /** Sets the clock to a time with an offset, or with null back to the system's. */
  setClock(now: string | null): Promise<void>;
  /** A signed identity token for this address. */
  token(email: string): Promise<string>;
  /** What the inbox received, newest first. */
  messages(): Promise<MessageSummary[]>;
  /** What the functions and the script printed. */
  readonly printed: readonly string[];
  close(): Promise<void>;
}

export interface WorkbenchWishes {
  readonly sample: SampleName;
  readonly clock?: string;
  /** Whether the clock calls what is due; without it no. */
  readonly runsSchedule?: boolean;
  readonly xlsxFile?: string | null;
  readonly hasRegistry?: boolean;
}

export async function startWorkbench({
  sample,
  clock,
  runsSchedule = false,
  xlsxFile = null,
  hasRegistry = false,
}: WorkbenchWishes): Promise<RunningWorkbench> {
  await promisify(execFile)(process.execPath, ['scripts/build-workbench.mjs']);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-workbench-'));
  const dataFile = join(folder, 'workbook.json');
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const parts = { port: 0, dataFile, sample, xlsxFile, built: BUILT };
  const options = { ...parts, runsSchedule, hasRegistry, print };
  const workbench = await openWorkbench(options).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  const { url, spreadsheetId, smtpUrl } = workbench;
  const setClock = (now: string | null): Promise<void> => putClock(url, now);
  if (clock !== undefined) await setClock(clock);
  return {
    url,
    spreadsheetId,
    smtpUrl,
    setClock,
    printed,
    token: async (email) =>
      (await fetch(`${url}/identity/token?email=${encodeURIComponent(email)}`)).text(),
    messages: async () => (await (await fetch(`${url}/inbox/messages`)).json()) as MessageSummary[],
    async close() {
      await workbench.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Where scripts/build-workbench.mjs puts what it makes. */
const BUILT = {
  pageFolder: resolve('dist/page'),
  scriptFolder: resolve('apps-script/dist'),
  scriptWorker: resolve('dist/workbench/script-worker.cjs'),
};

async function putClock(url: string, now: string | null): Promise<void> {
  const response = await fetch(`${url}/clock`, { method: 'PUT', body: JSON.stringify({ now }) });
  if (!response.ok) throw new Error(await response.text());
}
