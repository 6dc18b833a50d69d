/** One request and its answer in plain terms: the body read with a limit, answers written out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, invalid } from '../api-error';
import type { Json } from '../json';
import { MAX_PAYLOAD_BYTES } from '../limits';
import { JSON_TYPE, type Answer } from './answer';

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

export async function readBytes(
  request: IncomingMessage,
  maxBytes = MAX_PAYLOAD_BYTES,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // No encoding is set on the stream, so its chunks are buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped, so that the client gets to see the answer.
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) {
    throw invalid(`Request payload size exceeds the limit: ${maxBytes} bytes.`);
  }
  return Buffer.concat(chunks);
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

export function send(response: ServerResponse, answer: Answer): void {
  if (answer.kind === 'lost') {
    response.destroy();
    return;
  }
  response.setHeader('cache-control', 'private');
  if (answer.kind === 'empty') {
    response.writeHead(204).end();
    return;
  }
  if (answer.revision !== undefined) response.setHeader('x-sheets-revision', answer.revision);
  if (answer.kind === 'text') {
    response.writeHead(200, { 'content-type': answer.type }).end(answer.text);
  } else {
    response.writeHead(answer.status, { 'content-type': JSON_TYPE });
    response.end(JSON.stringify(answer.body));
  }
}
