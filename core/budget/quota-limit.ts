// What a session may cost besides its lecturer: people × days × quota, the days beyond thirty at a share.
import type { Day } from '../calendar/day';

import { findStandard, quotaOn, type Standard, type Standards } from '../model/standards';
import { LANGUAGES, type Text } from '../text/language';
import { toCents, yuanToCents, type Cents } from '../money/cents';
import { foldWord } from '../text/clean';

const { floor } = Math;

/** No rule found says what a half-day counts as: half a day, until the standards tab says otherwise. */
const HALF_DAY_HUNDREDTHS = 50;
const FULL_QUOTA_DAYS = 30;

export interface QuotaLimit {
  readonly quota: Standard;
  readonly people: number;
  /** What a half-day counts as, in hundredths of a day. */
  readonly dayHundredths: number;
  /** Nobody has entered what a half-day counts as. */
  readonly isDayAssumed: boolean;
  /** Percent of the quota: below 100 beyond the thirtieth day of the year's programme. */
  readonly percent: number;
  readonly limit: Cents;
}

export interface QuotaQuestion {
  readonly day: Day;
  readonly people: number;
  /** Half-days of the programme held earlier in the year. */
  readonly earlier: number;
}

/** Null when the standards tab has no quota for that day. */
export function quotaLimit(standards: Standards, question: QuotaQuestion): QuotaLimit | null {
  const quota = quotaOn(standards, question.day);
  return quota && limitBy(quota, standards, question);
}

/** What one head may cost, where the standards tab has a quota for it by its name; items may be shifted within the total. */
export function itemLimit(
  standards: Standards,
  question: QuotaQuestion,
  head: Text,
): QuotaLimit | null {
  for (const language of LANGUAGES) {
    const scope = foldWord(head[language]);
    const quota = findStandard(standards, { item: 'quota', scope, day: question.day });
    if (quota) return limitBy(quota, standards, question);
  }
  return null;
}

function limitBy(
  quota: Standard,
  standards: Standards,
  { day, people, earlier }: QuotaQuestion,
): QuotaLimit | null {
  const cents = yuanToCents(quota.value);
  if (cents === null) return null;
  const halfDay = findStandard(standards, { item: 'halfDayDays', scope: null, day });
  const dayHundredths = halfDay ? Math.round(halfDay.value * 100) : HALF_DAY_HUNDREDTHS;
  const isBeyond = earlier * dayHundredths >= FULL_QUOTA_DAYS * 100;
  const share = findStandard(standards, { item: 'longCourse', scope: null, day });
  const percent = isBeyond && share ? Math.round(share.value * 100) : 100;
  const limit = toCents(floor((people * dayHundredths * cents * percent) / 10_000));
  return { quota, people, dayHundredths, isDayAssumed: halfDay === null, percent, limit };
}
