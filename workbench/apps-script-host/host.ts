/** Runs the built Apps Script project as Google would, against the local workbook and functions. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { fetchLoopback } from './fetch-loopback';
import { createLocks } from './locks';
import type {
  ScriptCall,
  EditFacts,
  ExecutionOutcome,
  ScriptProject,
  SpreadsheetFacts,
} from './protocol';
import { createSharedState, type SharedState } from './shared-state';
import { findIllegal } from './transferable';
import type { HostAnswers } from './script-thread';
import { openWorkerPool } from './worker-pool';

export interface AppsScriptHost {
  run(call: RunRequest): Promise<ExecutionOutcome>;
  /** Runs the triggers that were installed for edits, one after the other, as Google does after somebody edited cells by hand. */
  edited(edit: EditFacts, language: string): Promise<void>;
  close(): Promise<void>;
}

export interface RunRequest {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly language: string;
}

export interface HostParts {
  /** The folder that clasp would push. */
  readonly projectFolder: string;
  readonly workerFile: string;
  readonly userEmail: string;
  readonly scriptProperties: Readonly<Record<string, string>>;
  readonly identityToken: () => string;
  readonly spreadsheet: () => Promise<SpreadsheetFacts>;
  readonly select: (selection: { sheetId: number; a1: string }) => void;
  /** `sender`: who sent the edit that the call is about; null for a call that is about none. */
  readonly toast: (message: string, sender: string | null) => void;
  readonly print: (line: { level: 'log' | 'error'; text: string }) => void;
  /** How long one call may take; Google's limit when left out. */
  readonly timeLimitMilliseconds?: number;
}

const THREADS = 4;
const SIX_MINUTES = 6 * 60 * 1000;

export async function openAppsScriptHost(parts: HostParts): Promise<AppsScriptHost> {
  const pool = openWorkerPool({
    project: await readProject(parts.projectFolder),
    workerFile: parts.workerFile,
    size: THREADS,
    timeLimitMilliseconds: parts.timeLimitMilliseconds ?? SIX_MINUTES,
  });
  const shared = createSharedState(parts.scriptProperties);
  const answersFor = createAnswers(parts, shared);
  const execute = async (call: ScriptCall): Promise<ExecutionOutcome> => {
    const { answers, end } = answersFor(call.edit?.sender ?? null);
    try {
      return await pool.run(call, answers);
    } finally {
      end();
    }
  };
  return {
    async run({ functionName, args, language }) {
      const illegal = findIllegal(args);
      if (illegal !== null) {
        throw new TypeError(`Failed due to illegal value in property: ${illegal}`);
      }
      return execute({ functionName, args: JSON.stringify(args), language });
    },
    async edited(edit, language) {
      for (const { functionName } of shared.readTriggers())
        await execute({ functionName, args: '[]', edit, language });
    },
    close: () => pool.close(),
  };
}

interface Execution {
  readonly answers: HostAnswers;
  readonly end: () => void;
}

function createAnswers(
  parts: HostParts,
  shared: SharedState,
): (sender: string | null) => Execution {
  const locksFor = createLocks();
  return (sender) => {
    const locks = locksFor();
    const answers: HostAnswers = {
      ...shared,
      fetch: fetchLoopback,
      identityToken: parts.identityToken,
      userEmail: () => parts.userEmail,
      spreadsheet: parts.spreadsheet,
      select: parts.select,
      toast: (message) => parts.toast(message, sender),
      acquireLock: ({ scope, milliseconds }) => locks.acquire(scope, milliseconds),
      releaseLock: (scope) => locks.release(scope),
      print: parts.print,
    };
    return { answers, end: () => locks.releaseAll() };
  };
}

const Manifest = z.looseObject({ timeZone: z.string().min(1) });

async function readProject(folder: string): Promise<ScriptProject> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'));
  const html = names.map(
    async (name) => [basename(name, '.html'), await readFile(join(folder, name), 'utf8')] as const,
  );
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'appsscript.json'), 'utf8'));
  return {
    code: await readFile(join(folder, 'main.js'), 'utf8'),
    htmlFiles: Object.fromEntries(await Promise.all(html)),
    timeZone: Manifest.parse(manifest).timeZone,
  };
}
