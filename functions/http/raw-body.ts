// The functions framework parses JSON before our handler runs, and answers a malformed body with an HTML page of its own. Giving the
// body a type that the framework does not parse leaves the bytes to us.
import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

const UNPARSED = 'application/octet-stream';
const sentTypes = new WeakMap<IncomingMessage, string>();

/** Call before the framework sees the request. */
export function leaveBodyUnparsed(request: IncomingMessage): void {
  const sent = request.headers['content-type'];
  if (sent === undefined || sentTypes.has(request)) return;
  sentTypes.set(request, sent);
  request.headers['content-type'] = UNPARSED;
}

/** The content type as the caller sent it. */
export function sentContentType(request: IncomingMessage): string {
  return sentTypes.get(request) ?? request.headers['content-type'] ?? '';
}

/** For a process that serves nothing but functions: every request keeps its body unparsed. */
export function leaveAllBodiesUnparsed(): void {
  diagnostics.subscribe('http.server.request.start', (message) => {
    leaveBodyUnparsed((message as { request: IncomingMessage }).request); // what Node documents for this channel
  });
}
