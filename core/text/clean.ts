/**
 * Characters nobody sees: direction marks, zero-width spaces and joiners, soft hyphens, byte-order marks, and the selectors that choose
 * one drawing of a Chinese character. They come with what is pasted from web pages, address books and printed files. The joiner within
 * an emoji stays, and so does the override that turns the letters after it around: it can be seen.
 */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202D\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|(?<!\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)\u200D|(?<=\p{Script=Han})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * What any of them begins with, as a single UTF-16 unit: almost no text has one, and to look at what stands before each character
 * takes ten times as long.
 */
const PERHAPS_INVISIBLE =
  /[\uFE00-\uFE0F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202D\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uDB40]/;

/** Every reading and comparison of text begins with this, so that no two texts differ that look the same. */
export function withoutInvisible(value: string): string {
  return PERHAPS_INVISIBLE.test(value) ? value.replace(INVISIBLE, '') : value;
}

/** Whether there is nothing to see in it. */
export const isInvisible = (value: string): boolean => withoutInvisible(value).trim() === '';

/** What people paste besides the letters: ordinary, ideographic and no-break spaces, thin spaces, byte-order marks. */
const SPACES = /[\s\u00A0\u2000-\u200A\u3000]+/gu;

/** Without spaces at either end; spaces of any kind inside become one ordinary space. */
export function tidy(value: string): string {
  return withoutInvisible(value).normalize('NFC').replace(SPACES, ' ').trim();
}

/** Every line tidied, blank lines at both ends dropped. Ideographic spaces before a line are its indent and stay. */
export function tidyLines(value: string): string {
  return value
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(tidyLine)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

const LEADING_SPACES = /^\s*/u;

function tidyLine(line: string): string {
  const words = tidy(line);
  const indent = (LEADING_SPACES.exec(withoutInvisible(line))?.[0] ?? '').replace(
    /[^\u3000]/gu,
    '',
  );
  return words === '' ? '' : indent + words;
}

/** Without any space: the form in which names, ids and header labels are compared (a name with a gap inside equals the same name without). */
export function withoutSpaces(value: string): string {
  return withoutInvisible(value).normalize('NFC').replace(SPACES, '');
}

/** The form in which a word of a list, a label, a title or an id is looked up: without spaces, in small letters. */
export function foldWord(word: string): string {
  return withoutSpaces(word).toLowerCase();
}

/** The signs between the parts of a name, which differ from keyboard to keyboard; a full stop only between Chinese characters. */
const MIDDLE_DOTS =
  /[\u00B7\u2022\u2027\u30FB\u2219\u22C5\u16EB\u2E31]|(?<=\p{Script=Han}\s*)\.(?=\s*\p{Script=Han})/gu;

/** Characters of the radicals supplement that look like whole ones; they come from printed files, and NFKC does not know them. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [
    '⺠民',
    '⻁虎',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻢马',
    '⻣骨',
    '⻤鬼',
    '⻥鱼',
    '⻦鸟',
    '⻧卤',
    '⻨麦',
    '⻩黄',
    '⻬齐',
    '⻮齿',
    '⻰龙',
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Spaces beside a Chinese character or a middle dot only set a name out. */
const SPACES_OF_LAYOUT = /(?<=[\p{Script=Han}·]) | (?=[\p{Script=Han}·])/gu;

/**
 * The one form in which a name is kept and compared: characters of compatibility made ordinary, one kind of middle dot, no space
 * between Chinese characters, and one between words of other scripts.
 */
export function foldName(name: string): string {
  const ordinary = withoutInvisible(name)
    .normalize('NFKC')
    .replace(/[\u2E80-\u2EFF]/gu, (character) => LOOK_ALIKES.get(character) ?? character)
    .replace(MIDDLE_DOTS, '·');
  const words = tidy(ordinary);
  return words.includes(' ') ? words.replace(SPACES_OF_LAYOUT, '') : words;
}

/** The form in which what a clerk types for a person or a session is compared: a name, a unit, a post or an id. */
export function foldNameOrId(words: string): string {
  return foldName(words).toLowerCase();
}
