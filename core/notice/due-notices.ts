// Which notices are due now, by the settings. People who have one already are skipped later, so a second, late or missed call does no harm.
import { addDays, type Day } from '../calendar/day';
import { dayKind, type HolidayOverrides } from '../calendar/holidays';
import type { LocalTime } from '../calendar/zone';
import type { OrderRound } from '../model/order-round';
import type { TimedSession } from '../model/session';
import type { Settings } from '../workbook/read/settings';
import {
  NOTICE_KIND_KEYS,
  NOTICE_KINDS,
  type NoticeKindFacts,
} from '../workbook/tabs/notice-kinds';
import type { NoticeKind } from './notice';

export interface DueNotice {
  readonly kind: NoticeKind;
  /** Of what it is about: a session's, a round's or a period's. */
  readonly occasionId: string;
}

type DaysSetting = NoticeKindFacts['dueDays'][number];
type When = Pick<Settings, DaysSetting | 'noticeTime'>;

/** No holiday is longer; without a limit the search would not end in a calendar of holidays only. */
const LONGEST_HOLIDAY = 30;
/** What follows a session is sent so many days late at most: switching the schedule on sends no mails about last month. */
const LATEST_DAYS = 7;

interface Schedule {
  readonly settings: When;
  readonly holidays: HolidayOverrides;
}

/** In the order of the schedule; nothing that precedes a session is due once it has begun. */
export function dueNotices(
  sessions: readonly TimedSession[],
  now: LocalTime,
  schedule: Schedule,
): DueNotice[] {
  return sessions.flatMap((session) => {
    if (session.state !== 'held' && !isToCome(session, now)) return [];
    const isDue = session.state === 'held' ? isDueAfter : isDueBefore;
    return IN_SEND_ORDER.filter(
      (kind) =>
        NOTICE_KINDS[kind].about === 'session' &&
        NOTICE_KINDS[kind].state === session.state &&
        NOTICE_KINDS[kind].dueDays.every((setting) =>
          isDue(setting, session.date, { now, ...schedule }),
        ),
    ).map((kind) => ({ kind, occasionId: session.id }));
  });
}

/** Between the opening and the closing day: the invitation at once, the others so many days before the closing day. */
export function dueOrderNotices(
  round: OrderRound | null,
  now: LocalTime,
  schedule: Schedule,
): DueNotice[] {
  if (!round || round.closes < now.day) return [];
  const at = { now, ...schedule };
  // On a day off nobody reads an invitation: it waits for the first working day.
  if (!isPast(workingDay(round.opens, 1, at.holidays), now, at.settings)) return [];
  return IN_SEND_ORDER.filter(
    (kind) =>
      NOTICE_KINDS[kind].about === 'orders' &&
      NOTICE_KINDS[kind].dueDays.every((setting) => isDueBefore(setting, round.closes, at)),
  ).map((kind) => ({ kind, occasionId: round.id }));
}

const IN_SEND_ORDER = NOTICE_KIND_KEYS.toSorted(
  (left, right) => NOTICE_KINDS[left].sendOrder - NOTICE_KINDS[right].sendOrder,
);

interface At extends Schedule {
  readonly now: LocalTime;
}

function isDueBefore(setting: DaysSetting, event: Day, at: At): boolean {
  const day = dayBefore(setting, event, at);
  return day !== null && isPast(day, at.now, at.settings);
}

function isDueAfter(setting: DaysSetting, event: Day, at: At): boolean {
  const day = dayAfter(setting, event, at);
  return (
    day !== null && isPast(day, at.now, at.settings) && at.now.day <= addDays(day, LATEST_DAYS)
  );
}

/** Null: switched off. */
function dayBefore(setting: DaysSetting, event: Day, { settings, holidays }: Schedule): Day | null {
  const days = settings[setting];
  // No days ahead: the notice itself goes out on the day; everything else is switched off.
  if (days <= 0 && setting !== 'noticeLeadDays') return null;
  return workingDay(addDays(event, -days), -1, holidays);
}

/** Null: switched off. */
function dayAfter(setting: DaysSetting, event: Day, { settings, holidays }: Schedule): Day | null {
  const days = settings[setting];
  return days === 0 ? null : workingDay(addDays(event, days), 1, holidays);
}

/** The first day and time after now at which a notice becomes due that is not due yet; null: none is to come. */
export function nextDueTime(
  {
    sessions,
    round,
  }: { readonly sessions: readonly TimedSession[]; readonly round: OrderRound | null },
  now: LocalTime,
  schedule: Schedule,
): LocalTime | null {
  const { noticeTime } = schedule.settings;
  const days = [
    ...sessions.flatMap((session) => daysOfSession(session, schedule)),
    ...(round ? daysOfRound(round, schedule) : []),
  ].filter((day) => !isPast(day, now, schedule.settings));
  const [first] = days.sort();
  return first === undefined ? null : { day: first, time: noticeTime };
}

function daysOfSession(session: TimedSession, schedule: Schedule): Day[] {
  const dayOf = session.state === 'held' ? dayAfter : dayBefore;
  return NOTICE_KIND_KEYS.flatMap((kind) => {
    const { about, state, dueDays } = NOTICE_KINDS[kind];
    if (about !== 'session' || state !== session.state) return [];
    const day = lastOf(dueDays.map((setting) => dayOf(setting, session.date, schedule)));
    if (day === null) return [];
    const isInTime =
      session.state === 'held' || isToCome(session, { day, time: schedule.settings.noticeTime });
    return isInTime ? [day] : [];
  });
}

function daysOfRound(round: OrderRound, schedule: Schedule): Day[] {
  const opens = workingDay(round.opens, 1, schedule.holidays);
  return NOTICE_KIND_KEYS.flatMap((kind) => {
    const { about, dueDays } = NOTICE_KINDS[kind];
    if (about !== 'orders') return [];
    const before = dueDays.map((setting) => dayBefore(setting, round.closes, schedule));
    const day = lastOf([opens, ...before]);
    return day !== null && day <= round.closes ? [day] : [];
  });
}

/** Null for none, and where one of them is switched off. */
function lastOf(days: readonly (Day | null)[]): Day | null {
  const known = days.filter((day) => day !== null).sort();
  return known.length === days.length ? (known.at(-1) ?? null) : null;
}

const isToCome = ({ date, start }: TimedSession, now: LocalTime): boolean =>
  date > now.day || (date === now.day && start > now.time);

const isPast = (day: Day, now: LocalTime, { noticeTime }: When): boolean =>
  day < now.day || (day === now.day && noticeTime <= now.time);

/** From a day off: the last working day before it for what precedes a session, the first after it for what follows one. */
function workingDay(day: Day, step: 1 | -1, holidays: HolidayOverrides): Day {
  for (let away = 0; away < LONGEST_HOLIDAY; away += 1) {
    const candidate = addDays(day, away * step);
    const { kind } = dayKind(candidate, holidays);
    // Of a year that nobody has published only the day itself is known.
    if (kind === 'workday' || kind === 'work' || kind === 'unknown') return candidate;
  }
  return day;
}
