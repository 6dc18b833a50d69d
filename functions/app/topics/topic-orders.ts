// The clerk's view of a round of orders: how many have ordered, the code for the hall, and wishes that can become topics.
import { endOfDay, toLocalTime } from '#core/calendar/zone';
import type { OrdersLook, TopicOrdersRequest, WishAdopted } from '#core/contract/topic-orders';
import { currentRound, isRoundOpen } from '#core/model/order-round';
import { openWishes, planAdoption } from '#core/topics/adopt-wish';
import { countRound, openTopics } from '#core/topics/order-state';
import { rowsIn } from '#core/model/book';
import { TOPIC_SOURCES, TOPICS } from '#core/workbook/tabs/topics';
import type { Snapshot } from '#core/workbook/snapshot';
import { AppError } from '../../errors';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import { ORDER_TABS } from './save-orders';

export const topicOrders: UseCase<'topicOrders'> = {
  tabs: ORDER_TABS,
  required: ORDER_TABS,
  exact: ORDER_TABS,
  async run(request, opened, ports) {
    return request.action === 'adopt' ? adopt(request, opened, ports) : look(opened, ports);
  },
};

function look({ snapshot, settings, language }: OpenedWorkbook, ports: Ports): OrdersLook {
  const names = new Map(rowsIn(snapshot, 'roster').map(({ cells }) => [cells.id, cells.name]));
  const { choices } = TOPICS.columns.source;
  return {
    action: 'look',
    round: roundNow(snapshot, settings, ports),
    topics: openTopics(snapshot).reduce((all, { topics }) => all + topics.length, 0),
    wishes: openWishes(snapshot).map(({ id, memberId, wish }) => ({
      id,
      name: names.get(memberId) ?? memberId,
      wish,
    })),
    sources: TOPIC_SOURCES.map((source) => ({ source, label: choices[source][language] })),
  };
}

function roundNow(
  snapshot: Snapshot,
  settings: OpenedWorkbook['settings'],
  { clock, links }: Ports,
): OrdersLook['round'] {
  const round = currentRound(settings);
  if (!round) return null;
  const { timeZone } = settings;
  const today = toLocalTime(clock.now(), timeZone).day;
  const expires = endOfDay(round.closes, timeZone);
  const { spreadsheetId } = snapshot;
  const claims = { spreadsheetId, occasionId: round.id, memberId: null, expires };
  return {
    opens: round.opens,
    closes: round.closes,
    isOpen: isRoundOpen(round, today),
    ...countRound(snapshot, round, today),
    screen: links?.address('orderScreen', claims) ?? null,
  };
}

/** Throws `AppError` noWish or wishChanged. */
function adopt(
  { spreadsheetId, wishId, wish, title, source }: Extract<TopicOrdersRequest, { action: 'adopt' }>,
  { settings, reread }: OpenedWorkbook,
  ports: Ports,
): Promise<WishAdopted> {
  const decide = (snapshot: Snapshot) => {
    const { language } = settings;
    const planned = planAdoption(snapshot, { wishId, wish, title, source, language });
    if (typeof planned === 'string') throw new AppError(planned);
    const { topicId, changes } = planned;
    return { changes, result: { action: 'adopt' as const, wishId, topicId, title } };
  };
  const read = () => reread();
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'writeConflict' }, ports);
}
