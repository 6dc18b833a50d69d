/** Signs identity tokens as Google does: RS256, with the same claims; the functions verify them. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

export interface TokenRequest {
  readonly email: string;
  readonly audience?: string;
  /** Seconds; a negative number makes a token that is over. */
  readonly expiresIn?: number;
  readonly emailVerified?: boolean;
}

export interface IdentityIssuer {
  readonly issuer: string;
  readonly audience: string;
  issueToken(request: TokenRequest): string;
  /** Public keys in PEM by key id. */
  readonly certs: Readonly<Record<string, string>>;
}

const LIFETIME_SECONDS = 3600;

export function createIssuer(issuer: string, audience: string): IdentityIssuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const kid = createHash('sha256').update(pem).digest('hex').slice(0, 40);
  const header = encode({ alg: 'RS256', kid, typ: 'JWT' });
  return {
    issuer,
    audience,
    certs: { [kid]: pem },
    issueToken(request) {
      const signed = `${header}.${encode(claims(request, issuer, audience))}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}

function claims(request: TokenRequest, issuer: string, ownAudience: string): object {
  const audience = request.audience ?? ownAudience;
  // The verifier compares with the system's time, so the workbench's settable clock has no say here.
  const issuedAt = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    azp: audience,
    aud: audience,
    sub: subject(request.email),
    email: request.email,
    email_verified: request.emailVerified ?? true,
    iat: issuedAt,
    exp: issuedAt + (request.expiresIn ?? LIFETIME_SECONDS),
  };
}

/** Google names an account by a number of 21 digits that stays when the address changes; here it follows the address. */
function subject(email: string): string {
  const digest = createHash('sha256').update(email).digest('hex').slice(0, 20);
  return BigInt(`0x${digest}`).toString().padStart(21, '1').slice(0, 21);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
