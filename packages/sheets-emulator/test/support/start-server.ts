/** The emulator at a fixed time, and the real client pointed at it. */
import type { SheetsServer } from '#src/sheets-server';
import { start } from '#src/start';
import { localSheetsClient, type sheets_v4 } from './sheets-client';

export interface RunningServer {
  readonly server: SheetsServer;
  readonly rootUrl: string;
  readonly sheets: sheets_v4.Sheets;
  /** From `NOW` on. */
  readonly setNow: (now: Date) => void;
  readonly stop: () => Promise<void>;
}

export const NOW = new Date('2026-11-23T02:00:00Z');

export async function startServer(file?: string): Promise<RunningServer> {
  let time = NOW;
  const now = () => time;
  const emulator = await start(file === undefined ? { now } : { file, now });
  const { rootUrl, server } = emulator;
  return {
    server,
    rootUrl,
    sheets: localSheetsClient(rootUrl),
    setNow: (later) => (time = later),
    stop: () => emulator.close(),
  };
}
