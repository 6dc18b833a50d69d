/** The registry: a second spreadsheet in the data file, made when it is first asked for, with the workbook entered in it. */
import { readFile, writeFile } from 'node:fs/promises';
import { toLocalTime } from '#core/calendar/zone';
import { enterWorkbook } from '#core/registry/change-registry';
import { planSetUp } from '#core/set-up/plan-set-up';
import { localeOf, type Language } from '#core/text/language';
import { REGISTRY_TAB_KEYS } from '#core/workbook/tab-keys';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';

interface RegistryParts {
  /** Keeps the registry's id beside the data file. */
  readonly idFile: string;
  /** The Sheets server's address. */
  readonly rootUrl: string;
  readonly language: Language;
  readonly admins: readonly string[];
  /** Of the data file. */
  readonly spreadsheetIds: readonly string[];
  /** The workbook that the page shows. */
  readonly first: { readonly id: string; readonly name: string };
  readonly now: () => Date;
}

const TITLES: Readonly<Record<Language, string>> = {
  'zh-CN': '工作簿登记簿',
  'zh-TW': '活頁簿登記簿',
  en: 'Registry of workbooks',
};
const TIME_ZONE = 'Asia/Shanghai';

/** The registry's id. */
export async function openRegistry(parts: RegistryParts): Promise<string> {
  const kept = (await readFile(parts.idFile, 'utf8').catch(() => '')).trim();
  if (parts.spreadsheetIds.includes(kept)) return kept;
  const id = await makeRegistry(parts);
  await writeFile(parts.idFile, id);
  return id;
}

async function makeRegistry({
  rootUrl,
  language,
  admins,
  first,
  now,
}: RegistryParts): Promise<string> {
  const client = localSheetsClient(rootUrl);
  const workbook = googleWorkbook(() => client);
  const properties = {
    title: TITLES[language],
    locale: localeOf(language),
    timeZone: TIME_ZONE,
  };
  const { data } = await client.spreadsheets.create({ requestBody: { properties } });
  const id = data.spreadsheetId ?? '';
  const tabs = REGISTRY_TAB_KEYS;
  const blank = await workbook.read(id, tabs);
  await workbook.apply(blank, planSetUp(blank, { language, admins, tabs }).changes);
  const ready = await workbook.read(id, tabs);
  const addedOn = toLocalTime(now(), TIME_ZONE).day;
  await workbook.apply(ready, enterWorkbook(ready, { ...first, addedOn }));
  return id;
}
