// Links that carry their claims and a signature of them (HMAC-SHA256, RFC 2104): nothing is kept here, and nothing can be altered.
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../errors';
import type { LinkClaims, LinkPort, LinkPurpose } from '../../ports/links';

export interface LinkOptions {
  /** At least 32 characters that nobody can guess. */
  readonly key: string;
  /** The public address of the pages; null: links can be read but not made. */
  readonly pagesUrl: string | null;
}

const LEAST_KEY = 32;
/** Ids are short; anything longer was not made here. */
const LONGEST_TOKEN = 1_000;
const Claims = z.tuple([z.string(), z.string(), z.string().nullable(), z.int()]);

export function signedLinks({ key, pagesUrl }: LinkOptions): LinkPort {
  if (key.length < LEAST_KEY) throw new Error('a link key needs at least 32 characters');
  const sign = (purpose: LinkPurpose, payload: string): Buffer =>
    createHmac('sha256', key).update(`lectern|${purpose}|${payload}`).digest();
  const token: LinkPort['token'] = (purpose, claims) => {
    const payload = encode(claims);
    return `${payload}.${sign(purpose, payload).toString('base64url')}`;
  };
  const readSigned: LinkPort['readSigned'] = (purpose, given) => {
    const [payload = '', signature = ''] = given.length > LONGEST_TOKEN ? [] : given.split('.', 2);
    return isSame(signature, sign(purpose, payload)) ? decode(payload) : null;
  };
  return {
    token,
    readSigned,
    address: (purpose, claims) =>
      pagesUrl === null
        ? null
        : `${pagesUrl.replace(/\/$/, '')}/${purpose}?t=${token(purpose, claims)}`,
    verify(purpose, given, now) {
      const claims = readSigned(purpose, given);
      if (claims === null) throw new AppError('badLink');
      if (claims.expires <= now)
        throw new AppError(purpose.startsWith('checkIn') ? 'codeExpired' : 'linkExpired');
      return claims;
    },
  };
}

/** In constant time, so that the delay reveals nothing about the right signature. */
function isSame(signature: string, expected: Buffer): boolean {
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function encode({ spreadsheetId, occasionId, memberId, expires }: LinkClaims): string {
  const parts = [spreadsheetId, occasionId, memberId, Math.floor(expires.getTime() / 1000)];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(payload: string): LinkClaims | null {
  // Its signature was right, so it is what `encode` made, perhaps of an older version.
  const parsed = Claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success) return null;
  const [spreadsheetId, occasionId, memberId, seconds] = parsed.data;
  return { spreadsheetId, occasionId, memberId, expires: new Date(seconds * 1000) };
}
