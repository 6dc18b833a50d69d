// The rows a new workbook starts with: settings, statuses, who may administer, and the central standards as a model.
import { templateRows } from '../notice/words/default-templates';
import type { Language } from '../text/language';
import { INITIAL_FORBIDDEN } from '../workbook/tabs/initial-forbidden';
import { CENTRAL_STANDARDS } from '../workbook/tabs/initial-standards';
import { INITIAL_STATUSES } from '../workbook/tabs/initial-statuses';
import { SETTING_TEXTS } from '../workbook/read/settings.texts';
import { initialCell, SETTING_KEYS, type Settings } from '../workbook/read/settings';
import type { TabKey } from '../workbook/tab-keys';

export type InitialRow = Readonly<Record<string, unknown>>;

/** Values by column key; empty for tabs that start empty. */
export function initialRows(
  key: TabKey,
  language: Language,
  admins: readonly string[],
): readonly InitialRow[] {
  if (key === 'settings') return settingRows(SETTING_KEYS, language);
  if (key === 'statuses')
    return INITIAL_STATUSES.map(({ label, ...row }) => ({ ...row, label: label[language] }));
  if (key === 'roles') return admins.map((email) => ({ email, role: 'admin' }));
  if (key === 'administrators') return admins.map((email) => ({ email }));
  if (key === 'templates') return templateRows();
  if (key === 'forbidden') return INITIAL_FORBIDDEN;
  return key === 'standards' ? CENTRAL_STANDARDS : [];
}

/** The settings as rows with their defaults. */
export function settingRows(keys: readonly (keyof Settings)[], language: Language): InitialRow[] {
  return keys.map((key) => ({
    name: SETTING_TEXTS[key].label[language],
    value: initialCell(key, language),
    help: SETTING_TEXTS[key].help[language],
  }));
}
