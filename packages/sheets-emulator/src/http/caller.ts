/**
 * Who calls. Any bearer token will do, but there must be one: an e-mail address is that person, any other token is the
 * owner of this server, who may do everything. An API key alone names nobody.
 */
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error';
import { OWNER_EMAIL } from '../model/defaults';

export type Caller =
  | { readonly kind: 'owner'; readonly email: string }
  | { readonly kind: 'person'; readonly email: string }
  | { readonly kind: 'key' };

const MISSING =
  'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

const KEY_MAY_NOT_WRITE =
  'API keys are not supported by this API. Expected OAuth2 access token or other authentication credentials that assert a principal. See https://cloud.google.com/docs/authentication';

function tokenOf(request: IncomingMessage, query: URLSearchParams): string | undefined {
  const [, token] = /^Bearer (\S+)/i.exec(request.headers.authorization ?? '') ?? [];
  return token ?? query.get('access_token') ?? query.get('oauth_token') ?? undefined;
}

/** Throws 401 when nothing says who calls, or when only a key does and the call writes. */
export function callerOf(
  request: IncomingMessage,
  query: URLSearchParams,
  kind: 'read' | 'write',
): Caller {
  const token = tokenOf(request, query);
  if (token !== undefined) {
    return /^[^@\s]+@[^@\s]+$/.test(token)
      ? { kind: 'person', email: token }
      : { kind: 'owner', email: OWNER_EMAIL };
  }
  const hasKey = query.get('key') !== null || request.headers['x-goog-api-key'] !== undefined;
  if (!hasKey) throw new ApiError('UNAUTHENTICATED', MISSING);
  if (kind === 'write') throw new ApiError('UNAUTHENTICATED', KEY_MAY_NOT_WRITE);
  return { kind: 'key' };
}
