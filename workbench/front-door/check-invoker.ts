/**
 * Cloud Run's invoker check: which header it reads, whom it lets in, and what is left of the token behind it.
 * With both headers it reads `X-Serverless-Authorization` and leaves `Authorization` alone.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type { TokenClaims } from '../identity/read-token';

export interface InvokerRules {
  /** The service's own address and its custom audiences. */
  readonly audiences: readonly string[];
  /** Members with the role `run.invoker`: `user:…`, `serviceAccount:…` or `domain:…`. */
  readonly invokers: readonly string[];
  /** Null for a token that was not signed by Google or is over. */
  readonly read: (token: string) => TokenClaims | null;
}

export type InvokerDecision =
  | { readonly isLetIn: true; readonly headers: IncomingHttpHeaders }
  | { readonly isLetIn: false; readonly status: 401 | 403 };

const SERVERLESS = 'x-serverless-authorization';
/** What replaces the signature behind the check: nobody can verify such a token again. */
const REMOVED = 'SIGNATURE_REMOVED_BY_GOOGLE';

export function checkInvoker(headers: IncomingHttpHeaders, rules: InvokerRules): InvokerDecision {
  const name = SERVERLESS in headers ? SERVERLESS : 'authorization';
  const sent = headers[name];
  if (sent === undefined) return { isLetIn: false, status: 403 };
  const [, token = ''] = /^Bearer (\S+)$/i.exec(String(sent)) ?? [];
  const claims = rules.read(token);
  if (claims === null || !rules.audiences.includes(claims.aud)) {
    return { isLetIn: false, status: 401 };
  }
  if (!rules.invokers.some((member) => isMember(claims.email, member))) {
    return { isLetIn: false, status: 403 };
  }
  const stripped = `Bearer ${token.slice(0, token.lastIndexOf('.'))}.${REMOVED}`;
  return { isLetIn: true, headers: { ...headers, [name]: stripped } };
}

function isMember(email: string, member: string): boolean {
  const [kind, name = ''] = member.toLowerCase().split(':');
  if (kind === 'domain') return email.toLowerCase().endsWith(`@${name}`);
  return ['user', 'serviceaccount'].includes(kind ?? '') && email.toLowerCase() === name;
}
