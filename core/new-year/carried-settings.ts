// The settings of last year's workbook in the new one: the year moves on, and what was changed there already stays.
import { entriesOf } from '../model/book';
import { settingOf } from '../model/read-settings';
import { LANGUAGES, type Language } from '../text/language';
import { initialCell, SETTING_KEYS, type Settings } from '../workbook/read/settings';
import { SETTING_TEXTS } from '../workbook/read/settings.texts';
import type { Tables } from '../workbook/table';

export interface CarriedSetting {
  readonly key: keyof Settings;
  readonly value: string;
  /** The sheet's number of its row in the new workbook; null: it has none yet. */
  readonly row: number | null;
}

export interface CarriedSettings {
  readonly settings: readonly CarriedSetting[];
  /** Names of settings that somebody changed in the new workbook before: they stay as they are. */
  readonly kept: readonly string[];
}

/** A round of orders belongs to its year. */
const OF_THE_YEAR: readonly (keyof Settings)[] = ['ordersOpen', 'ordersClose'];

/** What a copy has to change: the year moves on, and the round of orders is over. */
export function copiedSettings(
  copy: Tables,
  { year, language }: { readonly year: number; readonly language: Language },
): CarriedSettings {
  const settings = [...settingsIn(copy)].flatMap(([key, { row, value }]): CarriedSetting[] => {
    if (key === 'year') return [{ key, value: String(year), row }];
    const initial = initialCell(key, language);
    return OF_THE_YEAR.includes(key) && value !== initial ? [{ key, value: initial, row }] : [];
  });
  const hasYear = settings.some(({ key }) => key === 'year');
  return {
    settings: hasYear ? settings : [{ key: 'year', value: String(year), row: null }, ...settings],
    kept: [],
  };
}

/** The new workbook's headings are in the language it was set up with. */
export function carriedSettings(
  source: Tables,
  target: Tables,
  { year, language }: { readonly year: number; readonly language: Language },
): CarriedSettings {
  const [old, now] = [settingsIn(source), settingsIn(target)];
  const settings: CarriedSetting[] = [];
  const kept: string[] = [];
  for (const key of SETTING_KEYS) {
    if (key === 'language' || OF_THE_YEAR.includes(key)) continue;
    const before = now.get(key);
    const value = key === 'year' ? String(year) : old.get(key)?.value;
    if (value === undefined || value === '' || value === before?.value) continue;
    if (key !== 'year' && isChanged(key, before?.value)) {
      kept.push(SETTING_TEXTS[key].label[language]);
      continue;
    }
    settings.push({ key, value, row: before?.row ?? null });
  }
  return { settings, kept };
}

const isChanged = (key: keyof Settings, value = ''): boolean =>
  value !== '' && LANGUAGES.every((language) => initialCell(key, language) !== value);

interface SettingCell {
  readonly row: number;
  readonly value: string;
}

/** Of two rows with one name the last one counts, as for whoever reads the settings. */
function settingsIn(tables: Tables): ReadonlyMap<keyof Settings, SettingCell> {
  const found = new Map<keyof Settings, SettingCell>();
  for (const { row, cells } of entriesOf(tables, 'settings')) {
    const key = settingOf(cells.name ?? '');
    if (key !== null) found.set(key, { row, value: cells.value ?? '' });
  }
  return found;
}
