/** Runs one function of the script in a fresh realm, as Apps Script does for every call. */
import { createContext, runInContext, Script, type Context } from 'node:vm';
import { createEmulator } from './emulate';
import type { ScriptCall, HostCalls, ExecutionOutcome, ScriptProject } from './protocol';
import { createServices } from './services';
import { createEditEvent } from './services/spreadsheet-app';
import type { Shown } from './services/ui';
import { findIllegal } from './transferable';

export type RunFunction = (call: ScriptCall, host: HostCalls) => ExecutionOutcome;

export function prepareScript(project: ScriptProject): RunFunction {
  const script = new Script(project.code, { filename: 'main.js' });
  return (call, host) => {
    const shown: Shown = { sidebar: null, menus: [] };
    let functions: string[] = [];
    try {
      const context = createRealm({ project, call, host, shown });
      const before = new Set(Object.getOwnPropertyNames(context));
      script.runInContext(context);
      functions = listFunctions(context, before);
      const value = invoke(context, functions, { call, host });
      return { result: { ok: true, value }, functions, ...shown };
    } catch (error) {
      const failure = describe(error);
      host.print({ level: 'error', text: `${call.functionName}: ${failure.trace}` });
      const { name, message } = failure;
      return { result: { ok: false, name, message }, functions, ...shown };
    }
  };
}

interface RealmParts {
  readonly project: ScriptProject;
  readonly call: ScriptCall;
  readonly host: HostCalls;
  readonly shown: Shown;
}

function createRealm({ project, call, host, shown }: RealmParts): Context {
  const context = createContext({});
  const emulate = createEmulator(runInContext('Error', context) as ErrorConstructor);
  const services = createServices({
    emulate,
    host,
    shown,
    html: {
      files: project.htmlFiles,
      evaluate: (source) => runInContext(source, context) as unknown,
    },
    language: call.language,
    timeZone: project.timeZone,
  });
  return Object.assign(context, services);
}

/** Google offers a script's top-level functions by name, except those whose name ends in "_". */
function listFunctions(context: Context, before: ReadonlySet<string>): string[] {
  return Object.getOwnPropertyNames(context).filter(
    (name) => !before.has(name) && !name.endsWith('_') && typeof context[name] === 'function',
  );
}

function invoke(
  context: Context,
  functions: readonly string[],
  { call, host }: Pick<RealmParts, 'call' | 'host'>,
): unknown {
  if (!functions.includes(call.functionName)) {
    throw new Error(`Script function not found: ${call.functionName}`);
  }
  // listFunctions checked that it is one.
  const target = context[call.functionName] as (...args: unknown[]) => unknown;
  const value = target(...argumentsOf(context, { call, host }));
  const illegal = findIllegal(value);
  if (illegal !== null) {
    throw new Error(
      `${call.functionName} returns something that Google does not hand to a sidebar` +
        (illegal === '' ? '.' : `, at ${illegal}.`),
    );
  }
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

function argumentsOf(
  context: Context,
  { call, host }: Pick<RealmParts, 'call' | 'host'>,
): unknown[] {
  if (call.edit) {
    const emulate = createEmulator(runInContext('Error', context) as ErrorConstructor);
    return [createEditEvent(emulate, host, call.edit)];
  }
  const parse = runInContext('JSON.parse', context) as (text: string) => unknown[];
  return parse(call.args);
}

/** Errors of the script come from another realm, where `instanceof Error` does not hold. */
function describe(error: unknown): { name: string; message: string; trace: string } {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { name: 'Error', message: String(error), trace: String(error) };
  }
  const { name, message, stack } = error as Error;
  return { name, message, trace: stack ?? message };
}
