// Reasons that clerks typed into the checks tab: the same finding keeps its reason on every later run, wherever its row has moved.
import { acceptWithReason, type Finding } from '../workbook/finding';
import { tidy } from '../text/clean';
import { parseTable } from '../workbook/read/parse-table';
import type { TabRow } from '../workbook/tab';
import type { Table, Tables } from '../workbook/table';
import { CHECKS } from '../workbook/tabs/system';
import { locatorOf } from './locate';

type CheckRow = TabRow<typeof CHECKS>;

type FindingKey = Pick<Partial<CheckRow>, 'rule' | 'tab' | 'cell' | 'entry' | 'value'>;

/** The reason given for a finding; null when there is none. */
export type ReasonOf = (row: FindingKey) => string | null;

/** The same finding on the next run: same rule, tab and value, on the row with the same key; a row without one is identified by its cell. */
function findingIdentity({ rule, tab, cell, entry, value }: FindingKey): string {
  return [rule, tab, entry ?? cell, value].map((part) => tidy(part ?? '')).join('|');
}

/** Null when no reason was given at all. A tab made before rows had keys identifies them by their cells. */
export function reasonsIn(checks: Table | undefined): ReasonOf | null {
  if (!checks) return null;
  const { entries, positions } = parseTable(CHECKS, checks);
  const hasKeys = positions.has('entry');
  const reasons = new Map(
    entries.flatMap(({ cells }) =>
      cells.ignoreReason ? [[findingIdentity(cells), cells.ignoreReason]] : [],
    ),
  );
  if (reasons.size === 0) return null;
  return (row) => reasons.get(findingIdentity(hasKeys ? row : { ...row, entry: null })) ?? null;
}

/** Warnings with a reason stay listed as notes; an error cannot be reasoned away. */
export function withIgnored(findings: readonly Finding[], tables: Tables): readonly Finding[] {
  const reasonOf = reasonsIn(tables.checks);
  if (!reasonOf) return findings;
  const locator = locatorOf(tables);
  return findings.map((found) => {
    const { rule, value, tab } = found;
    if (rule.severity !== 'warning') return found;
    const at = { entry: locator.entry(found) || null, cell: locator.address(found) };
    const told = { rule: rule.code, tab: tables[tab]?.title ?? '', ...at, value };
    return acceptWithReason(found, reasonOf(told));
  });
}
