// Findings as an answer carries them: in the reader's language.
import { locatorOf } from '#core/checks/locate';
import type { RenderedFinding } from '#core/contract/rendered-finding';
import { renderFinding, type Finding } from '#core/workbook/finding';
import type { Language } from '#core/text/language';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';

/** Findings with the names a clerk sees: the tab's title, the cell's address, sentences in their language. */
export function renderFindings(
  findings: readonly Finding[],
  snapshot: Snapshot,
  language: Language,
): RenderedFinding[] {
  const locator = locatorOf(snapshot.tables);
  return findings.map((found) => {
    const place = placeOf(snapshot, found.tab);
    return {
      rule: found.rule.code,
      severity: found.rule.severity,
      tab: found.tab,
      tabTitle: place?.title ?? TABS[found.tab].title[language],
      sheetId: place?.sheetId ?? null,
      cell: locator.address(found),
      entry: locator.entry(found),
      value: found.value,
      ...renderFinding(found, language),
      accepted: found.accepted ?? null,
      fix: found.fix ? { before: found.value, after: found.fix.shown } : null,
    };
  });
}
