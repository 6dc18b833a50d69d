// The settings tab read: each row overrides the default of its setting.
import { foldWord } from '../text/clean';
import { wordsOf } from '../workbook/codes-by-word';
import { finding, type Finding } from '../workbook/finding';
import { isWithin, type Limits } from '../workbook/limits';
import { parseTable } from '../workbook/read/parse-table';
import { BAD_SETTING, SETTING_OUT_OF_LIMITS } from '../workbook/read/setting-rules';
import {
  defaultSettings,
  initialCell,
  SETTING_DECLARATIONS,
  SETTING_KEYS,
  type SettingDeclaration,
  type Settings,
} from '../workbook/read/settings';
import { SETTING_TEXTS, type SettingTexts } from '../workbook/read/settings.texts';
import type { Cell, Table } from '../workbook/table';
import { SETTINGS } from '../workbook/tabs/system';

/** A missing row or blank value means the default; a wrong value is a finding and means the default too. */
export function readSettings(table: Table | undefined): {
  settings: Settings;
  findings: Finding[];
} {
  const settings: Record<string, unknown> = { ...defaultSettings('zh-CN') };
  const findings: Finding[] = [];
  const { entries } = table ? parseTable(SETTINGS, table) : { entries: [] };
  for (const { row, cells } of entries) {
    const key = settingOf(cells.name ?? '');
    if (!key || cells.value === undefined || cells.value === null) continue;
    const declared: SettingDeclaration<unknown> = SETTING_DECLARATIONS[key];
    const { limits } = declared;
    const value = declared.read(cells.value);
    if (value === undefined) findings.push(badSetting(key, row, cells.value));
    else if (limits && typeof value === 'number' && !isWithin(value, limits))
      findings.push(outOfLimits(key, { row, value: cells.value, limits }));
    else settings[key] = value;
  }
  return { settings: settings as unknown as Settings, findings }; // defaults overlaid with values of the same kind
}

/** Of every name, folded, in any language and of earlier versions. */
const SETTING_OF_NAME: ReadonlyMap<string, keyof Settings> = new Map(
  SETTING_KEYS.flatMap((key) => {
    const { label, formerLabels = [] }: SettingTexts = SETTING_TEXTS[key];
    const names = [...wordsOf(key, label), ...formerLabels.map(foldWord)];
    return names.map((name) => [name, key] as const);
  }),
);

/** The setting that a name means, in any language or as an earlier version named it; null: none. */
export function settingOf(name: string): keyof Settings | null {
  return SETTING_OF_NAME.get(foldWord(name)) ?? null;
}

function badSetting(key: keyof Settings, row: number, value: Cell): Finding {
  const { label, help } = SETTING_TEXTS[key];
  return finding(BAD_SETTING, { tab: 'settings', row, column: 'value' }, value, { label, help });
}

function outOfLimits(
  key: keyof Settings,
  { row, value, limits }: { readonly row: number; readonly value: Cell; readonly limits: Limits },
): Finding {
  const { label, help } = SETTING_TEXTS[key];
  const facts = { label, help, least: limits[0], most: limits[1] };
  const initial = initialCell(key, 'zh-CN');
  const place = { tab: 'settings', row, column: 'value' } as const;
  return finding(SETTING_OUT_OF_LIMITS, place, value, { ...facts, initial });
}
