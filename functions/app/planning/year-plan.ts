import { toLocalTime } from '#core/calendar/zone';
import { toAmount } from '#core/contract/amount';
import { readBook } from '#core/model/book';
import { yearPlan as plan } from '#core/planning/year-plan-sheet';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import type { UseCase } from '../runtime/use-case';
import { writeReport } from '../runtime/write-report';

const REQUIRED: readonly TabKey[] = ['schedule', 'speakers', 'expenses', 'standards'];
const REPORT = 'report-year-plan' as const;

/** Every week of the year with its sessions, the half-day that is free, or why there is none; rewrites the report's tab. */
export const yearPlan: UseCase<'yearPlan'> = {
  tabs: [...REQUIRED, 'holidays'],
  reports: () => [REPORT],
  required: REQUIRED,
  exact: REQUIRED,
  run(request, opened, ports) {
    const { settings } = opened;
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const year = request.year ?? Math.trunc(settings.year);
    const make = (snapshot: Snapshot) => {
      const { book } = readBook(snapshot.tables, now.day);
      const facts = { book, settings, generatedAt: `${now.day} ${now.time}` };
      const { sheet, sessions, free, fees } = plan(year, facts);
      return { key: REPORT, sheet, answer: { year, sessions, free, fees: toAmount(fees) } };
    };
    return writeReport(make, opened, ports);
  },
};
