// A token that acts for one mailbox of the domain, without any key file: the deployment's own account signs the request through
// the IAM credentials service, and Google's token service takes the signature.
import * as z from 'zod';

const COMPOSE = 'https://www.googleapis.com/auth/gmail.compose';
const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const LIFETIME_SECONDS = 3600;

const Signed = z.object({ signedJwt: z.string().min(1) });
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number() });

export interface Delegation {
  /** Address of the service account that the domain has delegated to. */
  readonly account: string;
  /** The mailbox that is acted for. */
  readonly sender: string;
  /** What may be done there; unless given, drafts may be made and sent. */
  readonly scope?: string;
  /** POSTs JSON with the deployment's own credentials and gives back the answer's body. */
  readonly post: (url: string, body: object) => Promise<unknown>;
  readonly now: () => Date;
}

export interface DelegatedToken {
  readonly access_token: string;
  readonly expiry_date: number;
}

export async function fetchDelegatedToken(
  { account, sender, scope = COMPOSE, post, now }: Delegation,
  fetchForm: typeof fetch = fetch,
): Promise<DelegatedToken> {
  const issued = Math.floor(now().getTime() / 1000);
  const payload = JSON.stringify({
    iss: account,
    sub: sender,
    scope,
    aud: TOKEN_URL,
    iat: issued,
    exp: issued + LIFETIME_SECONDS,
  });
  const url = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${encodeURIComponent(account)}:signJwt`;
  const { signedJwt } = Signed.parse(await post(url, { payload }));
  const response = await fetchForm(TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: signedJwt,
    }),
  });
  // The body of a refusal may repeat the assertion, so it is not quoted.
  if (!response.ok) throw new Error(`the token service answered ${response.status}`);
  const token = Token.parse(await response.json());
  return {
    access_token: token.access_token,
    expiry_date: (issued + token.expires_in) * 1000,
  };
}
