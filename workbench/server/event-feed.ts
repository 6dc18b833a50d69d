/** `GET /events`: server-sent events that keep the page in step without reloading. */
import type { ServerResponse } from 'node:http';
import { HttpProblem } from './problem';
import type { Route } from './route';

interface EventData {
  readonly workbook: {
    readonly spreadsheetId: string;
    readonly revision: number;
    readonly sheetIds: readonly number[];
  };
  readonly mail: { readonly id: string | null };
  readonly clock: { readonly now: string; readonly isSet: boolean };
  readonly select: { readonly sheetId: number; readonly a1: string };
  /** `sender`: the page's name for the edit that the message is about; null: for everybody. */
  readonly toast: { readonly message: string; readonly sender: string | null };
}

export type Publish = <Name extends keyof EventData>(name: Name, data: EventData[Name]) => void;

export interface EventFeed {
  readonly publish: Publish;
  readonly route: Route;
  close(): void;
}

/** Proxies and browsers drop a silent connection; a comment keeps it open. */
const HEARTBEAT_MILLISECONDS = 15_000;

export function openEventFeed(): EventFeed {
  const listeners = new Set<ServerResponse>();
  const sendAll = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  const heartbeat = setInterval(() => sendAll(':\n\n'), HEARTBEAT_MILLISECONDS);
  heartbeat.unref();

  return {
    publish: (name, data) => sendAll(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    route({ request, response }) {
      if (request.method !== 'GET') throw new HttpProblem(405, 'Use GET.', { allow: 'GET' });
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write('retry: 1000\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
    },
  };
}
