// Cloud Storage and BigQuery as far as the roll-up asks them: objects by name, in pages of two, and load jobs, each of its own name.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StorageServer {
  readonly rootUrl: string;
  readonly objects: Map<string, string>;
  readonly jobs: unknown[];
  /** Method and path of each request. */
  readonly requests: string[];
  /** Answers everything with this status from now on. */
  fail(status: number): void;
  /** All jobs are over: well, or for this reason not. */
  endJobs(failure: string | null): void;
  close(): Promise<void>;
}

interface StoredJob {
  readonly jobReference: { readonly jobId: string };
}

const PAGE = 2;

export async function startStorageServer(bucket: string): Promise<StorageServer> {
  const objects = new Map<string, string>();
  const jobs: StoredJob[] = [];
  let failing: number | null = null;
  let status: object = { state: 'RUNNING' };
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
    if (failing !== null)
      return [failing, { error: { code: failing, message: 'as the test wants it' } }];
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
    const project = '/bigquery/v2/projects/my-project';
    if (method === 'GET' && pathname === `${project}/datasets/lectern`)
      return [200, { location: 'asia-east1' }];
    const find = (id: string) => jobs.find(({ jobReference }) => jobReference.jobId === id);
    if (method === 'POST' && pathname === `${project}/jobs`) {
      const job = JSON.parse(body) as StoredJob; // what the adapter sends
      if (find(job.jobReference.jobId))
        return [409, { error: { code: 409, message: 'Already Exists' } }];
      jobs.push(job);
      return [200, { ...job, status }];
    }
    const job = find(pathname.slice(`${project}/jobs/`.length));
    if (method === 'GET' && job && url.searchParams.get('location') === 'asia-east1')
      return [200, { ...job, status }];
    return [404, { error: { code: 404, message: `nothing at ${pathname}` } }];
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '/' } = request;
      const asked = new URL(url, 'http://localhost');
      requests.push(`${method} ${asked.pathname}`);
      const [answered, said] = answer(method, asked, Buffer.concat(chunks).toString());
      response.writeHead(answered, { 'content-type': 'application/json' });
      response.end(answered === 204 ? '' : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has an address
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    objects,
    jobs,
    requests,
    fail: (wanted) => (failing = wanted),
    endJobs: (failure) =>
      (status = { state: 'DONE', ...(failure !== null && { errorResult: { message: failure } }) }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
