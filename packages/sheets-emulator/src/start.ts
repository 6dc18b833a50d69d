/** The emulator on a port of its own: for tests, and for running it alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSheetsServer, type SheetsServer } from './sheets-server';

const LOOPBACK = '127.0.0.1';

/** Longer than clients keep an idle connection: with Node's five seconds a busy process resets one that a client is about to use again. */
const KEEP_ALIVE_MS = 60_000;

export interface StartOptions {
  /** Without it, a free one. */
  readonly port?: number;
  /** Where the data is kept; without it, in memory only. */
  readonly file?: string;
  /** Gives the time to TODAY(), NOW() and the dates of files; without it, this machine's clock does. */
  readonly now?: () => Date;
}

export interface Emulator {
  readonly port: number;
  /** What a client uses instead of `https://sheets.googleapis.com/`; ends in a slash. */
  readonly rootUrl: string;
  readonly server: SheetsServer;
  /** Breaks open connections, and resolves when all writes are durable. */
  close(): Promise<void>;
}

export async function start(options: StartOptions = {}): Promise<Emulator> {
  const { port: wantedPort = 0, file, now = () => new Date() } = options;
  const server = await openSheetsServer(file === undefined ? { now } : { file, now });
  const http = createServer((request, response) => void server.handle(request, response));
  http.keepAliveTimeout = KEEP_ALIVE_MS;
  try {
    await listen(http, wantedPort);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { port } = http.address() as AddressInfo; // a TCP server that listens
  return {
    port,
    rootUrl: `http://${LOOPBACK}:${port}/`,
    server,
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
      await server.close();
    },
  };
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, LOOPBACK, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
