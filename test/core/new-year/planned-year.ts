// A year planned from rows of last year's workbook: 2026 is the year of the source, 1 January 2027 the first day.
import { toDay } from '#core/calendar/day';
import { planNewYear, type NewYearPlan } from '#core/new-year/plan-new-year';
import { initialRows, settingRows } from '#core/set-up/initial-rows';
import type { Language } from '#core/text/language';
import { SETTING_KEYS } from '#core/workbook/read/settings';
import type { Cell, Tables } from '#core/workbook/table';
import type { TabKey } from '#core/workbook/tab-keys';
import { aMember } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aTable, aWorkbook, columnsOf } from '#test/support/builders/tables';

export type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const START = ['statuses', 'standards', 'forbidden', 'templates'] as const;

/** As set-up leaves a workbook. */
export function emptyYear(language: Language = 'zh-CN', rows: Rows = {}): Tables {
  const initial = START.map(
    (key) => [key, aTable(key, initialRows(key, language, []), language)] as const,
  );
  return {
    ...aWorkbook(),
    ...Object.fromEntries(initial),
    settings: aTable('settings', settingRows(SETTING_KEYS, language) as [], language),
    ...Object.fromEntries(
      Object.entries(rows).map(([key, some]) => [key, aTable(key as TabKey, some as [], language)]),
    ),
  };
}

interface Query {
  readonly source?: Rows | Tables;
  readonly target?: Tables;
  readonly language?: Language;
}

const isTables = (source: Rows | Tables): source is Tables => 'cells' in (source.roster ?? {});

export function plan({
  source = {},
  target = emptyYear(),
  language = 'zh-CN',
}: Query): NewYearPlan {
  const tables = isTables(source) ? source : aWorkbook(source);
  return planNewYear({
    source: { ...aSnapshot(tables), title: '云溪区 2026' },
    target: aSnapshot(target),
    year: 2027,
    today: toDay('2026-12-31'),
    language,
  });
}

/** Cells of one column of a tab, in order. */
export function column(planned: NewYearPlan, key: TabKey, name: string): (Cell | undefined)[] {
  const at = columnsOf(key).indexOf(name);
  const rows = planned.tabs.find((tab) => tab.key === key)?.rows ?? [];
  return rows.map((cells) => cells[at]);
}

export const member = (id: string, part: Parameters<typeof aMember>[0] = {}) =>
  aMember({ id, ...part });
