// The addresses within what people paste: a name before it, brackets around it, ideographic full stops in it.
import { withoutInvisible } from '../../text/clean';

const ADDRESS = /^[\w.'+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
/** What can be part of an address, also in alphabets that Lectern takes no address in: half of one is never offered. */
const BETWEEN = /[^\p{L}\p{N}\p{M}@\w.!#$%&'*+/=?^`{|}~-]|\p{Script=Han}/u;
/** Behind such an end the next word may go on with the same address. */
const UNFINISHED = /\w[._+&-]$/;

/** Each once, in small letters, in their order; none when one of them is not clear, because the rest would stand for all. */
export function addressesIn(words: string): string[] {
  const ordinary = withoutInvisible(words)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('。', '.')
    .replace(/\s*@\s*/g, '@')
    .replace(/mailto:/g, ' ');
  const found = wholeAddresses(ordinary) ?? wholeAddresses(withoutGaps(ordinary)) ?? [];
  return [...new Set(found)];
}

/** Null when something with an @ is no address as a whole. */
function wholeAddresses(ordinary: string): string[] | null {
  const parts = ordinary.split(new RegExp(BETWEEN, 'gu'));
  const found: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (!part.includes('@')) continue;
    const bare = part.replace(/^(['*`])(.*)\1$/, '$2').replace(/[.!?]+$/, '');
    const each = ADDRESS.test(bare) ? [bare] : bare.split(/[/|&]/);
    const isClear = each.every((one) => ADDRESS.test(one));
    if (!isClear || UNFINISHED.test(parts[index - 1] ?? '')) return null;
    found.push(...each);
  }
  return found;
}

/** Without the gaps in the domain of the one address there is. */
function withoutGaps(ordinary: string): string {
  const [local = '', domain = '', ...more] = ordinary.split('@');
  return more.length > 0 ? ordinary : `${local}@${domain.replace(/\s+/g, '')}`;
}
