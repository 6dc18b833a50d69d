// Facts in a bucket of Cloud Storage. Four calls of its JSON API: the client library would be a tenth of what is deployed.
import { AppError } from '../../errors';
import type { GoogleRequest } from '../google-clients';
import { readGoogleError } from '../google-sheets/google-error';
import type { FactStore } from '../../ports/fact-store';
import { toFactError } from './fact-error';

/** `rootUrl` ends with a slash. */
export function bucketStore(bucket: string, rootUrl: string, request: GoogleRequest): FactStore {
  const path = `storage/v1/b/${encodeURIComponent(bucket)}/o`;
  const ask: GoogleRequest = async (one) => {
    try {
      return await request(one);
    } catch (error) {
      throw toFactError(error);
    }
  };
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
        const url = `${rootUrl}${path}?${query.toString()}`;
        const page = (await ask({ method: 'GET', url })) as ObjectPage; // as `fields` asks
        for (const { name, md5Hash = '' } of page.items ?? []) files.set(name, md5Hash);
        pageToken = page.nextPageToken;
      } while (pageToken !== undefined);
      return files;
    },
    async write(name, content) {
      const query = new URLSearchParams({ uploadType: 'media', name });
      const url = `${rootUrl}upload/${path}?${query.toString()}`;
      const headers = { 'content-type': 'application/x-ndjson' };
      await ask({ method: 'POST', url, data: content, headers });
    },
    async remove(name) {
      const url = `${rootUrl}${path}/${encodeURIComponent(name)}`;
      try {
        await ask({ method: 'DELETE', url });
      } catch (error) {
        const isGone = error instanceof AppError && readGoogleError(error.cause)?.status === 404;
        if (!isGone) throw error;
      }
    },
  };
}

interface ObjectPage {
  readonly items?: readonly { readonly name: string; readonly md5Hash?: string }[];
  readonly nextPageToken?: string;
}
