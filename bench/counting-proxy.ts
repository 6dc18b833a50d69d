// Between a function and the emulator, in a process of its own: counts calls and bytes as they are on the wire, answers gzipped as Google does.
import {
  createServer,
  request as send,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Traffic {
  readonly calls: number;
  /** Bytes that the function gets: answers. */
  readonly received: number;
  /** Bytes that the function sends: requests. */
  readonly sent: number;
  /** Calls that did not ask for gzip in both places that Google wants: the header, and the user agent. */
  readonly withoutGzip: number;
}

const NOTHING: Traffic = { calls: 0, received: 0, sent: 0, withoutGzip: 0 };

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk); // no encoding is set
  return Buffer.concat(chunks);
}

const asksForGzip = ({ headers }: IncomingMessage): boolean =>
  String(headers['accept-encoding']).includes('gzip') &&
  String(headers['user-agent']).includes('gzip');

/** Sends its port to the parent process, and what it counted whenever it is asked. */
export function runProxy(emulatorUrl: string): void {
  let traffic = NOTHING;
  const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { method, headers, url } = request;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const target = new URL(url ?? '/', emulatorUrl);
      const outgoing = send(
        target,
        { method, headers: { ...headers, host: target.host } },
        resolve,
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    const gzip = asksForGzip(request);
    const plain = await bodyOf(answer);
    const zipped = gzip ? gzipSync(plain) : plain;
    traffic = {
      calls: traffic.calls + 1,
      received: traffic.received + zipped.length,
      sent: traffic.sent + body.length,
      withoutGzip: traffic.withoutGzip + (gzip ? 0 : 1),
    };
    response.writeHead(answer.statusCode ?? 500, {
      'content-type': answer.headers['content-type'] ?? 'application/json',
      ...(gzip && { 'content-encoding': 'gzip' }),
    });
    response.end(zipped);
  };
  const server = createServer((request, response) => void forward(request, response));
  // A function that calculates for seconds must not find its connection closed.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as AddressInfo).port); // listening on TCP
  });
  process.on('message', () => {
    process.send?.(traffic);
    traffic = NOTHING;
  });
  process.on('disconnect', () => process.exit());
}
