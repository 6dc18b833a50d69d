import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { enterWorkbook, noteWorkbooks } from '#core/registry/change-registry';
import { readRegistry } from '#core/registry/registry';
import { planSetUp } from '#core/set-up/plan-set-up';
import { REGISTRY_TAB_KEYS, TAB_KEYS } from '#core/workbook/tab-keys';
import { TABS } from '#core/workbook/tabs/index';
import { InMemoryWorkbook } from '#test/support/in-memory-workbook';

const ID = 'registry-of-the-tests-0001';
const FIRST = 'first-workbook-of-the-tests';
const SECOND = 'second-workbook-of-the-tests';
const ADDED = toDay('2026-03-02');

const aRegistry = async () => {
  const port = new InMemoryWorkbook();
  const read = () => port.read(ID, REGISTRY_TAB_KEYS);
  const blank = await read();
  const admins = ['Chief@example.org'];
  const plan = planSetUp(blank, { language: 'zh-CN', admins, tabs: REGISTRY_TAB_KEYS });
  await port.apply(blank, plan.changes);
  return { port, read, plan };
};
type ARegistry = Awaited<ReturnType<typeof aRegistry>>;

const enter = async (
  { port, read }: ARegistry,
  workbook: Omit<Parameters<typeof enterWorkbook>[1], 'addedOn'>,
) => {
  const snapshot = await read();
  const changes = enterWorkbook(snapshot, { ...workbook, addedOn: ADDED });
  await port.apply(snapshot, changes);
  return changes.length;
};

/** Cells of a row by column key; blank ones are left out. */
const rowOf = ({ port }: ARegistry, index: number) =>
  Object.fromEntries(
    Object.keys(TABS.workbooks.columns).flatMap((key, at) => {
      const cell = port.rowsOf('workbooks')[index]?.[at] ?? '';
      return cell === '' ? [] : [[key, cell]];
    }),
  );

describe('setting up a registry', () => {
  it('makes its two tabs and no tab of a workbook, and names the administrators', async () => {
    const registry = await aRegistry();
    expect(registry.plan.created).toEqual(['工作簿', '管理员']);
    expect((await registry.read()).places.map(({ key }) => key)).toEqual([
      'workbooks',
      'administrators',
    ]);
    expect(readRegistry(await registry.read())).toEqual({
      workbooks: new Map(),
      admins: ['chief@example.org'],
    });
  });

  it('changes nothing a second time', async () => {
    const registry = await aRegistry();
    const again = planSetUp(await registry.read(), {
      language: 'zh-CN',
      admins: ['Chief@example.org'],
      tabs: REGISTRY_TAB_KEYS,
    });
    expect([again.changes, again.unchanged]).toEqual([[], 2]);
  });

  it('is not what setting up a workbook makes', async () => {
    const port = new InMemoryWorkbook();
    const blank = await port.read(ID, TAB_KEYS);
    const { created } = planSetUp(blank, { language: 'zh-CN', admins: [] });
    expect(created).not.toContain('工作簿');
    expect(created).toHaveLength(TAB_KEYS.length);
  });
});

