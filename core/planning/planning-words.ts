// What planning found, as sentences.
import { joined, joinedClauses } from '../text/listed';
import { weekdayOf } from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import { fill, type Language } from '../text/language';
import type { ClosedWeek } from './free-slots';
import type { Obstacle } from './obstacles';
import type { PlanConcern } from './proposal';
import { CONCERN_TEXTS, OBSTACLE_TEXTS, PLANNING_TEXTS } from './planning.texts';

export const concernText = ({ code, facts }: PlanConcern, language: Language): string =>
  fill(CONCERN_TEXTS[code][language], facts);

export const obstacleText = ({ code, facts }: Obstacle, language: Language): string =>
  fill(OBSTACLE_TEXTS[code][language], facts);

/** So many reasons are named; more say the same of other days. */
const NAMED_REASONS = 3;

/** Why a topic found no place: what spoke against the speakers, or that nobody could be thought of. */
export function whyText(reasons: readonly string[], language: Language): string {
  if (reasons.length === 0) return PLANNING_TEXTS.nobody[language];
  return joinedClauses(reasons.slice(0, NAMED_REASONS), language);
}

/** `2026-10-02 周五 国庆节、2026-10-03 周六 国庆节`. */
export function weekText({ days }: ClosedWeek, language: Language): string {
  return joined(
    days.map(({ date, kind }) => {
      const name = kind.kind === 'unknown' ? null : kind.name?.[language];
      const label = PLANNING_TEXTS[kind.kind][language];
      return [date, weekdayName(weekdayOf(date))[language], name ?? label].join(' ');
    }),
    language,
  );
}
