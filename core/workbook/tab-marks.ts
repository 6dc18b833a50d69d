// Which of Lectern's tabs each sheet is: by the mark Lectern left on it, else by its title in any language.
import { withoutSpaces } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { OwnKey } from './snapshot';
import { TAB_KEYS, type TabKey } from './tab-keys';
import { TABS } from './tabs';

/** `key@layout#sheetId`: the mark left on a tab. Google copies it with the tab, so it names the tab it was left on. */
export const writeMark = (key: OwnKey, layout: string, sheetId: number): string =>
  `${key}@${layout}#${sheetId}`;

interface Marked {
  readonly sheetId: number;
  readonly title: string;
  readonly mark: string | null;
}

interface Found {
  readonly key: OwnKey | null;
  readonly layout: string | null;
}

interface Mark {
  readonly key: OwnKey;
  readonly layout: string;
  /** Null in the marks of older versions. */
  readonly sheetId: number | null;
}

/**
 * One answer per sheet. A mark is believed on the tab that it names, not on a copy of it. A key is given to one sheet only: a mark that
 * names its tab comes before one that names none, and of those the first counts.
 */
export function findKeys(sheets: readonly Marked[]): Found[] {
  const marks = sheets.map(({ mark }) => readMark(mark));
  const taken = new Set<OwnKey>();
  sheets.forEach(({ sheetId }, index) => {
    const mark = marks[index];
    if (mark?.sheetId === sheetId) taken.add(mark.key);
  });
  const found = sheets.map(({ sheetId }, index): Found => {
    const mark = marks[index];
    if (!mark || !isBelieved(mark, sheetId, taken)) return { key: null, layout: null };
    taken.add(mark.key);
    return { key: mark.key, layout: mark.layout };
  });
  return found.map((known, index) => {
    if (known.key !== null) return known;
    const key = keyOfTitle(sheets[index]?.title ?? '');
    if (key === null || taken.has(key)) return known;
    taken.add(key);
    return { key, layout: null };
  });
}

function isBelieved(mark: Mark, sheetId: number, taken: ReadonlySet<OwnKey>): boolean {
  return mark.sheetId === null ? !taken.has(mark.key) : mark.sheetId === sheetId;
}

function readMark(text: string | null): Mark | null {
  const [, key, layout = '', sheetId] = /^([^@]+)@?([^#]*)(?:#(\d+))?$/.exec(text ?? '') ?? [];
  if (key === undefined) return null;
  return { key, layout, sheetId: sheetId === undefined ? null : Number(sheetId) };
}

function keyOfTitle(title: string): TabKey | null {
  const folded = withoutSpaces(title).toLowerCase();
  return (
    TAB_KEYS.find((key) =>
      LANGUAGES.some(
        (language) => withoutSpaces(TABS[key].title[language]).toLowerCase() === folded,
      ),
    ) ?? null
  );
}
