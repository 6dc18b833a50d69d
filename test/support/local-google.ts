// Google's Sheets, Drive and Apps Script APIs on one local port, in memory but for the scripts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSheetsServer, type SheetsServer } from 'sheets-emulator';
import { projectStore, type ProjectStore } from '#workbench/script-api/project-store';
import { scriptRoute } from '#workbench/script-api/script-route';
import { openHttpServer } from '#workbench/server/http-server';
import type { Route } from '#workbench/server/route';

export interface LocalGoogle {
  readonly rootUrl: string;
  readonly sheets: SheetsServer;
  readonly projects: ProjectStore;
  /** Where the scripts are kept. */
  readonly scriptFolder: string;
  close(): Promise<void>;
}

export async function startLocalGoogle(now: () => Date): Promise<LocalGoogle> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-google-'));
  const sheets = await openSheetsServer({ now });
  const projects = projectStore(folder, now);
  const server = await openHttpServer(0);
  const route: Route = ({ request, response }) => sheets.handle(request, response);
  for (const name of ['v4', 'drive', 'faults']) server.mount(name, route);
  const { takeFault } = sheets;
  const isSpreadsheet = (id: string): boolean =>
    sheets.list().some(({ spreadsheetId }) => spreadsheetId === id);
  server.mount('v1', scriptRoute({ projects, takeFault, isSpreadsheet }));
  return {
    rootUrl: `${server.url}/`,
    sheets,
    projects,
    scriptFolder: folder,
    async close() {
      await server.close();
      await sheets.close();
      await rm(folder, { recursive: true });
    },
  };
}
