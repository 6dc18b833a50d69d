/** What is at Google between the network and a function: Cloud Run's front. Every call of a function goes through it. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { TokenClaims } from '../identity/read-token';
import { HttpProblem } from '../server/problem';
import type { Exchange, Route } from '../server/route';
import { checkInvoker } from './check-invoker';
import { functionServers, withoutHops, type CallFunction } from './function-servers';
import { createSemaphore, type Semaphore } from './semaphore';
import { refuse } from './refuse';
import type { ServiceSettings } from './service-settings';

/** The largest request over HTTP/1; the functions take far less and say so themselves. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface FrontDoorParts {
  /** Looked up at each call, so that they can be changed meanwhile. */
  readonly services: ReadonlyMap<string, ServiceSettings>;
  /** Where the services stand, without a slash at its end: a service's own audience is this and its name. */
  readonly url: string;
  readonly customAudiences: readonly string[];
  /** Who has the role `run.invoker` on the services that check it. */
  readonly invokers: readonly string[];
  /** Null for a token that Google did not sign or that is over. */
  readonly readToken: (token: string) => TokenClaims | null;
}

interface Service {
  readonly name: string;
  readonly settings: ServiceSettings;
  readonly places: Semaphore;
}

export function frontDoor(parts: FrontDoorParts): Route {
  const call = functionServers(parts.services.keys());
  const places = new Map([...parts.services.keys()].map((name) => [name, createSemaphore()]));
  return async (exchange) => {
    const [, name = '', below = ''] = /^\/([^/]*)(.*)$/.exec(exchange.rest) ?? [];
    const [settings, own] = [parts.services.get(name), places.get(name)];
    if (settings === undefined || own === undefined) {
      const names = [...parts.services.keys()].join(', ');
      throw new HttpProblem(404, `There is no function "${name}"; there are ${names}.`);
    }
    const headers = letIn(exchange, parts, { name, settings });
    if (headers === null) return;
    const body = await readBody(exchange.request);
    if (body === null) {
      refuse(exchange.response, 413);
      return;
    }
    // Deployed, a function is the root of its own server.
    const path = `${below === '' ? '/' : below}${exchange.url.search}`;
    await forward(exchange, { name, settings, places: own }, { call, headers, path, body });
  };
}

/** The headers as the function sees them; null: answered already. */
function letIn(
  { request, response }: Exchange,
  { url, customAudiences, invokers, readToken }: FrontDoorParts,
  { name, settings }: Pick<Service, 'name' | 'settings'>,
): IncomingHttpHeaders | null {
  if (!settings.checksInvoker) return request.headers;
  const audiences = [`${url}/${name}`, ...customAudiences];
  const verdict = checkInvoker(request.headers, { audiences, invokers, read: readToken });
  if (verdict.isLetIn) return verdict.headers;
  request.resume();
  refuse(response, verdict.status);
  return null;
}

/** Null when it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is over is read and dropped, so that the answer arrives.
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return size <= MOST_BYTES ? Buffer.concat(chunks) : null;
}

interface Forwarded {
  readonly call: CallFunction;
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: Buffer;
}

async function forward(
  { request, response }: Exchange,
  { name, settings, places }: Service,
  { call, headers, path, body }: Forwarded,
): Promise<void> {
  const { concurrency, maxInstances, pendingSeconds, timeoutSeconds } = settings;
  const giveBack = await places.acquire(concurrency * maxInstances, pendingSeconds * 1000);
  if (giveBack === null) {
    refuse(response, 429);
    return;
  }
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  const method = request.method ?? 'GET';
  try {
    const answer = await call(name, { method, path, headers, body, signal });
    response.writeHead(answer.statusCode ?? 500, withoutHops(answer.headers));
    await pipeline(answer, response);
  } catch (error) {
    if (!signal.aborted) throw error;
    refuse(response, 504);
  } finally {
    giveBack();
  }
}
