// Fingerprints: what a preview showed is what is written, or the call is refused.
import { createHash } from 'node:crypto';

/** 64 hexadecimal digits that change with any part of the content. */
export const fingerprintOf = (content: unknown): string => sha256(JSON.stringify(content));

export function sha256(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
