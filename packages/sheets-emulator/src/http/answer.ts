/** What the server says to one request, before it is put on the wire. */

interface Json {
  readonly kind: 'json';
  readonly status: number;
  readonly body: object;
}

interface Text {
  readonly kind: 'text';
  readonly type: string;
  readonly text: string | Uint8Array;
}

/** The spreadsheet's revision that an answer shows, sent as a header. */
interface OfRevision {
  readonly revision?: number | undefined;
}

export type Answer =
  | (Json & OfRevision)
  | (Text & OfRevision)
  | { readonly kind: 'empty' }
  /** The connection breaks without an answer. */
  | { readonly kind: 'lost' };

export const json = (body: object, status = 200): Json => ({ kind: 'json', status, body });

export const JSON_TYPE = 'application/json; charset=UTF-8';

/** JSON that is already written out. */
export const jsonBytes = (text: Uint8Array): Text => ({ kind: 'text', type: JSON_TYPE, text });

/** 204, as Drive answers a deletion. */
export const EMPTY: Answer = { kind: 'empty' };
export const LOST: Answer = { kind: 'lost' };
