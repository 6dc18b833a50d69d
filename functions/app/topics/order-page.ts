// The page behind an invitation's link: one person chooses topics, and may propose one.
import { toLocalTime } from '#core/calendar/zone';
import { readOrderState, type OrderState } from '#core/topics/order-state';
import { AppError } from '../../errors';
import type { PageCase, Visit } from '../runtime/page-case';
import { orderView } from './order-view';
import { readOrder } from './read-order';
import { createOrderStore, ORDER_TABS, type OrderStore } from './save-orders';

/** `orders`: of the process, shared with the page behind the code in the hall. */
export function orderPage(orders: OrderStore = createOrderStore()): PageCase {
  return {
    purpose: 'order',
    tabs: ORDER_TABS,
    required: ORDER_TABS,
    read: orders.read,
    show: (visit) => orderView(stateOf(visit, memberOf(visit)), { ...visit, outcome: 'shown' }),
    async submit(visit, form, ports) {
      const { spreadsheetId, occasionId: roundId } = visit.claims;
      const claim = { memberId: memberOf(visit), ...readOrder(form, visit.settings) };
      const state = checkOpen(await orders.save({ spreadsheetId, roundId }, claim, ports));
      return orderView(state, { ...visit, outcome: 'saved' });
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
