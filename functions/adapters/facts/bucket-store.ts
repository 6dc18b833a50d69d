// Facts in a bucket of Cloud Storage. Four calls of its JSON API: the client library would be a tenth of what is deployed.
import type { GoogleRequest } from '../google-clients';
import type { FactStore } from '../../ports/fact-store';

/** `rootUrl` ends with a slash. */
export function bucketStore(bucket: string, rootUrl: string, request: GoogleRequest): FactStore {
  const objects = `${rootUrl}storage/v1/b/${encodeURIComponent(bucket)}/o`;
  const urlOf = (name: string): string => `${objects}/${encodeURIComponent(name)}`;
  return {
    async list(prefix) {
      const files = new Map<string, string>();
      let pageToken: string | undefined;
      do {
        const query = new URLSearchParams({
          prefix,
          fields: 'items(name,md5Hash),nextPageToken',
          ...(pageToken !== undefined && { pageToken }),
        });
        const page = (await request({ method: 'GET', url: `${objects}?${query.toString()}` })) as ObjectPage; // as `fields` asks
        for (const { name, md5Hash = '' } of page.items ?? []) files.set(name, md5Hash);
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return files;
    },
    async write(name, content) {
      const query = new URLSearchParams({ uploadType: 'media', name });
      const url = `${rootUrl}upload/storage/v1/b/${encodeURIComponent(bucket)}/o?${query.toString()}`;
      const headers = { 'content-type': 'application/x-ndjson' };
      await request({ method: 'POST', url, data: content, headers });
    },
    async remove(name) {
      try {
        await request({ method: 'DELETE', url: urlOf(name) });
      } catch (error) {
        if (statusOf(error) !== 404) throw error;
      }
    },
  };
}

interface ObjectPage {
  readonly items?: readonly { readonly name: string; readonly md5Hash?: string }[];
  readonly nextPageToken?: string;
}

const statusOf = (error: unknown): unknown =>
  error instanceof Error && 'status' in error ? error.status : undefined;
