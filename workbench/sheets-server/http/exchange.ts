/** One request and its answer in plain terms: the body read with a limit, answers as JSON. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, invalid } from '../api-error';
import type { Json } from '../json';
import { MAX_PAYLOAD_BYTES } from '../limits';

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the client gets to see the answer.
    if (size <= MAX_PAYLOAD_BYTES) chunks.push(chunk);
  }
  if (size > MAX_PAYLOAD_BYTES) {
    throw invalid(`Request payload size exceeds the limit: ${MAX_PAYLOAD_BYTES} bytes.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An empty body is an empty message. */
export function parseJson(text: string): Json {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    const shown = text.slice(0, 80);
    throw badRequest([
      { description: `Invalid JSON payload received. Unexpected token.\n${shown}\n^` },
    ]);
  }
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'cache-control': 'private',
  });
  response.end(JSON.stringify(body));
}
