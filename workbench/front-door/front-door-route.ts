/** `GET /front-door`: the state of each service; `PUT /front-door/worker {"checksInvoker": true}` changes it until the workbench ends. */
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import { readJson } from '../server/read-body';
import type { Route } from '../server/route';
import { sendJson } from '../server/send';
import type { ServiceSettings } from './service-settings';

const Change = z.strictObject({
  checksInvoker: z.boolean().optional(),
  concurrency: z.int().positive().optional(),
  maxInstances: z.int().positive().optional(),
  timeoutSeconds: z.number().positive().max(3600).optional(),
  pendingSeconds: z.number().nonnegative().max(60).optional(),
});

export function frontDoorRoute(services: Map<string, ServiceSettings>): Route {
  return async ({ request, response, rest }) => {
    const name = rest.slice(1);
    const settings = services.get(name);
    if (rest !== '' && settings === undefined) {
      throw new HttpProblem(404, `There is no service "${name}"; GET /front-door lists them.`);
    }
    if (request.method === 'PUT' && settings !== undefined) {
      const change = Change.safeParse(await readJson(request));
      if (!change.success) {
        throw new HttpProblem(400, `Send one of ${Object.keys(Change.shape).join(', ')}.`);
      }
      // A setting that is left out is undefined, and stays as it is.
      const given = Object.entries(change.data).filter(([, value]) => value !== undefined);
      services.set(name, { ...settings, ...Object.fromEntries(given) });
    } else if (request.method !== 'GET') {
      throw new HttpProblem(405, 'Use GET, or PUT with the name of a service.', {
        allow: 'GET, PUT',
      });
    }
    sendJson(response, 200, services.get(name) ?? Object.fromEntries(services));
  };
}
