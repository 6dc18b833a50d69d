/** Successful answers of the workbench's own routes; none of them may be cached. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendBytes(response, JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

export function sendText(response: ServerResponse, text: string): void {
  sendBytes(response, text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

interface Answer {
  readonly status?: number;
  readonly headers: OutgoingHttpHeaders;
}

export function sendBytes(response: ServerResponse, body: string | Buffer, answer: Answer): void {
  response.writeHead(answer.status ?? 200, { 'cache-control': 'no-store', ...answer.headers });
  response.end(body);
}
