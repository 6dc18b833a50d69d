// The bytes that JSON is made of. After the last byte there is a 0 instead of `undefined`: comparing numbers with numbers only is much faster.
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const COMMA = 0x2c;
export const COLON = 0x3a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** Whether a number, `true`, `false` or `null` ends before this byte. */
export const endsPlain = (byte: number): boolean =>
  byte <= SPACE || byte === COMMA || byte === CLOSE_LIST;

/** Where the text or plain value that begins at `at` ends; what it holds is not looked at. */
export function endOfToken(bytes: Uint8Array, at: number): number {
  let end = at;
  if (byteAt(bytes, at) !== QUOTE) {
    while (!endsPlain(byteAt(bytes, end))) end += 1;
    return end;
  }
  for (end += 1; end < bytes.length && byteAt(bytes, end) !== QUOTE; end += 1)
    if (byteAt(bytes, end) === BACKSLASH) end += 1;
  return end + 1;
}

export function skipSpace(bytes: Uint8Array, at: number): number {
  let next = at;
  for (;;) {
    const byte = byteAt(bytes, next);
    if (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB) return next;
    next += 1;
  }
}
