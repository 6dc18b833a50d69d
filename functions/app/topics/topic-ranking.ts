import { toLocalTime } from '#core/calendar/zone';
import type { RequestOf } from '#core/contract/functions';
import { readBook } from '#core/model/book';
import { planReports } from '#core/report/plan-reports';
import { buildTopicReport, TOPIC_REPORTS } from '#core/topics/topic-report';
import { usualPeriod, type OrderPeriod } from '#core/topics/votes';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import { periodBetween } from '../runtime/period-between';
import type { UseCase } from '../runtime/use-case';
import { tabOf } from '../runtime/write-report';
import { writeWithRetry } from '../runtime/write-with-retry';

const TABS = ['topics', 'orders', 'roster', 'schedule'] as const;

/** Which topics are wanted most, by whom, who was heard, and the balance of sources; rewrites the report tabs with their charts. */
export const topicRanking: UseCase<'topicRanking'> = {
  tabs: [...TABS, 'wishes'],
  reports: () => TOPIC_REPORTS,
  required: TABS,
  exact: [...TABS, 'wishes'],
  run(request, { snapshot: first, settings, reread }, ports) {
    const now = toLocalTime(ports.clock.now(), settings.timeZone);
    const period = periodOf(request, settings);
    const generatedAt = `${now.day} ${now.time}`;
    const decide = (snapshot: Snapshot) => {
      const { book } = readBook(snapshot.tables, now.day);
      const { sheets, summary } = buildTopicReport(book, { period, generatedAt });
      const changes = planReports(snapshot, sheets, settings.language);
      return { changes, result: { ...summary, tabs: changes.map(tabOf) } };
    };
    return writeWithRetry(first, { reread, decide }, ports);
  },
};

/** What was asked for; else the round in the settings, else the settings' year. Throws `AppError` badPeriod. */
function periodOf(request: RequestOf<'topicRanking'>, settings: Settings): OrderPeriod {
  const usual = usualPeriod(settings);
  const { from = usual.from, to = usual.to } = request;
  return periodBetween(from, to);
}
