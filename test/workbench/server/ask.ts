/** Plain HTTP requests with any header, which `fetch` would not let through (Host, Origin). */
import { request } from 'node:http';
import { openHttpServer, type HttpServer } from '#workbench/server/http-server';

export interface Question {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

export function ask(url: string, { method, headers, body }: Question = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    // The path is kept as written: URL would tidy "/../".
    const path = url.slice(url.indexOf('/', 'http://'.length));
    const sent = request(
      url,
      { method: method ?? 'GET', headers: headers ?? {}, path },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A server for one test, closed whatever happens in it. */
export async function withServer(use: (server: HttpServer) => Promise<void>): Promise<void> {
  const server = await openHttpServer(0);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}
