// A coming week in words: its sessions, its holidays, the rest days that are worked.
import { joinedClauses } from '../text/listed';
import type { Day } from '../calendar/day';
import type { SessionEntry } from '../model/session';
import { fill, type Language } from '../text/language';
import type { ComingWeek, SpecialDays } from './coming-weeks';
import { DASHBOARD_TEXTS } from './dashboard.texts';

/** `11-27`: the year is that of the week. */
const short = (day: Day): string => day.slice(5);

/** No names of people: the week is also behind the leaders' link. */
export function describeWeek(week: ComingWeek, language: Language): string {
  const { sessions, specialDays, isUnpublished } = week;
  const parts = [
    ...sessions.map((session) => describeSession(session)),
    ...specialDays.map((days) => describeDays(days, language)),
    ...(isUnpublished ? [DASHBOARD_TEXTS.unpublished[language]] : []),
  ];
  const nothing = sessions.length === 0 ? [DASHBOARD_TEXTS.nothing[language]] : [];
  return joinedClauses([...nothing, ...parts], language);
}

function describeSession({ cells }: SessionEntry): string {
  const { date, start = '', title = '' } = cells;
  return [date === undefined ? '' : short(date), start, title]
    .filter((part) => part !== '')
    .join(' ');
}

function describeDays({ kind, from, to, name }: SpecialDays, language: Language): string {
  const days = from === to ? short(from) : `${short(from)}—${short(to)}`;
  if (name === null) return fill(DASHBOARD_TEXTS[`${kind}Unnamed`][language], { days });
  return fill(DASHBOARD_TEXTS[kind][language], { days, name: name[language] });
}
