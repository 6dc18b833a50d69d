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
  const { now, settings, holidays } = at;
  const days = settings[setting];
  // No days ahead: the notice itself goes out on the day; everything else is switched off.
  if (days <= 0 && setting !== 'noticeLeadDays') return false;
  return isPast(workingDay(addDays(event, -days), -1, holidays), now, settings);
}

function isDueAfter(setting: DaysSetting, event: Day, at: At): boolean {
  const { now, settings, holidays } = at;
  const days = settings[setting];
  if (days === 0) return false;
  const day = workingDay(addDays(event, days), 1, holidays);
  return isPast(day, now, settings) && now.day <= addDays(day, LATEST_DAYS);
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
