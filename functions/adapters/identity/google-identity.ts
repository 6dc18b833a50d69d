// Verifies Google identity tokens: signature, audience, issuer, expiry, and that the address is a verified one.
import type { OAuth2Client } from 'google-auth-library';
import * as z from 'zod';
import { identityClient } from '../google-clients';
import { AppError } from '../../errors';
import type { IdentityPort } from '../../ports/identity';

export interface IdentityOptions {
  /** Never empty: without an audience every token that Google ever issued would pass. */
  readonly audiences: readonly string[];
  /** Further ones, which come and go with the workbooks. */
  readonly moreAudiences?: () => Promise<readonly string[]>;
  readonly certsUrl: string;
  /** Empty: Google's own. */
  readonly issuers: readonly string[];
}

/**
 * What Cloud Run puts in the place of a signature that it has checked. Such a token is never taken: were the check off, anybody could
 * write one.
 */
const REMOVED = '.SIGNATURE_REMOVED_BY_GOOGLE';

const Claims = z.object({ aud: z.string(), email: z.email(), email_verified: z.literal(true) });

export function googleIdentity(options: IdentityOptions): IdentityPort {
  const { audiences, moreAudiences, certsUrl, issuers } = options;
  if (audiences.length === 0) throw new Error('an identity verifier needs an audience');
  // Made for the first token: who brings none is refused without Google's library.
  let client: OAuth2Client | undefined;
  return {
    async verify(token) {
      if (token.endsWith(REMOVED)) throw new AppError('signatureRemoved');
      client ??= identityClient(certsUrl, issuers);
      const accepted = [...audiences, ...((await moreAudiences?.()) ?? [])];
      const claims = Claims.safeParse(await readClaims(client, token, accepted));
      if (!claims.success) throw new AppError('badToken');
      return { email: claims.data.email.toLowerCase(), audience: claims.data.aud };
    },
  };
}

async function readClaims(
  client: OAuth2Client,
  idToken: string,
  audiences: readonly string[],
): Promise<unknown> {
  try {
    return (await client.verifyIdToken({ idToken, audience: [...audiences] })).getPayload();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Failed to retrieve verification certificates')) {
      throw new AppError('keysUnavailable');
    }
    throw new AppError('badToken'); // the library's message quotes the token, so it is not kept as the cause
  }
}
