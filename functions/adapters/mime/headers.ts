// Header values that cannot hold a second header: control characters become spaces, everything unusual becomes encoded words (RFC 2047).
import * as z from 'zod';

const Address = z.email();

/** One address without quoted parts, comments or lists; the domain is ASCII. */
export function isAddress(value: string): boolean {
  return Address.safeParse(value).success;
}

/** Throws on a text that is not exactly one address: callers have checked it, and a mail must never go elsewhere. */
export function addressHeader({ name, address }: { name: string; address: string }): string {
  if (!isAddress(address)) throw new Error('not one mail address');
  const shown = withoutControls(name);
  if (shown === '') return address;
  return /^[A-Za-z0-9 ]{1,60}$/.test(shown)
    ? `"${shown}" <${address}>`
    : `${encodedWords(shown)}\r\n <${address}>`;
}

/** A subject or the like. */
export function textHeader(value: string): string {
  const shown = withoutControls(value);
  const isPlain = /^[\x20-\x7e]{0,60}$/.test(shown) && !shown.includes('=?');
  return isPlain ? shown : encodedWords(shown);
}

function withoutControls(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** A line with encoded words has at most 76 characters (RFC 2047), the header's name included; a character is never cut in two. */
const MOST_BYTES = 39;

function encodedWords(value: string): string {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (const character of value) {
    const size = Buffer.byteLength(character);
    if (bytes + size > MOST_BYTES) {
      words.push(word);
      [word, bytes] = ['', 0];
    }
    word += character;
    bytes += size;
  }
  return [...words, word]
    .map((one) => `=?UTF-8?B?${Buffer.from(one, 'utf8').toString('base64')}?=`)
    .join('\r\n ');
}
