// Which columns hold the id of a row of another tab: those whose drop-down offers that tab's ids.
import type { Column } from '../workbook/column';
import type { TabKey } from '../workbook/tab-keys';
import { TABS } from '../workbook/tabs';
import type { ReferredTab } from './name-index';

const REFERRED: ReadonlySet<TabKey> = new Set<ReferredTab>([
  'roster',
  'speakers',
  'topics',
  'schedule',
]);

interface Reference {
  /** Key of the column in the tab's declaration. */
  readonly column: string;
  readonly target: ReferredTab;
}

export function referencesOf(tab: TabKey): Reference[] {
  return Object.entries<Column>(TABS[tab].columns).flatMap(([column, declared]) => {
    const from = declared.kind === 'id' ? declared.from : undefined;
    return from?.column === 'id' && isReferred(from.tab) ? [{ column, target: from.tab }] : [];
  });
}

/** The tab whose ids the column holds; null for any other column. */
export function referredTab(tab: TabKey, column: string | null): ReferredTab | null {
  return referencesOf(tab).find((reference) => reference.column === column)?.target ?? null;
}

const isReferred = (tab: TabKey): tab is ReferredTab => REFERRED.has(tab);
