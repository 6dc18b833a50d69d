// The ranking that reports and planning share: the same period, the same people asked, the points of the settings.
import type { Day } from '../calendar/day';
import type { Book } from '../model/book';
import { rankTopics, type TopicRanking } from './rank-topics';
import type { OrderPeriod } from './votes';

export function rankingOf(book: Book, period: OrderPeriod): TopicRanking {
  const { settings, today } = book;
  return rankTopics(book, { period, asOf: askedOn(period, today), points: settings.orderPoints });
}

/** The period's last day, or today while it runs: those on the roster then were asked. */
function askedOn({ from, to }: OrderPeriod, today: Day): Day {
  if (today < from) return from;
  return today < to ? today : to;
}
