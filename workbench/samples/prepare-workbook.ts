// A new spreadsheet on the local server, set up as the sidebar's button would do it and filled with a sample.
import { withNames } from '#core/names/shown-names';
import { overlay } from '#core/row-safety/overlay';
import { planSetUp } from '#core/set-up/plan-set-up';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { initialCell } from '#core/workbook/read/settings';
import { localeOf, type Language } from '#core/text/language';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { districtSample } from './district';
import { emptySample } from './empty';
import { sampleChanges } from './sample-changes';
import type { Sample } from './sample';
import { DISTRICT_TIME, writeSampleTime } from './sample-time';

export const SAMPLE_NAMES = ['district', 'empty'] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

export interface NewWorkbook {
  /** The Sheets server's address. */
  readonly rootUrl: string;
  readonly sample: SampleName;
  readonly language: Language;
  /** In place of the sample's own rows. */
  readonly rows?: Sample;
}

const SAMPLES = { district: districtSample, empty: emptySample };
const ADMINS = ['admin@example.org'];

/** The new spreadsheet's id. */
export async function prepareWorkbook(wanted: NewWorkbook): Promise<string> {
  const { rootUrl, sample, language, rows = SAMPLES[sample]() } = wanted;
  const client = localSheetsClient(rootUrl);
  const workbook = googleWorkbook(() => client);
  const { data } = await client.spreadsheets.create({
    requestBody: {
      properties: {
        title: sample === 'empty' ? initialCell('programme', language) : TITLES[language],
        locale: localeOf(language),
        timeZone: 'Asia/Shanghai',
      },
      sheets: [
        {
          properties: {
            title: TABS[TAB_KEYS[0]].title[language],
            gridProperties: { rowCount: 1000, columnCount: 20, frozenRowCount: 1 },
          },
        },
      ],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  const blank = await workbook.read(spreadsheetId, TAB_KEYS);
  await workbook.apply(blank, planSetUp(blank, { language, admins: ADMINS }).changes);
  const ready = await workbook.read(spreadsheetId, TAB_KEYS);
  const changes = sampleChanges(rows, ready, language);
  await workbook.apply(ready, withNames(overlay(ready, changes), changes));
  if (sample === 'district') await writeSampleTime(client, spreadsheetId, DISTRICT_TIME);
  return spreadsheetId;
}

const TITLES: Readonly<Record<Language, string>> = {
  'zh-CN': '云溪区领导干部理论学习 2026',
  'zh-TW': '雲溪區領導幹部理論學習 2026',
  en: 'Yunxi District study programme 2026',
};
