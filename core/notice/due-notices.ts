// Which notices are due now, by the settings. Whoever has one already is left out later: asking twice, late or after a missed day does no harm.
import { addDays, type Day } from '../calendar/day';
import { dayKind, type HolidayOverrides } from '../calendar/holidays';
import type { LocalTime } from '../calendar/zone';
import type { Settings } from '../workbook/read/settings';
import type { NoticeKind, ScheduleRow } from './notice';

export interface DueNotice {
  readonly kind: NoticeKind;
  readonly sessionId: string;
}

type When = Pick<
  Settings,
  | 'noticeLeadDays'
  | 'noticeTime'
  | 'reminderLeadDays'
  | 'speakerLeadDays'
  | 'absenceDays'
  | 'digestDays'
  | 'summaryDays'
>;

/** No run of holidays is longer; without it a calendar of nothing but holidays would be searched for ever. */
const LONGEST_HOLIDAY = 30;
/** What follows a session is sent so many days late at most: whoever turns the schedule on does not mail about last month. */
const LATEST_DAYS = 7;

interface Schedule {
  readonly settings: When;
  readonly holidays: HolidayOverrides;
}

/** In the order of the schedule; nothing that precedes a session is due once it has begun. */
export function dueNotices(
  sessions: readonly ScheduleRow[],
  now: LocalTime,
  schedule: Schedule,
): DueNotice[] {
  return sessions.flatMap((session) => {
    const kinds =
      session.state === 'held' ? afterwards(session, now, schedule) : ahead(session, now, schedule);
    return kinds.map((kind) => ({ kind, sessionId: session.id }));
  });
}

function ahead(
  session: ScheduleRow,
  now: LocalTime,
  { settings, holidays }: Schedule,
): NoticeKind[] {
  if (!isToCome(session, now)) return [];
  if (session.state === 'cancelled') return ['cancellation'];
  const isTime = (leadDays: number): boolean =>
    isPast(workingDay(addDays(session.date, -leadDays), -1, holidays), now, settings);
  const { noticeLeadDays, reminderLeadDays, speakerLeadDays } = settings;
  const isNoticeTime = isTime(noticeLeadDays);
  return [
    ...(speakerLeadDays > 0 && isTime(speakerLeadDays) ? (['speaker'] as const) : []),
    ...(isNoticeTime ? (['weekly', 'change'] as const) : []),
    ...(isNoticeTime && reminderLeadDays > 0 && isTime(reminderLeadDays)
      ? (['reminder'] as const)
      : []),
  ];
}

function afterwards(
  session: ScheduleRow,
  now: LocalTime,
  { settings, holidays }: Schedule,
): NoticeKind[] {
  const { absenceDays, digestDays, summaryDays } = settings;
  const days = { absence: absenceDays, digest: digestDays, summary: summaryDays };
  return (['absence', 'digest', 'summary'] as const).filter((kind) => {
    if (days[kind] === 0) return false;
    const day = workingDay(addDays(session.date, days[kind]), 1, holidays);
    return isPast(day, now, settings) && now.day <= addDays(day, LATEST_DAYS);
  });
}

const isToCome = ({ date, start }: ScheduleRow, now: LocalTime): boolean =>
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
