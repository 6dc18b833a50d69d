import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { planAdoption } from '#core/topics/adopt-wish';
import { planOrders, type OrderClaim } from '#core/topics/plan-orders';
import { defaultSettings } from '#core/workbook/read/settings';
import type { WorkbookChange } from '#core/workbook/write/change';
import { aMember, anOrder, aTopic } from '#test/support/builders/rows';
import { aSnapshot } from '#test/support/builders/snapshots';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

const TODAY = toDay('2026-03-04');
const DAY = toDay('2026-03-03');
const BEFORE = toDay('2026-01-05');
const settings = {
  ...defaultSettings('zh-CN'),
  ordersOpen: toDay('2026-03-02'),
  ordersClose: toDay('2026-03-13'),
};
const AT = { roundId: '2026-03-02', today: TODAY, settings };
const TOPICS = ['P1', 'P2', 'P3'].map((id) => aTopic({ id, title: `专题${id}` }));
const snapshotOf = (rows: Rows = {}) =>
  aSnapshot(
    aWorkbook({
      roster: [aMember({ id: 'R1', name: '甲' }), aMember({ id: 'R2', name: '乙' })],
      topics: TOPICS,
      ...rows,
    }),
  );
const claim = (part: Partial<OrderClaim> = {}): OrderClaim => ({
  memberId: 'R1',
  topicIds: [],
  wish: '',
  ...part,
});
const plan = (rows: Rows, ...claims: readonly OrderClaim[]) =>
  planOrders(snapshotOf(rows), claims, AT);

/** `+` for a new row, `3` for one written over in the sheet's row 3, each with its cells. */
const written = (changes: readonly WorkbookChange[]): unknown[] =>
  changes.flatMap((change): unknown[] => {
    if (change.kind === 'appendRows') return change.rows.map((row) => ['+', ...row]);
    return change.kind === 'writeCells'
      ? change.rows.map((row) => [change.firstRow + 1, ...row])
      : [];
  });
// Serial numbers of 3 and 4 March 2026.
const TODAY_CELL = 46085;

