// Which days are off and which rest days are worked, by the official notices and the workbook's own corrections.
import { text, type Text } from '../text/language';
import { weekdayOf, type Day } from './day';
import { OFFICIAL_YEARS } from './years';

/** `off`: public holiday; `work`: a Saturday or Sunday that is worked instead; `restDay`: an ordinary Saturday or Sunday. */
export type DayKind =
  | { readonly kind: 'off' | 'work' | 'restDay' | 'workday'; readonly name: Text | null }
  /** Nobody has published this year's days yet: nothing may be assumed. */
  | { readonly kind: 'unknown' };

/** A row of the holidays tab: it wins over the built-in data. */
export interface HolidayOverride {
  /** `ordinary`: neither a holiday nor worked in exchange; only its weekday decides. */
  readonly kind: 'off' | 'work' | 'ordinary';
  readonly name: string | null;
}
export type HolidayOverrides = ReadonlyMap<Day, HolidayOverride>;

const NAMES: Readonly<Record<string, Text>> = {
  newYear: text('元旦', '元旦', 'New Year’s Day'),
  springFestival: text('春节', '春節', 'Spring Festival'),
  tombSweeping: text('清明节', '清明節', 'Tomb-sweeping Day'),
  labour: text('劳动节', '勞動節', 'Labour Day'),
  dragonBoat: text('端午节', '端午節', 'Dragon Boat Festival'),
  midAutumn: text('中秋节', '中秋節', 'Mid-autumn Festival'),
  national: text('国庆节', '國慶節', 'National Day'),
  victory: text('抗战胜利纪念日', '抗戰勝利紀念日', 'Victory Day'),
};

export function dayKind(day: Day, overrides: HolidayOverrides = new Map()): DayKind {
  const own = overrides.get(day);
  if (own?.kind === 'ordinary') return { kind: usualKind(day), name: null };
  if (own) return { kind: own.kind, name: sameInAll(own.name) };
  const year = OFFICIAL_YEARS[day.slice(0, 4)];
  if (!year) return { kind: 'unknown' };
  const date = day.slice(5);
  const off = year.off[date];
  if (off !== undefined) return { kind: 'off', name: NAMES[off] ?? null };
  const work = year.work[date];
  if (work !== undefined) return { kind: 'work', name: NAMES[work] ?? null };
  return { kind: usualKind(day), name: null };
}

const usualKind = (day: Day): 'restDay' | 'workday' =>
  weekdayOf(day) >= 6 ? 'restDay' : 'workday';

/** First and last year with built-in data. */
export function officialYears(): { readonly first: number; readonly last: number } {
  const years = Object.keys(OFFICIAL_YEARS).map(Number);
  return { first: Math.min(...years), last: Math.max(...years) };
}

function sameInAll(name: string | null): Text | null {
  return name === null ? null : text(name, name, name);
}
