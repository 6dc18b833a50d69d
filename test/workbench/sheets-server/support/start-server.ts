/** A Sheets server on a free port of its own, and the real client pointed at it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localSheetsClient, type SheetsClient } from '#functions/adapters/google-clients';
import { openSheetsServer, type SheetsServer } from '#workbench/sheets-server/index';

export interface RunningServer {
  readonly server: SheetsServer;
  readonly rootUrl: string;
  readonly sheets: SheetsClient;
  readonly stop: () => Promise<void>;
}

export const NOW = new Date('2026-11-23T02:00:00Z');

export async function startServer(file?: string): Promise<RunningServer> {
  const server = await openSheetsServer({ ...(file !== undefined && { file }), now: () => NOW });
  const http = createServer((request, response) => {
    void server.handle(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const rootUrl = `http://127.0.0.1:${port}/`;
  return {
    server,
    rootUrl,
    sheets: localSheetsClient(rootUrl),
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await server.close();
    },
  };
}
