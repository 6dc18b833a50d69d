// The topics by how much they are wanted.
import { groupBy } from '../text/group-by';
import type { Book } from '../model/book';
import type { RankedTopic } from './proposal';

/** Every topic, by the number of people who ordered it and did not take that back; equal ones share a rank. */
export function rankedTopics({ entries, topics }: Book): RankedTopic[] {
  const counted = entries.orders.filter(({ cells }) => !cells.withdrawn);
  const orders = groupBy(counted, ({ cells }) => cells.topicId);
  const points = [...topics.keys()].map((topicId) => ({
    topicId,
    points: new Set(orders.get(topicId)?.map(({ cells }) => cells.memberId)).size,
  }));
  return points.map((one) => ({
    ...one,
    rank: 1 + points.filter((other) => other.points > one.points).length,
  }));
}
