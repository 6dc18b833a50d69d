/** What a kind of batchUpdate request is to the server: a function from draft and request to reply. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Draft } from '../model/draft';

export type ApiRequest = sheets_v4.Schema$Request;
export type Reply = sheets_v4.Schema$Response;
export type RequestKind = keyof ApiRequest;

/** Most kinds have nothing to say: their reply is `{}`. */
export type RequestHandlers = {
  readonly [K in RequestKind]?: (
    draft: Draft,
    request: NonNullable<ApiRequest[K]>,
  ) => Reply | undefined;
};
