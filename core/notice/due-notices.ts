// Which notices are due now, by the settings. Whoever has one already is left out later: asking twice, late or after a missed day does no harm.
import { addDays, type Day } from '../calendar/day';
import { dayKind, type HolidayOverrides } from '../calendar/holidays';
import type { LocalTime } from '../calendar/zone';
import type { Settings } from '../workbook/settings';
import type { NoticeKind, Session } from './notice';

export interface DueNotice {
  readonly kind: NoticeKind;
  readonly sessionId: string;
}

type When = Pick<Settings, 'noticeLeadDays' | 'noticeTime' | 'reminderLeadDays'>;

/** No run of holidays is longer; without it a calendar of nothing but holidays would be searched for ever. */
const LONGEST_HOLIDAY = 30;

/** In the order of the schedule; what is over is never due. */
export function dueNotices(
  sessions: readonly Session[],
  now: LocalTime,
  { settings, holidays }: { settings: When; holidays: HolidayOverrides },
): DueNotice[] {
  const isTime = (session: Session, leadDays: number): boolean => {
    const day = workingDayUntil(addDays(session.date, -leadDays), holidays);
    return day < now.day || (day === now.day && settings.noticeTime <= now.time);
  };
  return sessions
    .filter((session) => isToCome(session, now))
    .flatMap((session) => {
      const sessionId = session.id;
      if (session.state === 'cancelled') return [{ kind: 'cancellation', sessionId }];
      if (session.state !== 'planned' || !isTime(session, settings.noticeLeadDays)) return [];
      const due: DueNotice[] = [
        { kind: 'weekly', sessionId },
        { kind: 'change', sessionId },
      ];
      if (settings.reminderLeadDays > 0 && isTime(session, settings.reminderLeadDays))
        due.push({ kind: 'reminder', sessionId });
      return due;
    });
}

const isToCome = ({ date, start }: Session, now: LocalTime): boolean =>
  date > now.day || (date === now.day && start > now.time);

/** A notice that would fall on a day off goes out on the last working day before it, never later. */
function workingDayUntil(day: Day, holidays: HolidayOverrides): Day {
  for (let back = 0; back < LONGEST_HOLIDAY; back += 1) {
    const candidate = addDays(day, -back);
    const { kind } = dayKind(candidate, holidays);
    // Of a year that nobody has published only the day itself is known.
    if (kind === 'workday' || kind === 'work' || kind === 'unknown') return candidate;
  }
  return day;
}
