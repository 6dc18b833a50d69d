// Ballots are keyed digests (HMAC-SHA256), sealed answers are encrypted (AES-256-GCM, NIST SP 800-38D), both with the key of the links.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { BallotPort } from '../../ports/ballots';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Five scores and the longest comment in four-byte characters fit into one block, so that the length reveals nothing. */
const BLOCK_BYTES = 2048;

export function keyedBallots(key: string): BallotPort {
  const digest = (words: string): Buffer => createHmac('sha256', key).update(words).digest();
  const sealKey = digest('lectern|seal');
  const additional = (session: Parameters<BallotPort['seal']>[1]): Buffer =>
    Buffer.from(JSON.stringify([session.spreadsheetId, session.sessionId]));
  return {
    ballot: ({ spreadsheetId, sessionId, memberId }) =>
      digest(`lectern|ballot|${JSON.stringify([spreadsheetId, sessionId, memberId])}`).toString(
        'base64url',
      ),
    seal(answer, session) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, sealKey, iv).setAAD(additional(session));
      const content = Buffer.concat([cipher.update(padded(answer)), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url');
    },
    open(sealed, session) {
      const bytes = Buffer.from(sealed, 'base64url');
      // Node reads past signs that are none of base64url: a copy written differently would pass for another answer.
      if (bytes.toString('base64url') !== sealed) return null;
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
      const iv = bytes.subarray(0, IV_BYTES);
      const decipher = createDecipheriv(CIPHER, sealKey, iv, { authTagLength: TAG_BYTES })
        .setAAD(additional(session))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const content = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([content, decipher.final()]).toString('utf8').trimEnd();
      } catch {
        return null; // the only way in which Node reports a wrong key or an altered text
      }
    },
  };
}

function padded(answer: string): Buffer {
  const bytes = Buffer.from(answer, 'utf8');
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK_BYTES));
  return Buffer.concat([bytes, Buffer.alloc(blocks * BLOCK_BYTES - bytes.length, ' ')]);
}
