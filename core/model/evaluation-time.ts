// How long the evaluation of a session can be answered.
import { addDays, type Day } from '../calendar/day';
import { endOfDay } from '../calendar/zone';
import type { Settings } from '../workbook/read/settings';

/** The last day on which an answer is taken. */
export function lastEvaluationDay(
  date: Day,
  { evaluationOpenDays }: Pick<Settings, 'evaluationOpenDays'>,
): Day {
  return addDays(date, evaluationOpenDays);
}

/** Links to the evaluation are valid until then: the end of its last day. */
export function evaluationEnd(
  date: Day,
  settings: Pick<Settings, 'evaluationOpenDays' | 'timeZone'>,
): Date {
  return endOfDay(lastEvaluationDay(date, settings), settings.timeZone);
}
