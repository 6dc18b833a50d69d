// The plan for other hours as writes: new rows, hours that are replaced, and what the log says of both.
import type { RowOf } from '../../model/book';
import { fill } from '../../text/language';
import { appendRows } from '../../workbook/write/append-rows';
import type { WorkbookChange } from '../../workbook/write/change';
import { updateRow } from '../../workbook/write/update-row';
import type { Snapshot } from '../../workbook/snapshot';
import { OTHER_HOURS_TEXTS } from './other-hours.texts';
import type { OtherHoursPlan, RecordedHours } from './plan-other-hours';
import { replacedBy } from '../file-conflicts';
import type { ImportLog } from '../roster-writes';

/** The decision holds for these cells only. */
const COMPARED = ['memberId', 'date', 'hours', 'title'] as const;

export function otherHoursWrites(
  snapshot: Snapshot,
  plan: OtherHoursPlan,
  log: ImportLog,
): WorkbookChange[] {
  const { source, who, at, language } = log;
  const { added } = plan;
  const replaced = replacedBy(plan);
  if (added.length + replaced.length === 0) return [];
  const rows = added.map(({ person, values }) => ({ memberId: person.id, ...values }));
  const corrections = replaced.map((one): Partial<RowOf<'log'>> => ({
    at,
    who,
    action: OTHER_HOURS_TEXTS.logHours[language],
    target: `${one.person.id} ${one.person.name} ${one.values.title ?? ''}`.trim(),
    before: hoursWords(one.entry.cells.hours),
    after: hoursWords(one.values.hours),
    reason: source,
  }));
  const counts = { added: added.length, replaced: replaced.length };
  const summary: Partial<RowOf<'log'>> = {
    at,
    who,
    action: OTHER_HOURS_TEXTS.logOtherHours[language],
    target: source,
    after: fill(OTHER_HOURS_TEXTS.counted[language], counts),
  };
  return [
    ...replaced.flatMap(({ entry, values: { hours } }) =>
      updateRow(snapshot, 'otherHours', {
        row: entry.row,
        values: { hours },
        language,
        dependsOn: COMPARED,
      }),
    ),
    ...appendRows(snapshot, 'otherHours', { rows, language }),
    ...appendRows(snapshot, 'log', { rows: [...corrections, summary], language }),
  ];
}

const hoursWords = (hours: RecordedHours['values']['hours'] | undefined): string =>
  hours === undefined ? '' : String(hours);
