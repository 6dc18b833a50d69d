/** Google's own answers, before or instead of the function's: HTML or plain text, never our problem+json. */
import type { ServerResponse } from 'node:http';
import { sendBytes } from '../server/send';

const page = (title: string, words: string): string =>
  `<html><head><title>${title}</title></head><body><h1>Error: ${title}</h1><h2>${words}</h2></body></html>\n`;

const ANSWERS = {
  401: [
    'text/html; charset=UTF-8',
    page('Unauthorized', 'Your client does not have permission to the requested URL.'),
  ],
  403: [
    'text/html; charset=UTF-8',
    page('Forbidden', 'Your client does not have permission to get this URL from this server.'),
  ],
  413: [
    'text/html; charset=UTF-8',
    page('Request Entity Too Large', 'Your client issued a request that was too large.'),
  ],
  429: ['text/plain', 'Rate exceeded.'],
  504: ['text/plain', 'upstream request timeout'],
} as const;

export function refuse(response: ServerResponse, status: keyof typeof ANSWERS): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const [type, body] = ANSWERS[status];
  const asks = status === 401 || status === 403 ? { 'www-authenticate': 'Bearer' } : {};
  sendBytes(response, body, { status, headers: { 'content-type': type, ...asks } });
}
