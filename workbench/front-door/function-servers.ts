/** Each function in the functions framework, as the container of a service would run it; reached over HTTP without a port. */
import { getTestServer } from '@google-cloud/functions-framework/testing';
import {
  request as openRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { leaveBodyUnparsed } from '#functions/http/raw-body';
import { connectedPair } from './connected-pair';

export interface FunctionCall {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Gives up waiting; the function itself goes on. */
  readonly signal: AbortSignal;
}

export type CallFunction = (name: string, call: FunctionCall) => Promise<IncomingMessage>;

/** The functions must be registered already. */
export function functionServers(names: Iterable<string>): CallFunction {
  const servers = new Map<string, Server>([...names].map((name) => [name, openServer(name)]));
  return (name, { method, path, headers, body, signal }) => {
    const server = servers.get(name);
    if (server === undefined) throw new Error(`No server was opened for the function ${name}.`);
    const [near, far] = connectedPair();
    // Node's HTTP server takes any stream as a connection.
    server.emit('connection', far);
    return new Promise((resolve, reject) => {
      openRequest({
        method,
        path,
        headers: withoutHops(headers),
        createConnection: () => near,
        signal,
      })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
  };
}

function openServer(name: string): Server {
  return getTestServer(name).prependListener('request', leaveBodyUnparsed);
}

/** Headers that are about one connection only. */
const HOPS = ['connection', 'keep-alive', 'transfer-encoding', 'expect'];

export function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOPS.includes(name)));
}
