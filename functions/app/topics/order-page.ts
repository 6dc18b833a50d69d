// The page behind an invitation's link: one person chooses topics, and may propose one.
import { toLocalTime } from '#core/calendar/zone';
import { readOrderState, type OrderState } from '#core/topics/order-state';
import { AppError } from '../../errors';
import type { PageCase, Visit } from '../runtime/page-case';
import { createReadCache } from '../runtime/read-cache';
import { orderView } from './order-view';
import { readOrder } from './read-order';
import { createOrderBatcher, ORDER_TABS } from './save-orders';

/** Made once for a process: it gathers those who order at once. */
export function orderPage(): PageCase {
  const save = createOrderBatcher();
  let read = createReadCache();
  return {
    purpose: 'order',
    tabs: ORDER_TABS,
    required: ORDER_TABS,
    read: (...at) => read(...at),
    show: (visit) => orderView(stateOf(visit, memberOf(visit)), { ...visit, outcome: 'shown' }),
    async submit(visit, form, ports) {
      const { spreadsheetId, occasionId: roundId } = visit.claims;
      const claim = { memberId: memberOf(visit), ...readOrder(form, visit.settings) };
      const state = await save({ spreadsheetId, roundId }, claim, ports);
      // A person who looks again at once must see the order.
      read = createReadCache();
      return orderView(checkOpen(state), { ...visit, outcome: 'saved' });
    },
  };
}

/** A test mail's link is nobody's. */
function memberOf({ claims }: Visit): string {
  if (claims.memberId === null) throw new AppError('testLink');
  return claims.memberId;
}

export function stateOf({ snapshot, claims, settings, now }: Visit, memberId: string): OrderState {
  const today = toLocalTime(now, settings.timeZone).day;
  const query = { memberId, roundId: claims.occasionId, today, settings };
  return checkOpen(readOrderState(snapshot, query));
}

/** Throws `AppError` ordersClosed for a round that is over, and for somebody who is not on the roster any more. */
export function checkOpen(state: OrderState | null): OrderState {
  if (!state?.isOpen) throw new AppError('ordersClosed');
  return state;
}
