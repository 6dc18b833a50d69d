/** Reads a token as Google's front does: only one that the issuer signed, and that is not over. */
import { verify } from 'node:crypto';
import * as z from 'zod';
import type { IdentityIssuer } from './issuer';

const Header = z.object({ alg: z.literal('RS256'), kid: z.string() });
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  email: z.email(),
  exp: z.number(),
});

export type TokenClaims = z.infer<typeof Claims>;

/** Null for anything else. */
export function readToken(
  token: string,
  { certs, issuer }: Pick<IdentityIssuer, 'certs' | 'issuer'>,
): TokenClaims | null {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const { kid } = Header.safeParse(decode(header)).data ?? {};
  const claims = Claims.safeParse(decode(payload)).data;
  const pem = kid !== undefined && Object.hasOwn(certs, kid) ? certs[kid] : undefined;
  if (pem === undefined || claims === undefined || more.length > 0) return null;
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', signed, pem, Buffer.from(signature, 'base64url'))) return null;
  // The system's time, as in the issuer.
  return claims.iss === issuer && claims.exp > Date.now() / 1000 ? claims : null;
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null; // not a part of a token
  }
}