describe('an order', () => {
  test('is one row for each topic, with its place', () => {
    const { changes, results } = plan({}, claim({ topicIds: ['P3', 'P1'] }));
    expect(written(changes)).toEqual([
      ['+', 'R1', 'P3', TODAY_CELL, 1, undefined],
      ['+', 'R1', 'P1', TODAY_CELL, 2, undefined],
    ]);
    expect(results[0]?.ordered.map(({ id }) => id)).toEqual(['P3', 'P1']);
  });

  test('given again writes nothing', () => {
    const orders = [
      anOrder({ memberId: 'R1', topicId: 'P3', date: DAY, priority: 1 }),
      anOrder({ memberId: 'R1', topicId: 'P1', date: DAY, priority: 2 }),
    ];
    expect(plan({ orders }, claim({ topicIds: ['P3', 'P1'] })).changes).toEqual([]);
  });

  test('that changes writes over the person’s own rows and takes back what is left out', () => {
    const orders = [
      anOrder({ memberId: 'R2', topicId: 'P1', date: DAY, priority: 1 }),
      anOrder({ memberId: 'R1', topicId: 'P1', date: DAY, priority: 1 }),
      anOrder({ memberId: 'R1', topicId: 'P2', date: DAY, priority: 2 }),
    ];
    const { changes } = plan({ orders }, claim({ topicIds: ['P2', 'P3'] }));
    expect(written(changes)).toEqual([
      [3, undefined, undefined, undefined, undefined, TODAY_CELL],
      [4, undefined, undefined, TODAY_CELL, 1, null],
      ['+', 'R1', 'P3', TODAY_CELL, 2, undefined],
    ]);
  });

  test('that was taken back can be given again in the same row', () => {
    const orders = [
      anOrder({ memberId: 'R1', topicId: 'P1', date: DAY, priority: 1, withdrawn: DAY }),
    ];
    expect(written(plan({ orders }, claim({ topicIds: ['P1'] })).changes)).toEqual([
      [2, undefined, undefined, TODAY_CELL, 1, null],
    ]);
  });

  test('of an earlier round stays as it is, also when its topic is chosen again', () => {
    const orders = [
      anOrder({ memberId: 'R1', topicId: 'P1', date: BEFORE, priority: 1 }),
      anOrder({ memberId: 'R1', topicId: 'P2', date: BEFORE, priority: 2 }),
    ];
    const { changes, results } = plan({ orders }, claim({ topicIds: ['P1'] }));
    expect(written(changes)).toEqual([['+', 'R1', 'P1', TODAY_CELL, 1, undefined]]);
    expect(results[0]?.ordered.map(({ id }) => id)).toEqual(['P1']);
    expect(plan({ orders }, claim()).changes).toEqual([]);
  });

  test('has no more topics than one person may order, whatever the page sends', () => {
    const at = { ...AT, settings: { ...settings, ordersMost: 2 } };
    const { changes, results } = planOrders(
      snapshotOf(),
      [claim({ topicIds: ['P3', 'P3', 'P1', 'P2'] })],
      at,
    );
    expect(written(changes)).toEqual([
      ['+', 'R1', 'P3', TODAY_CELL, 1, undefined],
      ['+', 'R1', 'P1', TODAY_CELL, 2, undefined],
    ]);
    expect(results[0]?.ordered.map(({ id }) => id)).toEqual(['P3', 'P1']);
  });

  test('of a topic that is planned by now is not touched, and cannot be added', () => {
    const topics = [...TOPICS, aTopic({ id: 'P4', state: 'planned' })];
    const orders = [anOrder({ memberId: 'R1', topicId: 'P4', date: DAY, priority: 1 })];
    expect(plan({ topics, orders }, claim()).changes).toEqual([]);
    const { changes, results } = plan({ topics }, claim({ topicIds: ['P4', 'P1'] }));
    expect(written(changes)).toEqual([['+', 'R1', 'P1', TODAY_CELL, 1, undefined]]);
    expect(results[0]?.ordered.map(({ id }) => id)).toEqual(['P1']);
  });

  test('of several people at once is written for each, and of two by one person the last', () => {
    const { changes, results } = plan(
      {},
      claim({ topicIds: ['P1'] }),
      claim({ memberId: 'R2', topicIds: ['P2'] }),
      claim({ topicIds: ['P3'] }),
    );
    expect(written(changes)).toEqual([
      ['+', 'R1', 'P3', TODAY_CELL, 1, undefined],
      ['+', 'R2', 'P2', TODAY_CELL, 1, undefined],
    ]);
    expect(changes).toHaveLength(1);
    expect(results.map((state) => state?.ordered.map(({ id }) => id))).toEqual([
      ['P3'],
      ['P2'],
      ['P3'],
    ]);
  });

  test('of somebody who is not on the roster, or of a round that is over, writes nothing', () => {
    expect(plan({}, claim({ memberId: 'R9', topicIds: ['P1'] }))).toEqual({
      changes: [],
      results: [null],
    });
    const over = planOrders(snapshotOf(), [claim({ topicIds: ['P1'] })], {
      ...AT,
      roundId: '2025-12-01',
    });
    expect(over).toEqual({ changes: [], results: [null] });
    const late = { ...AT, today: toDay('2026-03-14') };
    const { changes, results } = planOrders(snapshotOf(), [claim({ topicIds: ['P1'] })], late);
    expect([changes, results[0]?.isOpen]).toEqual([[], false]);
  });
});

