/** `GET /identity/token?email=…` and `GET /identity/certs`. */
import * as z from 'zod';
import { HttpProblem } from '../server/problem';
import type { Route } from '../server/route';
import { sendBytes, sendText } from '../server/send';
import type { IdentityIssuer, TokenRequest } from './issuer';

const TokenQuery = z.strictObject({
  email: z.email(),
  audience: z.string().min(1).optional(),
  expiresIn: z.coerce.number().int().optional(),
  emailVerified: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
});

export function identityRoute(issuer: IdentityIssuer): Route {
  return ({ request, response, url, rest }) => {
    if (request.method !== 'GET') throw new HttpProblem(405, 'Use GET.', { allow: 'GET' });
    if (rest === '/token') {
      sendText(response, issuer.issueToken(readQuery(url)));
    } else if (rest === '/certs') {
      sendBytes(response, JSON.stringify(issuer.certs), {
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'public, max-age=3600',
        },
      });
    } else {
      throw new HttpProblem(404, 'There are /identity/token and /identity/certs.');
    }
  };
}

function readQuery(url: URL): TokenRequest {
  const query = TokenQuery.safeParse(Object.fromEntries(url.searchParams));
  if (!query.success) {
    const names = query.error.issues.map((issue) => issue.path.join('.') || issue.message);
    throw new HttpProblem(
      400,
      `Send ?email=somebody@example.org; not understood: ${names.join(', ')}.`,
    );
  }
  const { email, audience, expiresIn, emailVerified } = query.data;
  return {
    email,
    ...(audience === undefined ? {} : { audience }),
    ...(expiresIn === undefined ? {} : { expiresIn }),
    ...(emailVerified === undefined ? {} : { emailVerified }),
  };
}
