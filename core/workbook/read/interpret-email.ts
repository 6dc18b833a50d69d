// The addresses within what people paste: a name before it, brackets around it, ideographic full stops in it.
import { withoutInvisible } from '../../text/clean';

const ADDRESS = /[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g;

/** Each once, in small letters, in their order. */
export function addressesIn(words: string): string[] {
  const ordinary = withoutInvisible(words)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('。', '.')
    .replace(/\s*@\s*/g, '@')
    .replace(/mailto:/g, ' ');
  const found = ordinary.match(ADDRESS) ?? ordinary.replace(/\s+/g, '').match(ADDRESS) ?? [];
  return [...new Set(found)];
}
