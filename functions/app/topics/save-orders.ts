// Reads and writes orders for both pages: those who order at the same moment are written together, whether they came by their own link
// or by the code in the hall.
import { toLocalTime } from '#core/calendar/zone';
import { readSettings } from '#core/model/read-settings';
import type { OrderState } from '#core/topics/order-state';
import { planOrders, type OrderClaim } from '#core/topics/plan-orders';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { createBatcher, type Batcher } from '../runtime/batching';
import { checkTabs, type Ports } from '../runtime/use-case';
import { createReadCache, type CachedRead } from '../runtime/read-cache';
import { optimisticWrite } from '../runtime/optimistic-write';

export const ORDER_TABS: readonly TabKey[] = ['topics', 'orders', 'wishes', 'roster'];
const TABS: readonly TabKey[] = ['settings', ...ORDER_TABS];

interface OrderTarget {
  readonly spreadsheetId: string;
  readonly roundId: string;
}

export interface OrderStore {
  readonly read: CachedRead;
  readonly save: Batcher<OrderTarget, OrderClaim, OrderState | null>;
}

/** Made once for a process, for both pages. */
export function createOrderStore(): OrderStore {
  const save: OrderStore['save'] = createBatcher({
    keyOf: ({ spreadsheetId, roundId }) => JSON.stringify([spreadsheetId, roundId]),
    write: writeBatch,
  });
  let read = createReadCache();
  return {
    read: (...at) => read(...at),
    async save(...at) {
      const state = await save(...at);
      // A person who looks again at once must see the order, by whichever page.
      read = createReadCache();
      return state;
    },
  };
}

function writeBatch(
  { spreadsheetId, roundId }: OrderTarget,
  claims: readonly OrderClaim[],
  ports: Ports,
): Promise<readonly (OrderState | null)[]> {
  const read = async (): Promise<Snapshot> => {
    const snapshot = await ports.workbook.read(spreadsheetId, TABS);
    checkTabs({ required: ORDER_TABS, exact: ORDER_TABS }, snapshot);
    return snapshot;
  };
  const decide = (snapshot: Snapshot) => {
    const { settings } = readSettings(snapshot.tables.settings);
    const today = toLocalTime(ports.clock.now(), settings.timeZone).day;
    const { changes, results } = planOrders(snapshot, claims, { roundId, today, settings });
    return { changes, result: results };
  };
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'answersBusy' }, ports);
}
