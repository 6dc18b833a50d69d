/** Serves every registered function below `/functions/<name>`, each as the functions framework would alone. */
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { Server } from 'node:http';
import { leaveBodyUnparsed } from '#functions/http/raw-body';
import { HttpProblem } from './problem';
import type { Route } from './route';

/** The functions must be registered already. */
export function functionsRoute(names: readonly string[]): Route {
  const servers = new Map<string, Server>(names.map((name) => [name, getTestServer(name)]));
  return ({ request, response, url, rest }) => {
    const [, name = '', below = ''] = /^\/([^/]*)(.*)$/.exec(rest) ?? [];
    const server = servers.get(name);
    if (server === undefined) {
      throw new HttpProblem(404, `There is no function "${name}"; there are ${names.join(', ')}.`);
    }
    // Deployed, a function is the root of its own server.
    request.url = `${below === '' ? '/' : below}${url.search}`;
    leaveBodyUnparsed(request);
    server.emit('request', request, response);
  };
}