describe('a wish', () => {
  const wish = { id: 'W07', memberId: 'R1', wish: '低空经济', date: DAY };

  test('gets a row with the next number', () => {
    const { changes } = plan(
      { wishes: [{ ...wish, memberId: 'R2' }] },
      claim({ wish: '数据安全' }),
    );
    expect(written(changes)).toEqual([
      ['+', 'W08', 'R1', '数据安全', TODAY_CELL, undefined, undefined],
    ]);
  });

  test('that changes is written over, and one that is cleared is taken back', () => {
    expect(written(plan({ wishes: [wish] }, claim({ wish: '数据安全' })).changes)).toEqual([
      [2, undefined, 'R1', '数据安全', TODAY_CELL, undefined, null],
    ]);
    expect(written(plan({ wishes: [wish] }, claim()).changes)).toEqual([
      [2, undefined, undefined, undefined, undefined, undefined, TODAY_CELL],
    ]);
    expect(plan({ wishes: [wish] }, claim({ wish: '低空经济' })).changes).toEqual([]);
  });

  test('that counts is the one written over and taken back, though a later one was taken back', () => {
    const wishes = [wish, { ...wish, id: 'W08', wish: '数据安全', withdrawn: DAY }];
    expect(written(plan({ wishes }, claim()).changes)).toEqual([
      [2, undefined, undefined, undefined, undefined, undefined, TODAY_CELL],
    ]);
    expect(written(plan({ wishes }, claim({ wish: '乡村治理' })).changes)).toEqual([
      [2, undefined, 'R1', '乡村治理', TODAY_CELL, undefined, null],
    ]);
  });

  test('that became a topic stays; another one gets a row of its own', () => {
    const wishes = [{ ...wish, topicId: 'P1' }];
    expect(plan({ wishes }, claim()).changes).toEqual([]);
    expect(written(plan({ wishes }, claim({ wish: '数据安全' })).changes)).toEqual([
      ['+', 'W08', 'R1', '数据安全', TODAY_CELL, undefined, undefined],
    ]);
  });

  test('that became a topic is not entered again from a page that was open meanwhile', () => {
    const adopted = { ...wish, topicId: 'P1' };
    const again = claim({ wish: ' 低空 经济' });
    expect(plan({ wishes: [adopted] }, again).changes).toEqual([]);
    const other = { ...wish, id: 'W08', wish: '数据安全' };
    expect(written(plan({ wishes: [adopted, other] }, again).changes)).toEqual([
      [3, undefined, undefined, undefined, undefined, undefined, TODAY_CELL],
    ]);
    // Another person, or another round, may propose the same.
    expect(
      written(plan({ wishes: [adopted] }, claim({ memberId: 'R2', wish: '低空经济' })).changes),
    ).toEqual([['+', 'W08', 'R2', '低空经济', TODAY_CELL, undefined, undefined]]);
    expect(written(plan({ wishes: [{ ...adopted, date: BEFORE }] }, again).changes)).toHaveLength(
      1,
    );
  });

  test('keeps no card number that somebody typed into it', () => {
    const changes = plan({}, claim({ wish: '卡号 6222 0212 3456 7890 的用法' })).changes;
    expect(JSON.stringify(changes)).not.toMatch(/0212|3456/);
    expect(JSON.stringify(changes)).toContain('的用法');
  });

  test('becomes a topic once, which is linked to it', () => {
    const adoption = {
      wishId: 'W07',
      wish: '低空经济',
      title: '低空经济与产业',
      source: 'local',
      language: 'zh-CN',
    } as const;
    const planned = planAdoption(snapshotOf({ wishes: [wish] }), adoption);
    if (typeof planned === 'string') throw new Error(planned);
    expect(planned.topicId).toBe('P4');
    expect(written(planned.changes)).toEqual([
      ['+', 'P4', '低空经济与产业', '本区难点', undefined, undefined, '可点'],
      [2, undefined, undefined, undefined, undefined, 'P4'],
    ]);
    const done = snapshotOf({ wishes: [{ ...wish, topicId: 'P1' }] });
    expect(planAdoption(done, adoption)).toBe('noWish');
    const back = snapshotOf({ wishes: [{ ...wish, withdrawn: DAY }] });
    expect(planAdoption(back, adoption)).toBe('noWish');
    const other = snapshotOf({ wishes: [{ ...wish, wish: '数据安全' }] });
    expect(planAdoption(other, adoption)).toBe('wishChanged');
  });
});
