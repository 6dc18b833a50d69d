/** Any bearer token will do, but there must be one; an API key alone may not see private files. */
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error';

const MISSING =
  'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

export function checkCredentials(request: IncomingMessage, query: URLSearchParams): void {
  const header = request.headers.authorization ?? '';
  if (/^Bearer \S+/i.test(header)) return;
  if (query.get('access_token') !== null || query.get('oauth_token') !== null) return;
  if (query.get('key') !== null) {
    throw new ApiError('PERMISSION_DENIED', 'The caller does not have permission');
  }
  throw new ApiError('UNAUTHENTICATED', MISSING);
}
