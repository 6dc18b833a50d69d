/** Keeps other web pages in the same browser from using the workbench: it has no passwords of its own. */
import type { IncomingMessage } from 'node:http';
import { HttpProblem } from './problem';

const LOCAL_NAMES = ['127.0.0.1', 'localhost'];

/**
 * A page elsewhere can point its own host name at 127.0.0.1 (DNS rebinding), and can post a form
 * across origins. The first shows in the Host header, the second in the Origin header.
 */
export function refuseForeign(request: IncomingMessage, port: number): void {
  const hosts = LOCAL_NAMES.map((name) => `${name}:${port}`);
  if (!hosts.includes((request.headers.host ?? '').toLowerCase())) {
    throw new HttpProblem(403, `This server answers only as ${hosts.join(' or ')}.`);
  }
  const { origin } = request.headers;
  if (request.method === 'GET' || origin === undefined) return;
  // A public page sends no referrer, so its own form has the origin `null`; a function checks a token itself.
  if (origin === 'null' && request.url?.startsWith('/functions/')) return;
  if (!hosts.some((host) => origin.toLowerCase() === `http://${host}`)) {
    throw new HttpProblem(403, 'A page of another origin may not change anything here.');
  }
}
