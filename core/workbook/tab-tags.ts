// Which of Lectern's tabs each sheet is: by the tag that Lectern left on it, otherwise by its title in any language.
import { foldWord } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { OwnKey } from './snapshot';
import type { Tab } from './tab';
import { REGISTRY_TAB_KEYS, TAB_KEYS, type TabKey } from './tab-keys';
import { TABS } from './tabs';

/** `key@layout#sheetId`: the tag left on a tab. Google copies it with the tab, so it names the tab it was left on. */
export const writeTabTag = (key: OwnKey, layout: string, sheetId: number): string =>
  `${key}@${layout}#${sheetId}`;

/** Keys that earlier versions wrote into tags, and their present ones. */
const FORMER_KEYS: Readonly<Record<string, TabKey>> = { rates: 'standards' };

interface TaggedSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly tag: string | null;
}

interface Found {
  readonly key: OwnKey | null;
  readonly layout: string | null;
}

interface TabTag {
  readonly key: OwnKey;
  readonly layout: string;
  /** Null in the tags of older versions. */
  readonly sheetId: number | null;
}

/**
 * One answer per sheet. A tag is believed on the tab that it names, not on a copy of it. A key is given to one sheet only: a tag that
 * names its tab comes before one that names none, and of those the first counts.
 * `titled` are the tabs that a sheet without a tag may be, by its title.
 */
export function findKeys(
  sheets: readonly TaggedSheet[],
  titled: readonly TabKey[] = TAB_KEYS,
): Found[] {
  const tags = sheets.map(({ tag }) => readTabTag(tag));
  const taken = new Set<OwnKey>();
  sheets.forEach(({ sheetId }, index) => {
    const tag = tags[index];
    if (tag?.sheetId === sheetId) taken.add(tag.key);
  });
  const found = sheets.map(({ sheetId }, index): Found => {
    const tag = tags[index];
    if (!tag || !isOwnTag(tag, sheetId, taken)) return { key: null, layout: null };
    taken.add(tag.key);
    return { key: tag.key, layout: tag.layout };
  });
  return found.map((known, index) => {
    if (known.key !== null) return known;
    const key = keyOfTitle(sheets[index]?.title ?? '', titled);
    if (key === null || taken.has(key)) return known;
    taken.add(key);
    return { key, layout: null };
  });
}

function isOwnTag(tag: TabTag, sheetId: number, taken: ReadonlySet<OwnKey>): boolean {
  return tag.sheetId === null ? !taken.has(tag.key) : tag.sheetId === sheetId;
}

function readTabTag(text: string | null): TabTag | null {
  const [, key, layout = '', sheetId] = /^([^@]+)@?([^#]*)(?:#(\d+))?$/.exec(text ?? '') ?? [];
  if (key === undefined) return null;
  return {
    key: FORMER_KEYS[key] ?? key,
    layout,
    sheetId: sheetId === undefined ? null : Number(sheetId),
  };
}

/** The tabs of the kind of file that these tabs are wanted from: in a workbook a clerk's own tab may have the title of one of the registry's. */
export const tabsOfSameFile = (wanted: readonly TabKey[]): readonly TabKey[] =>
  REGISTRY_TAB_KEYS.some((key) => wanted.includes(key)) ? REGISTRY_TAB_KEYS : TAB_KEYS;

function keyOfTitle(title: string, titled: readonly TabKey[]): TabKey | null {
  const folded = foldWord(title);
  return titled.find((key) => titlesOf(TABS[key]).includes(folded)) ?? null;
}

function titlesOf({ title, formerTitles = [] }: Tab): string[] {
  return [...LANGUAGES.map((language) => title[language]), ...formerTitles].map(foldWord);
}
