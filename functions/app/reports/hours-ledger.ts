import { buildHoursLedger as ledger } from '#core/hours/hours-ledger';
import type { HoursLine } from '#core/hours/hours-line';
import { hoursSheet } from '#core/hours/hours-sheet';
import { hoursSummary } from '#core/hours/hours-summary';
import { hoursTargets } from '#core/hours/hours-target';
import { readOtherHours } from '#core/hours/other-hours';
import { readAttendanceData } from '#core/attendance/attendance-data';
import { toLocalTime } from '#core/calendar/zone';
import type { HoursLedgerResponse } from '#core/contract/hours-ledger';
import type { Snapshot } from '#core/workbook/snapshot';
import { writeReport } from '../runtime/write-report';
import type { UseCase } from '../runtime/use-case';

const TABS = ['schedule', 'attendance', 'roster', 'statuses', 'standards'] as const;

const REPORT = 'report-hours' as const;

/** The sidebar names so many; the tab has them all. */
const NAMED = 30;

/** Taught and credited hours of everybody against the target of their rank class; rewrites the ledger's tab. */
export const hoursLedger: UseCase<'hoursLedger'> = {
  tabs: [...TABS, 'otherHours'],
  reports: () => [REPORT],
  required: TABS,
  exact: [...TABS, 'otherHours'],
  run(request, opened, ports) {
    const { settings } = opened;
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const year = request.year ?? Math.trunc(settings.year);
    const generatedAt = `${now.day} ${now.time}`;
    const make = ({ tables }: Snapshot) => {
      const data = readAttendanceData(tables);
      const other = readOtherHours(tables.otherHours, data);
      const lines = ledger({ data, other, targets: hoursTargets(tables.standards, year) }, year);
      const { sessions } = data.programme;
      const sheet = hoursSheet({ lines, sessions, year, settings, tables, generatedAt });
      return { key: REPORT, sheet, answer: { year, ...counted(lines) } };
    };
    return writeReport(make, opened, ports);
  },
};

function counted(lines: readonly HoursLine[]): Omit<HoursLedgerResponse, 'year' | 'tab'> {
  const { short, ...counts } = hoursSummary(lines);
  return { ...counts, short: short.slice(0, NAMED), shortCount: short.length };
}
