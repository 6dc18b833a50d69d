// The sessions that have been held, for a clerk to choose one.
import { rowsIn } from '#core/model/book';
import { toLocalTime } from '#core/calendar/zone';
import type { FollowUpPreview } from '#core/contract/absence-follow-up';
import type { OpenedWorkbook } from '../runtime/use-case';

/** A longer list than a year's sessions is of no use. */
const MOST = 60;

/** The newest first; of two on one day, the lower row of the schedule first. */
export function heldSessions(
  { snapshot, settings }: Pick<OpenedWorkbook, 'snapshot' | 'settings'>,
  now: Date,
): FollowUpPreview['sessions'] {
  const { day: today } = toLocalTime(now, settings.timeZone);
  return rowsIn(snapshot, 'schedule')
    .flatMap(({ cells: { id, date, title = '', state } }) =>
      id !== undefined && date !== undefined && state === 'held' && date <= today
        ? [{ id, date, title }]
        : [],
    )
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    .reverse()
    .slice(0, MOST);
}
