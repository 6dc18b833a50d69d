import { randomUUID } from 'node:crypto';
import type { Emulate } from '../emulate';
import { formatDate } from './format-date';

export function createUtilities(emulate: Emulate): object {
  return emulate('Utilities', {
    formatDate,
    getUuid: () => randomUUID(),
    sleep(milliseconds: number) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    },
    base64Encode: (data: string | number[]) => bytesOf(data).toString('base64'),
    base64EncodeWebSafe: (data: string | number[]) =>
      bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
    base64Decode: (text: string) => signedBytes(Buffer.from(text, 'base64')),
    base64DecodeWebSafe: (text: string) => signedBytes(Buffer.from(text, 'base64url')),
  });
}

function bytesOf(data: string | number[]): Buffer {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);
}

/** Apps Script's bytes run from -128 to 127. */
function signedBytes(bytes: Buffer): number[] {
  return Array.from(new Int8Array(bytes));
}
