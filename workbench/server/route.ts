import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The path below the mounted name, with its leading slash and still percent-encoded; '' at the name itself. */
  readonly rest: string;
}

export type Route = (exchange: Exchange) => void | Promise<void>;
