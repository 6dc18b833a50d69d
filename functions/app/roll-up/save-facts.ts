// A workbook's facts → a file for each week. Only what has changed is written, so that a night without changes costs one call.
import { createHash } from 'node:crypto';
import type { Day } from '#core/calendar/day';
import type { Fact } from '#core/roll-up/facts';
import type { FactStore } from '../../ports/fact-store';

export interface SavedFacts {
  /** Weeks with facts. */
  readonly weeks: number;
  /** Files that were new or different. */
  readonly written: number;
  /** Files of weeks that have no facts any more. */
  readonly removed: number;
}

export async function saveFacts(
  store: FactStore,
  workbook: string,
  weeks: ReadonlyMap<Day, readonly Fact[]>,
): Promise<SavedFacts> {
  // No folders: every `*` of BigQuery's matches them all, and no id of a workbook has a dot.
  const prefix = `${workbook}.`;
  const present = await store.list(prefix);
  const contents = new Map(
    [...weeks].map(([week, facts]) => [`${prefix}${week}.ndjson`, linesOf(facts)]),
  );
  const changed = [...contents].filter(([name, content]) => present.get(name) !== md5(content));
  const gone = [...present.keys()].filter((name) => !contents.has(name));
  for (const [name, content] of changed) await store.write(name, content);
  for (const name of gone) await store.remove(name);
  return { weeks: contents.size, written: changed.length, removed: gone.length };
}

const linesOf = (facts: readonly Fact[]): string =>
  facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');

const md5 = (content: string): string => createHash('md5').update(content).digest('base64');
