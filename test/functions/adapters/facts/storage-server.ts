// Cloud Storage and BigQuery as far as the roll-up asks them: objects by name, in pages of two, and load jobs.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StorageServer {
  readonly rootUrl: string;
  readonly objects: Map<string, string>;
  readonly jobs: unknown[];
  /** Method and path of each request. */
  readonly requests: string[];
  close(): Promise<void>;
}

const PAGE = 2;

export async function startStorageServer(bucket: string): Promise<StorageServer> {
  const objects = new Map<string, string>();
  const jobs: unknown[] = [];
  const requests: string[] = [];
  const list = ({ searchParams }: URL): object => {
    const names = [...objects.keys()]
      .filter((name) => name.startsWith(searchParams.get('prefix') ?? ''))
      .sort();
    const start = Number(searchParams.get('pageToken') ?? 0);
    const items = names.slice(start, start + PAGE).map((name) => ({
      name,
      md5Hash: createHash('md5')
        .update(objects.get(name) ?? '')
        .digest('base64'),
    }));
    const more = start + PAGE < names.length;
    return {
      ...(items.length > 0 && { items }),
      ...(more && { nextPageToken: `${start + PAGE}` }),
    };
  };
  const answer = (method: string, url: URL, body: string): [number, object] => {
    const path = `/storage/v1/b/${bucket}/o`;
    const { pathname } = url;
    if (method === 'GET' && pathname === path) return [200, list(url)];
    if (method === 'POST' && pathname === `/upload${path}`) {
      const name = url.searchParams.get('name') ?? '';
      objects.set(name, body);
      return [200, { name }];
    }
    if (method === 'DELETE' && pathname.startsWith(`${path}/`))
      return objects.delete(decodeURIComponent(pathname.slice(path.length + 1)))
        ? [204, {}]
        : [404, { error: { code: 404, message: 'No such object' } }];
    if (method === 'POST' && pathname === '/bigquery/v2/projects/my-project/jobs') {
      jobs.push(JSON.parse(body));
      return [200, { id: 'my-project:EU.job_1' }];
    }
    return [404, { error: { code: 404, message: `nothing at ${pathname}` } }];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '/' } = request;
      const asked = new URL(url, 'http://localhost');
      requests.push(`${method} ${asked.pathname}`);
      const [status, said] = answer(method, asked, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 204 ? '' : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has an address
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    objects,
    jobs,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
