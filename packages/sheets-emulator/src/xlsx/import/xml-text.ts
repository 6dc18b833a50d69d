/** Small looks into the XML of a part: whole readers are the library's. Prefixes of names do not matter. */

import { isAscii } from 'node:buffer';

export type Attributes = Readonly<Record<string, string>>;

export interface Tag {
  readonly attributes: Attributes;
  /** The text between this tag and its end; empty without an end. */
  readonly inside: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

export const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(dec) : parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Names without their prefixes; of two that differ only in it, the one without counts. */
export function attributesOf(tag: string): Attributes {
  const attributes: Record<string, string> = {};
  for (const [, prefix, name = '', , text = ''] of tag.matchAll(
    /(?<=\s)(?:([\w.-]+):)?([\w.-]+)\s*=\s*(["'])([\s\S]*?)\3/g,
  )) {
    if (prefix === undefined || !(name in attributes)) attributes[name] = unescapeXml(text);
  }
  return attributes;
}

/** All elements of a name, which must not hold others of that name. */
export function* elements(xml: string, name: string): Generator<Tag> {
  const pattern = new RegExp(
    `<(?:[\\w.-]+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}\\s*>)`,
    'g',
  );
  for (const [, attributes = '', inside = ''] of xml.matchAll(pattern)) {
    yield { attributes: attributesOf(attributes), inside };
  }
}

/** Bytes from which on it is worth a look whether they need decoding at all. */
const LARGE = 1_000_000;

/** The text of a part in its own encoding: UTF-8, unless its first bytes or words name another. */
export const partText = (bytes: Buffer): string =>
  bytes.length > LARGE && isAscii(bytes)
    ? bytes.toString('latin1')
    : decode(bytes, encodingOf(bytes));

/** The same part in UTF-8. */
export function utf8Part(bytes: Buffer): Buffer {
  const encoding = encodingOf(bytes);
  if (!/^utf-?8$/i.test(encoding)) return Buffer.from(decode(bytes, encoding));
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('latin1');
  if (mark === '\xff\xfe') return 'utf-16le';
  if (mark === '\xfe\xff') return 'utf-16be';
  const [, named] = /^[^>]*\sencoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  return named ?? 'utf-8';
}

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // an encoding that nobody knows
  }
}