describe('entering a workbook', () => {
  it('adds a row that is active from that day', async () => {
    const registry = await aRegistry();
    const clientIds = ['1-a.apps.example.org', '2-b.apps.example.org'];
    await enter(registry, { id: FIRST, name: '示范区', district: '示范区', clientIds });
    expect(rowOf(registry, 0)).toEqual({
      id: FIRST,
      name: '示范区',
      district: '示范区',
      state: '使用中',
      addedOn: 46083,
      clientIds: '1-a.apps.example.org, 2-b.apps.example.org',
    });
    expect(readRegistry(await registry.read()).workbooks.get(FIRST)).toEqual({
      id: FIRST,
      name: '示范区',
      district: '示范区',
      region: '',
      state: 'active',
      contact: '',
      scriptId: null,
      clientIds,
      account: null,
      nextDue: null,
      queuedAt: null,
      lastRun: null,
      lastError: null,
      row: 2,
    });
  });

  it('writes nothing for an entry that is there as it is', async () => {
    const registry = await aRegistry();
    const workbook = { id: FIRST, name: '示范区', clientIds: ['1-a.apps.example.org'] };
    expect(await enter(registry, workbook)).toBe(1);
    expect(await enter(registry, workbook)).toBe(0);
    expect(registry.port.rowsOf('workbooks')).toHaveLength(1);
  });

  it('completes a row and leaves the rest of it as an administrator has it', async () => {
    const registry = await aRegistry();
    await enter(registry, { id: FIRST, name: '示范区', contact: '王某' });
    await registry.port.edit([
      { kind: 'writeCells', sheetId: 1001, firstRow: 1, firstColumn: 4, rows: [['停用']] },
    ]);
    await enter(registry, { id: FIRST, name: '示范区', scriptId: 'script-1' });
    expect(rowOf(registry, 0)).toEqual({
      id: FIRST,
      name: '示范区',
      state: '停用',
      contact: '王某',
      addedOn: 46083,
      scriptId: 'script-1',
    });
  });
});

describe('noting a run', () => {
  it('writes its own columns into the row of that workbook only', async () => {
    const registry = await aRegistry();
    await enter(registry, { id: FIRST, name: 'A' });
    await enter(registry, { id: SECOND, name: 'B' });
    const snapshot = await registry.read();
    const lastRun = new Date('2026-03-02T01:00:00Z');
    const nextDue = new Date('2026-03-05T01:00:00Z');
    await registry.port.apply(
      snapshot,
      noteWorkbooks(snapshot, [
        { id: SECOND, lastRun, nextDue, lastError: null },
        { id: 'no-such-workbook-in-the-tab', lastRun },
      ]),
    );
    expect([rowOf(registry, 0)['lastRun'], rowOf(registry, 1)]).toEqual([
      undefined,
      {
        id: SECOND,
        name: 'B',
        state: '使用中',
        addedOn: 46083,
        lastRun: '2026-03-02T01:00:00.000Z',
        nextDue: '2026-03-05T01:00:00.000Z',
      },
    ]);
  });

  it('is refused when the row holds another workbook by now', async () => {
    const registry = await aRegistry();
    await enter(registry, { id: FIRST, name: 'A' });
    const snapshot = await registry.read();
    await registry.port.edit([
      { kind: 'writeCells', sheetId: 1001, firstRow: 1, firstColumn: 0, rows: [[SECOND]] },
    ]);
    const changes = noteWorkbooks(snapshot, [{ id: FIRST, lastError: 'wrong' }]);
    await expect(registry.port.apply(snapshot, changes)).rejects.toMatchObject({
      refusal: 'rowsMoved',
    });
  });
});

describe('reading a registry', () => {
  const BASE = [FIRST, 'A', '', '', '使用中'];
  test.each([
    ['a row without a state', [FIRST, 'A'], []],
    ['a row with a state nobody knows', [FIRST, 'A', '', '', '休眠'], []],
    ['a row with a moment nobody can read', [...BASE, '', '', '', '', '', 'soon'], [FIRST]],
    ['a state in another language', [FIRST, 'A', '', '', 'Closed'], [FIRST]],
  ])('%s', async (_, row, ids) => {
    const registry = await aRegistry();
    await registry.port.addRows(1001, [row]);
    expect([...readRegistry(await registry.read()).workbooks.keys()]).toEqual(ids);
  });

  it('takes the first of two rows with one id', async () => {
    const registry = await aRegistry();
    await registry.port.addRows(1001, [BASE, [FIRST, 'B', '', '', '停用']]);
    expect(readRegistry(await registry.read()).workbooks.get(FIRST)).toMatchObject({
      name: 'A',
      state: 'active',
      row: 2,
    });
  });
});
