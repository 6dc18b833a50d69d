// Caps and quotas by item, scope and day: what applies on a day comes from a row of the standards tab, never from a constant.
import type { Day } from '../calendar/day';
import { foldWord } from '../text/clean';
import { codesByWord } from '../workbook/codes-by-word';
import { SPEAKERS } from '../workbook/tabs/people';
import { isWithin } from '../workbook/limits';
import { STANDARD_LIMITS, type STANDARDS } from '../workbook/tabs/rules';
import type { EntryOf, RowOf } from './book';

export type StandardItem = keyof typeof STANDARDS.columns.item.choices;
export type TitleLevel = keyof typeof SPEAKERS.columns.titleLevel.choices;

/** A standard as the rules use it. */
export interface Standard {
  readonly value: number;
  readonly documentNumber: string;
  readonly level: RowOf<'standards'>['level'];
  readonly from: Day;
  readonly to: Day | null;
  readonly row: number;
}

export interface Standards {
  readonly byItem: ReadonlyMap<string, readonly Standard[]>;
  /** Whether a row could not be read, or has a value outside its limits: then no standard is reported as missing. */
  readonly hasUnreadable: boolean;
}

export interface StandardQuery {
  readonly item: StandardItem;
  /** Title level, course category or cost head; null: the item has no scope. */
  readonly scope: string | null;
  readonly day: Day;
}

const TITLE_LEVELS = codesByWord(SPEAKERS.columns.titleLevel);

/** The scopes a text names: the whole text when it is a title level, otherwise its parts. */
export function scopesOf(scope: string | null | undefined): string[] {
  const whole = foldWord(scope ?? '');
  if (whole === '' || TITLE_LEVELS.has(whole)) return [TITLE_LEVELS.get(whole) ?? ''];
  return whole.split(/[、,，;；]/).map((part) => TITLE_LEVELS.get(part) ?? part);
}

export function isTitleLevel(scope: string): boolean {
  return TITLE_LEVELS.has(scope) || [...TITLE_LEVELS.values()].some((level) => level === scope);
}

export function toStandards(entries: readonly EntryOf<'standards'>[]): Standards {
  const standards = new Map<string, Standard[]>();
  let hasUnreadable = false;
  for (const { row, cells } of entries) {
    const { item, value, from, documentNumber = '', level = 'central' } = cells;
    const isUsable =
      item !== undefined && value !== undefined && isWithin(value, STANDARD_LIMITS[item]);
    if (!isUsable || from === undefined) {
      hasUnreadable = true;
      continue;
    }
    const rate: Standard = { value, documentNumber, level, from, to: cells.to ?? null, row };
    for (const scope of scopesOf(cells.scope)) {
      const list = standards.get(`${item}|${scope}`);
      if (list) list.push(rate);
      else standards.set(`${item}|${scope}`, [rate]);
    }
  }
  for (const list of standards.values()) list.sort(mostLocalAndNewestFirst);
  return { byItem: standards, hasUnreadable };
}

/** The standard valid that day: of several the most local, then the newest; null when no row gives one. */
export function findStandard(
  standards: Standards,
  { item, scope, day }: StandardQuery,
): Standard | null {
  const rows = standards.byItem.get(`${item}|${scope ?? ''}`) ?? [];
  return rows.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null;
}

/** District courses are of the third category; a quota row without a scope applies to all. */
const CATEGORY_SCOPES = ['三类', '三類', 'class3', null];

/** The quota per person and day that is valid that day; null when no row gives one. */
export function quotaOn(standards: Standards, day: Day): Standard | null {
  for (const scope of CATEGORY_SCOPES) {
    const quota = findStandard(standards, { item: 'quota', scope, day });
    if (quota) return quota;
  }
  return null;
}

const LEVELS: readonly Standard['level'][] = ['district', 'city', 'province', 'central'];

function mostLocalAndNewestFirst(a: Standard, b: Standard): number {
  const byLevel = LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
  if (byLevel !== 0) return byLevel;
  return a.from === b.from ? a.row - b.row : a.from < b.from ? 1 : -1;
}
