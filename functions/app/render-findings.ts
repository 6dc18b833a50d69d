import type { RenderedFinding } from '#core/contract/rendered-finding';
import { renderFinding, type Finding } from '#core/finding';
import type { Language } from '#core/text/language';
import { findHeaders, type Positions } from '#core/workbook/headers';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { cellName } from '#core/workbook/cell-name';

/** Findings with the names a clerk sees: the tab's title, the cell's address, sentences in their language. */
export function renderFindings(
  findings: readonly Finding[],
  snapshot: Snapshot,
  language: Language,
): RenderedFinding[] {
  const positions = new Map<TabKey, Positions>();
  const positionsOf = (key: TabKey): Positions => {
    const table = snapshot.tables[key];
    const known =
      positions.get(key) ??
      (table ? findHeaders(TABS[key], table).positions : new Map<string, number>());
    positions.set(key, known);
    return known;
  };
  return findings.map((found) => {
    const place = placeOf(snapshot, found.tab);
    const column = found.column === null ? 0 : positionsOf(found.tab).get(found.column);
    return {
      rule: found.rule.code,
      severity: found.rule.severity,
      tab: found.tab,
      tabTitle: place?.title ?? TABS[found.tab].title[language],
      sheetId: place?.sheetId ?? null,
      cell: found.row === null || column === undefined ? null : cellName(found.row, column),
      value: found.value,
      ...renderFinding(found, language),
    };
  });
}
