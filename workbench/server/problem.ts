/** Answers that are not a success: `application/problem+json` (RFC 9457). */
import { STATUS_CODES, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';

export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly headers: OutgoingHttpHeaders = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
  }
}

export function sendHttpProblem(response: ServerResponse, problem: HttpProblem): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.message,
  };
  response.writeHead(problem.status, {
    ...problem.headers,
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
