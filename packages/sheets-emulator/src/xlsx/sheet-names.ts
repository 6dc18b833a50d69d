/** What sheets are called in an .xlsx file: at most 31 characters and none of `[]:*?/\`. */

const MAX_CHARACTERS = 31;

/** Gives the name in the file for the title of a sheet. */
export type NameOf = (title: string) => string;

/** Names stay distinct, whatever the case; a title the file can hold stays as it is. */
export function sheetNames(titles: readonly string[]): NameOf {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const title of titles) {
    const name = freeName(allowedName(title), taken);
    taken.add(name.toLowerCase());
    names.set(title.toLowerCase(), name);
  }
  return (title) => names.get(title.toLowerCase()) ?? title;
}

function allowedName(title: string): string {
  const allowed = title.replace(/[[\]:*?/\\]/g, '-').replace(/^'|'$/g, '-');
  return cut(allowed, MAX_CHARACTERS);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count++) {
    const mark = ` (${count})`;
    free = cut(name, MAX_CHARACTERS - mark.length) + mark;
  }
  return free;
}

/** A character that takes two places is not cut in the middle. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
