/** What one method of an API is: how it is called, and what it does. */
import type { Query } from '../http/query';
import type { JsonObject } from '../json';
import type { MethodStore } from '../http/conditional-store';
import type { LeftOut } from '../xlsx/import/left-out';

export interface ApiContext {
  readonly store: MethodStore;
  readonly now: () => Date;
  /** What was left out of uploaded files, by the id of the spreadsheet they became. */
  readonly imports: Map<string, readonly LeftOut[]>;
}

export interface ApiCall {
  /** Parts of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Checked against the method's body message; empty when there is none. */
  readonly body: JsonObject;
}

export interface ApiMethod {
  /** As in Google's reference: `spreadsheets.values.get`. */
  readonly name: string;
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below /v4/spreadsheets: `{spreadsheetId}/values/{range}:append`. */
  readonly path: string;
  readonly query: readonly string[];
  /** The message of the body, and the name that errors give the body. */
  readonly body?: { readonly message: string; readonly name: string };
  /** The message of the answer; `fields` is checked against it. */
  readonly answer: string;
  /** Which quota it counts towards. */
  readonly quota: 'read' | 'write';
  /** For answers that may be large: the method has cut them to `fields` itself, and this makes bytes of them. */
  readonly print?: (answer: object) => Uint8Array;
  run(context: ApiContext, call: ApiCall): object | Promise<object>;
}

export const spreadsheetIdOf = (call: ApiCall): string => call.path['spreadsheetId'] ?? '';
