import type { Emulate } from '../emulate';
import type { FetchReply, FetchRequest, HostCalls } from '../protocol';

interface FetchOptions {
  readonly method?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: unknown;
  readonly muteHttpExceptions?: boolean;
}

const KNOWN_OPTIONS = [
  'method',
  'contentType',
  'headers',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
];

export function createUrlFetchApp(emulate: Emulate, host: HostCalls): object {
  return emulate('UrlFetchApp', {
    fetch(url: string, options: FetchOptions = {}) {
      const unknown = Object.keys(options).find((name) => !KNOWN_OPTIONS.includes(name));
      if (unknown !== undefined)
        throw new Error(`not emulated: UrlFetchApp.fetch option ${unknown}`);
      const reply = host.fetch(requestOf(url, options));
      if (reply.status >= 400 && options.muteHttpExceptions !== true) refuse(url, reply);
      return createResponse(emulate, reply);
    },
  });
}

function requestOf(url: string, options: FetchOptions): FetchRequest {
  const { payload } = options;
  const headers: Record<string, string> = { ...options.headers };
  const contentType = options.contentType ?? 'application/x-www-form-urlencoded';
  if (payload !== undefined && payload !== null) headers['content-type'] = contentType;
  return { url, method: (options.method ?? 'get').toUpperCase(), headers, body: bodyOf(payload) };
}

function bodyOf(payload: unknown): string | Uint8Array | null {
  if (payload === undefined || payload === null) return null;
  if (typeof payload === 'string') return payload;
  if (Array.isArray(payload)) return Uint8Array.from(payload as number[]);
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(payload)) form.set(name, String(value));
  return form.toString();
}

function refuse(url: string, reply: FetchReply): never {
  const text = new TextDecoder().decode(reply.body).slice(0, 200);
  throw new Error(
    `Request failed for ${new URL(url).origin} returned code ${reply.status}. Truncated server ` +
      `response: ${text} (use muteHttpExceptions option to examine full response)`,
  );
}

function createResponse(emulate: Emulate, reply: FetchReply): object {
  const named = reply.headers.map(([name, value]) => [titleCase(name), value] as const);
  return emulate('HTTPResponse', {
    getResponseCode: () => reply.status,
    getContentText: (charset = 'utf-8') => new TextDecoder(charset).decode(reply.body),
    // Apps Script's bytes are signed.
    getContent: () => Array.from(new Int8Array(reply.body)),
    getHeaders: () => Object.fromEntries(named),
    getAllHeaders: () => Object.fromEntries(named),
  });
}

/** Google answers "Content-Type" whatever the server wrote. */
function titleCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
