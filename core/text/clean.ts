/** What people paste besides the letters: ordinary, ideographic and no-break spaces, thin spaces, byte-order marks. */
const SPACES = /[\s\u00A0\u2000-\u200B\u3000\uFEFF]+/gu;

/** Without spaces at either end; spaces of any kind inside become one ordinary space. */
export function tidy(value: string): string {
  return value.normalize('NFC').replace(SPACES, ' ').trim();
}

/** Every line tidied, blank lines at both ends dropped. Ideographic spaces before a line are its indent and stay. */
export function tidyLines(value: string): string {
  return value
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(tidyLine)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

const LEADING_SPACES = /^[\s\u200B]*/u;

function tidyLine(line: string): string {
  const words = tidy(line);
  const indent = (LEADING_SPACES.exec(line)?.[0] ?? '').replace(/[^\u3000]/gu, '');
  return words === '' ? '' : indent + words;
}

/** Without any space: the form in which names, ids and header labels are compared (a name with a gap inside equals the same name without). */
export function withoutSpaces(value: string): string {
  return value.normalize('NFC').replace(SPACES, '');
}

/** All that stands between the parts of a name, which keyboards write as they like. */
const MIDDLE_DOTS = /[·•‧・･∙⋅᛫]/gu;

/** The form in which a name that somebody typed is compared: without spaces, and with one kind of middle dot. */
export function foldName(name: string): string {
  return withoutSpaces(name).replace(MIDDLE_DOTS, '·');
}
