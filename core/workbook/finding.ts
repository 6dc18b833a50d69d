// A wrong entry as data: where it is, what is wrong, what to do. Never thrown.
import { fill, type Language, type Text } from '../text/language';
import { masked, maskNumbers } from '../text/mask';
import type { Column } from './column';
import type { Cell } from './table';
import type { TabKey } from './tab-keys';
import { TABS } from './tabs/index';

export type Severity = 'error' | 'warning' | 'info';

/** One rule a finding can come from. */
export interface Rule {
  /** Stable code: V01–V34 of the rule book, W.. for the workbook's shape. */
  readonly code: string;
  readonly severity: Severity;
  /** Document number or section the rule comes from; null for common sense. */
  readonly source: string | null;
  readonly message: Text;
  /** What the clerk should do. */
  readonly suggestion: Text;
}

/** Where the entry is. `row` is the sheet's own row number (1 = header row); null: the whole tab. */
export interface Place {
  readonly tab: TabKey;
  readonly row: number | null;
  /** Column key of the tab's declaration; null: the whole row. */
  readonly column: string | null;
}

/** A correction; nothing is changed unless a clerk applies it. */
export interface Fix {
  readonly place: Place;
  /** The cell's content; a fix is written only while it is unchanged. */
  readonly before: Cell;
  /** What would be written, RAW: days and times are serial numbers. */
  readonly after: Cell;
  /** `after` as a clerk reads it. */
  readonly shown: string;
}

export interface Finding extends Place {
  readonly rule: Rule;
  /** The cell's content as a clerk would recognise it; numbers of people's papers are masked. */
  readonly value: string;
  /** Values for the places in the rule's message and suggestion. */
  readonly facts: Readonly<Record<string, string | number | Text>>;
  readonly fix?: Fix;
  /** Another correction of a cell that has a finding already: it is offered, and counts as no finding of its own. */
  readonly isFurtherChoice?: true;
  /** The reason in the row that makes this exception acceptable; such a finding is listed as a note and blocks nothing. */
  readonly accepted?: string;
}

export function finding(
  rule: Rule,
  place: Place,
  value: unknown,
  facts: Finding['facts'] = {},
): Finding {
  const { tab, row, column } = place;
  const shown = showValue(value, isSecret(place) ? masked : maskNumbers);
  return { tab, row, column, rule, value: shown, facts: withoutNumbers(facts) };
}

export function isSecret({ tab, column }: Pick<Place, 'tab' | 'column'>): boolean {
  const columns: Readonly<Record<string, Column>> = TABS[tab].columns;
  return column !== null && columns[column]?.secret === true;
}

function withoutNumbers(facts: Finding['facts']): Finding['facts'] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' ? maskNumbers(fact) : fact,
    ]),
  );
}

/** The finding with a correction; without one that would show a number of somebody's papers. */
export function attachFix(found: Finding, fix: Fix): Finding {
  return isSecret(found) || maskNumbers(fix.shown) !== fix.shown ? found : { ...found, fix };
}

/** With a reason the finding stays listed, but only as a note; without one it stays as it is. */
export function acceptWithReason(found: Finding, reason: string | null | undefined): Finding {
  return reason ? { ...found, rule: { ...found.rule, severity: 'info' }, accepted: reason } : found;
}

/** Message and suggestion in one language. */
export function renderFinding(
  found: Finding,
  language: Language,
): { message: string; suggestion: string } {
  const facts: Record<string, string | number> = { value: found.value };
  for (const [name, fact] of Object.entries(found.facts))
    facts[name] = typeof fact === 'object' ? fact[language] : fact;
  return {
    message: fill(found.rule.message[language], facts),
    suggestion: fill(found.rule.suggestion[language], facts),
  };
}

/** At most this much of a cell is repeated in a finding. */
const SHOWN_CHARACTERS = 80;

/** So much is looked through for numbers: far more than is shown. */
const READ_CHARACTERS = 1000;

function showValue(value: unknown, mask: (words: string) => string): string {
  const written =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
  const shown = mask(written.slice(0, READ_CHARACTERS));
  if (shown.length <= SHOWN_CHARACTERS) return shown;
  const characters = Array.from(shown.slice(0, SHOWN_CHARACTERS * 2 + 2)); // a character takes one or two places
  return characters.length > SHOWN_CHARACTERS
    ? `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`
    : shown;
}
