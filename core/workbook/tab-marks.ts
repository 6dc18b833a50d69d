// Which of Lectern's tabs each sheet is: by the mark Lectern left on it, else by its title in any language.
import { withoutSpaces } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { OwnKey } from './snapshot';
import { TAB_KEYS, type TabKey } from './tab-keys';
import { TABS } from './tabs';

/** `key@layout`: the mark left on a tab. */
export const writeMark = (key: OwnKey, layout: string): string => `${key}@${layout}`;

interface Marked {
  readonly title: string;
  readonly mark: string | null;
}

interface Found {
  readonly key: OwnKey | null;
  readonly layout: string | null;
}

/** One answer per sheet. A key is given to one sheet only: a copied tab carries the mark too, the first one counts. */
export function findKeys(sheets: readonly Marked[]): Found[] {
  const taken = new Set<OwnKey>();
  const found = sheets.map(({ mark }): Found => {
    const [key = '', layout = ''] = mark?.split('@') ?? [];
    if (key === '' || taken.has(key)) return { key: null, layout: null };
    taken.add(key);
    return { key, layout };
  });
  return found.map((known, index) => {
    if (known.key !== null) return known;
    const key = keyOfTitle(sheets[index]?.title ?? '');
    if (key === null || taken.has(key)) return known;
    taken.add(key);
    return { key, layout: null };
  });
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
