/** `GET /clock` and `PUT /clock {"now": "2026-03-02T09:00:00+08:00" | null}`. */
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import { readJson } from '../server/read-body';
import { sendJson } from '../server/send';
import type { Route } from '../server/route';
import type { Publish } from '../server/event-feed';
import type { SettableClock } from './settable-clock';

const ClockRequest = z.strictObject({ now: z.iso.datetime({ offset: true }).nullable() });

export interface ClockState {
  readonly now: string;
  /** False while the system's own time is shown. */
  readonly isSet: boolean;
}

export function clockState(clock: SettableClock): ClockState {
  return { now: clock.now().toISOString(), isSet: clock.isSet };
}

/** `changed` is called after the time was set. */
export function clockRoute(
  clock: SettableClock,
  publish: Publish,
  changed: () => Promise<void> = () => Promise.resolve(),
): Route {
  return async ({ request, response, rest }) => {
    if (rest !== '') throw new HttpProblem(404, 'There is only /clock.');
    if (request.method === 'PUT') {
      const now = parseNow(await readJson(request));
      clock.set(now);
      publish('clock', clockState(clock));
      await changed();
    } else if (request.method !== 'GET') {
      throw new HttpProblem(405, 'The clock answers GET and PUT.', { allow: 'GET, PUT' });
    }
    sendJson(response, 200, clockState(clock));
  };
}

function parseNow(body: unknown): Date | null {
  const parsed = ClockRequest.safeParse(body);
  if (!parsed.success) {
    throw new HttpProblem(
      400,
      'Send {"now": "2026-03-02T09:00:00+08:00"} with a UTC offset, or {"now": null} for the system time.',
    );
  }
  return parsed.data.now === null ? null : new Date(parsed.data.now);
}
