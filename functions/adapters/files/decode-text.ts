// The bytes of a text file → its text. Chinese programs write GB18030 or UTF-8, with and without a byte-order mark; Excel's "Unicode text" is UTF-16.

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Null when the bytes are no text of any of these encodings. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  const encodings = marked ? [marked[0]] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    // A zero byte is in no text: this is another kind of file.
    if (text !== null) return text.includes('\0') ? null : text;
  }
  return null;
}

/** The decoder leaves the mark out. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding
  }
}
