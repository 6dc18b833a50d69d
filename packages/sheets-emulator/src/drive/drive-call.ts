/** One call to Drive, taken apart, and what the handlers of its routes have to work with. */
import { isObject, type JsonObject } from '../json';
import type { Spreadsheet } from '../model/spreadsheet';
import type { Answer } from '../http/answer';
import type { ApiContext } from '../methods/api-method';
import { fileNotFound } from './drive-error';

export interface DriveCall {
  /** Its store lets the caller do what the files' permissions say. */
  readonly context: ApiContext;
  /** Of the caller; an API key has none. */
  readonly email: string | undefined;
  /** Parts of the path that the route's pattern names, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: URLSearchParams;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** The body as JSON; empty when it is none. */
  readonly body: JsonObject;
}

export interface DriveRoute {
  readonly verb: string;
  readonly pattern: RegExp;
  run(call: DriveCall): Answer | Promise<Answer>;
}

/** Throws Drive's own 404, also for a file that the caller may not see. */
export function fileOf({ context, path }: DriveCall): Spreadsheet {
  const id = path['fileId'] ?? '';
  const file = context.store.all().find(({ spreadsheetId }) => spreadsheetId === id);
  if (file === undefined) throw fileNotFound(id);
  return file;
}

export function textField(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
