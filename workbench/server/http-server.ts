/** One HTTP server on 127.0.0.1; the first part of the path decides which mounted route answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseForeign } from './guard';
import { HttpProblem, sendHttpProblem } from './problem';
import type { Route } from './route';

export interface HttpServer {
  readonly port: number;
  /** Without a slash at its end. */
  readonly url: string;
  /** Answers `/name` and everything below it; the empty name is the root page. */
  mount(name: string, route: Route): void;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Longer than clients keep an idle connection: with Node's five seconds a busy process resets one that a client is about to use again. */
const KEEP_ALIVE_MS = 60_000;

export async function openHttpServer(wantedPort: number): Promise<HttpServer> {
  const routes = new Map<string, Route>();
  const server = createServer((request, response) => {
    void answer(request, response, routes);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await listen(server, wantedPort);
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${LOOPBACK}:${port}`,
    mount: (name, route) => void routes.set(name, route),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: ReadonlyMap<string, Route>,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  try {
    refuseForeign(request, request.socket.localPort ?? 0);
    await dispatch(request, response, routes);
  } catch (error) {
    // The caller has gone away: there is nobody to tell.
    if (response.destroyed) return;
    if (!(error instanceof HttpProblem)) console.error(error);
    sendHttpProblem(response, error instanceof HttpProblem ? error : INTERNAL);
    // What is left of a refused body must not be read as the next request.
    request.resume();
  }
}

const INTERNAL = new HttpProblem(500, 'The workbench itself failed; the terminal shows where.');

async function dispatch(
  request: IncomingMessage,
  response: ServerResponse,
  routes: ReadonlyMap<string, Route>,
): Promise<void> {
  // The path is appended to a fixed host, so that "//elsewhere" stays a path.
  const address = `http://${LOOPBACK}${request.url ?? '/'}`;
  if (!URL.canParse(address)) throw new HttpProblem(400, 'The address cannot be read.');
  const url = new URL(address);
  const [, name = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  const route = routes.get(name);
  if (route === undefined) throw new HttpProblem(404, `Nothing is served at ${url.pathname}.`);
  await route({ request, response, url, rest });
}
