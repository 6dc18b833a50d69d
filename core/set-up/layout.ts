// How a declared tab looks in one workbook: widths, drop-downs, colours, protection, and a version of all that.
import type { Language } from '../text/language';
import type { ColumnLayout, LayOutTab } from '../workbook/write/change';
import type { Column } from '../workbook/column';
import type { Positions } from '../workbook/headers';
import type { TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs';

/** What the layout of one tab depends on besides its declaration. */
export interface LayoutContext {
  readonly language: Language;
  readonly admins: readonly string[];
  /** The name each tab has (or will have) in this workbook. */
  titleOf(key: TabKey): string;
  /** The position of each column, now or after set-up. */
  positionsOf(key: TabKey): Positions;
  /** The row of the headings, from 0. */
  headerRowOf(key: TabKey): number;
  /** The columns that set-up adds to a tab that a clerk laid out, of which nothing else is touched; null for a tab that Lectern lays out. */
  additionsTo(key: TabKey): readonly string[] | null;
  /** The heading a column already has; null when it has none yet. */
  headingOf(key: TabKey, column: string): string | null;
}

export type TabLayout = Pick<
  LayOutTab,
  'key' | 'headerRow' | 'layout' | 'columns' | 'protect' | 'colors'
>;

const WIDTHS: Partial<Record<Column['kind'], number>> = {
  day: 100,
  time: 70,
  money: 110,
  integer: 80,
  decimal: 80,
  percent: 80,
  yesNo: 70,
};
const USUAL_WIDTH = 120;
const YES_NO: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['是', '否'],
  'zh-TW': ['是', '否'],
  en: ['Yes', 'No'],
};

/** Colours of the words that should catch the eye, by tab, column and code. */
const COLORS: Partial<Record<TabKey, Readonly<Record<string, Readonly<Record<string, string>>>>>> =
  {
    schedule: { state: { planned: '#e8f0fe', held: '#e6f4ea', cancelled: '#f1f3f4' } },
    leave: {
      decision: {
        pending: '#fef7e0',
        approved: '#e6f4ea',
        refused: '#fce8e6',
        cancelled: '#f1f3f4',
      },
    },
    checks: { severity: { error: '#fce8e6', warning: '#fef7e0', info: '#e8f0fe' } },
    notices: {
      state: {
        sent: '#e6f4ea',
        failed: '#fce8e6',
        unknown: '#fef7e0',
        sending: '#fef7e0',
        skipped: '#f1f3f4',
      },
    },
  };

export function layoutOf(key: TabKey, context: LayoutContext): TabLayout {
  const tab = TABS[key];
  const positions = context.positionsOf(key);
  const additions = context.additionsTo(key);
  const columns = Object.entries<Column>(tab.columns).flatMap(([name, column]) => {
    const position = positions.get(name);
    if (position === undefined || additions?.includes(name) === false) return [];
    return [columnLayout(column, position, { name, key, context })];
  });
  const protectedFor = 'protectedFor' in tab ? tab.protectedFor : null;
  const protect = protectedFor
    ? {
        description: `Lectern ${key}`,
        editors: context.admins,
        warningOnly: protectedFor === 'lectern' || context.admins.length === 0,
      }
    : null;
  const colors = additions ? [] : colorsOf(key, positions, context.language);
  // Columns that were added once are the clerk's from then on, so they are no part of a clerk's layout.
  const lasting = additions ? [] : columns.map((column) => ({ ...column, width: null }));
  return {
    key,
    headerRow: context.headerRowOf(key),
    columns,
    protect,
    colors,
    layout: fingerprint(JSON.stringify({ columns: lasting, protect, colors })),
  };
}

/** Words, in any language, that Lectern's own colour rules look for in this tab. */
export function coloredWords(key: TabKey): Set<string> {
  const words = new Set<string>();
  for (const [name, byCode] of Object.entries(COLORS[key] ?? {})) {
    for (const code of Object.keys(byCode))
      Object.values(choiceWords(key, name, code)).forEach((word) => words.add(word));
  }
  return words;
}

function columnLayout(
  column: Column,
  position: number,
  at: { name: string; key: TabKey; context: LayoutContext },
): ColumnLayout {
  const { language } = at.context;
  const heading = at.context.headingOf(at.key, at.name);
  return {
    position,
    label: heading ?? column.label[language],
    kind: column.kind,
    width: heading === null ? (column.width ?? WIDTHS[column.kind] ?? USUAL_WIDTH) : null,
    note: column.help?.[language] ?? null,
    list: listOf(column, language),
    source: sourceOf(column, at.context),
  };
}

function listOf(column: Column, language: Language): ColumnLayout['list'] {
  // A choice in another language is understood too, so a foreign word is warned about, not refused.
  if (column.kind === 'choice')
    return { words: Object.values(column.choices).map((words) => words[language]), strict: false };
  return column.kind === 'yesNo' ? { words: YES_NO[language], strict: false } : null;
}

function sourceOf(column: Column, context: LayoutContext): ColumnLayout['source'] {
  if (column.kind === 'choice' || !column.from) return null;
  const { tab, column: name } = column.from;
  const position = context.positionsOf(tab).get(name);
  if (position === undefined) return null;
  return { title: context.titleOf(tab), position, firstRow: context.headerRowOf(tab) + 1 };
}

function colorsOf(key: TabKey, positions: Positions, language: Language): LayOutTab['colors'] {
  return Object.entries(COLORS[key] ?? {}).flatMap(([name, byCode]) => {
    const position = positions.get(name);
    if (position === undefined) return [];
    return Object.entries(byCode).map(([code, background]) => ({
      position,
      background,
      word: choiceWords(key, name, code)[language],
    }));
  });
}

function choiceWords(key: TabKey, name: string, code: string): Readonly<Record<Language, string>> {
  const column = Object.entries<Column>(TABS[key].columns).find(
    ([columnName]) => columnName === name,
  )?.[1];
  const words = column?.kind === 'choice' ? column.choices[code] : undefined;
  if (!words) throw new Error(`tab ${key} has no choice ${name}.${code}`);
  return words;
}

/** FNV-1a, 32 bits: shows whether a layout changed, nothing more. */
function fingerprint(value: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
