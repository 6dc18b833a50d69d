/** Finds the method that a verb and a raw path mean; parts of the path are decoded after it is split. */
import { invalid } from '../api-error';
import type { ApiMethod } from '../methods/api-method';

export interface Route {
  readonly method: ApiMethod;
  readonly path: Readonly<Record<string, string>>;
}

interface CompiledMethod {
  readonly method: ApiMethod;
  readonly pattern: RegExp;
}

/** A range may hold slashes and colons that a client did not encode; ids may not. */
function compile(method: ApiMethod): CompiledMethod {
  const pattern = method.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'range' ? `(?<${name}>.+)` : `(?<${name}>[^/:]+)`,
  );
  return { method, pattern: new RegExp(`^${pattern}$`) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid(`The path part ${part} is not encoded correctly.`);
  }
}

/** `ID/`, `ID/:batchUpdate` and `ID:batchUpdate` are all taken by Google. */
const normalized = (path: string): string =>
  path.replace(/^\/+|\/+$/g, '').replace(/\/:(?=[a-zA-Z]+$)/, ':');

export class Routes {
  private readonly compiled: readonly CompiledMethod[];

  constructor(methods: readonly ApiMethod[]) {
    // A verb in the path (`:append`) is looked for before a bare range could swallow it.
    const ordered = [...methods].sort((left, right) => right.path.length - left.path.length);
    this.compiled = ordered.map(compile);
  }

  /** Undefined when there is no such method. */
  match(verb: string, rawPath: string): Route | undefined {
    const path = normalized(rawPath);
    for (const { method, pattern } of this.compiled) {
      const match = method.verb === verb ? pattern.exec(path) : null;
      if (match === null) continue;
      const groups = Object.entries(match.groups ?? {});
      const decoded = groups.map(([name, part]) => [name, decode(part)] as const);
      return { method, path: Object.fromEntries(decoded) };
    }
    return undefined;
  }
}
