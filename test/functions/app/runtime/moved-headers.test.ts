// Clerks put a title and other lines above the headings of every tab: all that is read, found, marked and written is the same, further down.
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CheckEntriesResponse } from '#core/contract/check-entries';
import type { FeePreview } from '#core/contract/lecture-fees';
import type { LeaveListed } from '#core/contract/leave-register';
import { planSetUp } from '#core/set-up/plan-set-up';
import { TAB_KEYS, type TabKey } from '#core/workbook/tab-keys';
import type { Cell, Table, Tables } from '#core/workbook/table';
import { anApplication, CLERK, type TestApplication } from '#test/support/application';
import {
  aBudgetLine,
  aLeave,
  aMark,
  aMember,
  aSession,
  aSpeaker,
} from '#test/support/builders/rows';
import { aWorkbook, rowsIn, withRows } from '#test/support/builders/tables';
import { answer, memberId, OVER } from '#test/support/evaluation-app';
import { InMemoryWorkbook, WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { districtSample } from '#workbench/samples/district';
import { sampleChanges } from '#workbench/samples/sample-changes';

const MONEY_AND_LEAVE = {
  roles: [{ email: CLERK.email, role: 'clerk' as const }],
  speakers: [aSpeaker()],
  schedule: [aSession({ state: 'held' })],
  budget: [aBudgetLine()],
  roster: [aMember(), aMember({ id: 'R002', name: '沈国栋', personOrder: 2 })],
  attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
  leave: [aLeave({ id: 'L001', memberId: 'R002', decision: 'pending', approver: '周文远' })],
};

const ABOVE: Cell[][] = [['云溪区（2026年）'], ['填表单位：区委组织部', '', '2026年3月'], []];
const DOWN = ABOVE.length;

let sample: Tables;
beforeAll(async () => {
  const workbook = new InMemoryWorkbook();
  const read = () => workbook.read(WORKBOOK_ID, TAB_KEYS);
  const blank = await read();
  const options = { language: 'zh-CN' as const, admins: [CLERK.email] };
  await workbook.apply(blank, planSetUp(blank, options).changes);
  const ready = await read();
  await workbook.apply(ready, sampleChanges(districtSample(), ready, 'zh-CN'));
  sample = (await read()).tables;
});

const moved = (table: Table): Table => withRows(table, [...ABOVE, ...rowsIn(table)]);
function apps(tables = sample): { usual: TestApplication; below: TestApplication } {
  const below = Object.fromEntries(Object.values(tables).map((table) => [table.key, moved(table)]));
  const [usual, other] = [anApplication(tables), anApplication(below)];
  for (const one of [usual, other]) one.setNow('2026-03-09T01:00:00Z');
  return { usual, below: other };
}

/** `C12` → `C15`. */
const lower = (cell: string): string => cell.replace(/\d+$/, (row) => String(Number(row) + DOWN));
const lowerRow = <Row extends { readonly cell: string | null }>(row: Row): Row => ({
  ...row,
  cell: row.cell === null ? null : lower(row.cell),
});

/** What the tab holds from its header down, the cells that the checks tab names moved up. */
const contentOf = (app: TestApplication, key: TabKey, down: number): Cell[][] =>
  app.workbook
    .rowsOf(key)
    .slice(down)
    .map((row) => (down > 0 ? row.map(upper(key)) : row));
/** Cells and rows of the sheet that the checks tab and the log name, moved up again. */
const upper =
  (key: TabKey) =>
  (cell: Cell, at: number): Cell => {
    if (key !== 'checks' && key !== 'log') return cell;
    const named = key === 'checks' && at === 2 ? /\d+$/ : /(?<=第)\d+(?=行)|(?<=![A-Z]+)\d+$/g;
    return String(cell).replace(named, (row) => String(Number(row) - DOWN));
  };

function expectSameContent(usual: TestApplication, below: TestApplication, keys: TabKey[]): void {
  for (const key of keys) {
    expect([key, contentOf(below, key, DOWN)]).toEqual([key, contentOf(usual, key, 0)]);
    expect(below.workbook.rowsOf(key).slice(0, DOWN - 1)).toEqual(
      ABOVE.slice(1).map((row) => [...row]),
    );
  }
}

describe('with a title above the headings of every tab', () => {
  it('the check finds the same, names the sheet’s rows and marks the same cells', async () => {
    const { usual, below } = apps();
    const check = (app: TestApplication): Promise<CheckEntriesResponse> =>
      app.call('checkEntries', {});
    const [found, foundBelow] = [await check(usual), await check(below)];
    expect(found.counts.error).toBeGreaterThan(10);
    expect(foundBelow.counts).toEqual(found.counts);
    const named = ({ findings }: CheckEntriesResponse) =>
      findings.map(({ tabTitle, cell, rule, entry, fix }) => ({
        tabTitle,
        cell,
        rule,
        entry,
        fix,
      }));
    expect(named(foundBelow)).toEqual(named(found).map(lowerRow));
    expectSameContent(usual, below, ['checks']);
    for (const key of ['schedule', 'roster', 'attendance'] as const)
      expect(below.workbook.decorationsOf(key).map((one) => one.split(':')[0])).toEqual(
        usual.workbook
          .decorationsOf(key)
          .map((one) => lower(one.split(':')[0] ?? ''))
          .sort(),
      );
    const link = (app: TestApplication) =>
      app.workbook.applied.flat().find(({ kind }) => kind === 'linkCells');
    expect(link(below)).toMatchObject({ firstRow: DOWN + 1 });
  });

  it('a suggestion is written into the row it is about', async () => {
    const { usual, below } = apps();
    const apply = async (app: TestApplication) => {
      const { findings } = await app.call('checkEntries', {});
      const choices = findings.flatMap(({ tab, cell, fix }) =>
        fix && cell !== null ? [{ tab, cell, before: fix.before, after: fix.after }] : [],
      );
      return app.call('applySuggestions', { choices });
    };
    const [done, doneBelow] = [await apply(usual), await apply(below)];
    expect(done.written.length).toBeGreaterThan(1);
    expect(doneBelow.written).toEqual(done.written.map(lowerRow));
    expectSameContent(usual, below, ['schedule', 'roster', 'speakers', 'log']);
  });

  it('the rows that were edited are checked', async () => {
    const { usual, below } = apps();
    const sheetId = sample.schedule?.sheetId ?? -1;
    const check = (app: TestApplication, firstRow: number, lastRow: number) =>
      app.call('checkRows', { sheetId, firstRow, lastRow });
    const found = await check(usual, 2, 20);
    expect(found.findings.length).toBeGreaterThan(0);
    const foundBelow = await check(below, 2 + DOWN, 20 + DOWN);
    expect(foundBelow.findings.map(({ cell, rule }) => [rule, cell])).toEqual(
      found.findings.map(({ cell, rule }) => [rule, cell === null ? null : lower(cell)]),
    );
    expect((await check(below, 1, DOWN + 1)).findings).toEqual([]);
  });

  it('answers to an evaluation are kept, and their ballots taken away, below the headings', async () => {
    const ids = [1, 2, 3, 4, 5].map(memberId);
    const { usual, below } = apps(
      aWorkbook({
        ...MONEY_AND_LEAVE,
        roster: ids.map((id, at) => aMember({ id, name: `听课人${id}`, personOrder: at })),
        attendance: ids.map((id) => aMark({ memberId: id })),
        leave: [],
      }),
    );
    const filled = (app: TestApplication, down: number): Cell[][] =>
      contentOf(app, 'ballots', down).filter((row) => row.some((cell) => cell !== ''));
    for (const app of [usual, below]) for (const id of ids) await answer(app, id, '54321');
    expect(filled(below, DOWN)).toEqual(filled(usual, 0));
    expect(filled(below, DOWN)).toHaveLength(ids.length);
    for (const app of [usual, below]) {
      app.setNow(OVER);
      expect((await app.call('evaluationReport', {})).opened).toBe(1);
    }
    expect([filled(usual, 0), filled(below, DOWN)]).toEqual([[], []]);
    expectSameContent(usual, below, ['evaluations']);
  });

  it('a fee, a decision and reports come out alike', async () => {
    const { usual, below } = apps(aWorkbook(MONEY_AND_LEAVE));
    const work = async (app: TestApplication) => {
      const fee = (await app.call('lectureFees', { action: 'preview' })) as FeePreview;
      await app.call('lectureFees', {
        action: 'confirm',
        sessionId: fee.session.id,
        fingerprint: fee.fingerprint,
      });
      const { pending } = (await app.call('leaveRegister', { action: 'list' })) as LeaveListed;
      const [first] = pending;
      await app.call('leaveRegister', {
        action: 'decide',
        ...(first?.id ? { leaveId: first.id } : { row: first?.row, content: first?.content }),
        event: 'approve',
        approver: '周文远',
      });
      return app.call('attendanceReport', {});
    };
    const [report, reportBelow] = [await work(usual), await work(below)];
    expect(JSON.stringify(reportBelow).length).toBe(JSON.stringify(report).length);
    expectSameContent(usual, below, ['expenses', 'leave', 'attendance', 'log']);
    for (const { place } of await tabsOf(usual))
      if (place.key?.startsWith('report-'))
        expect(below.workbook.rowsOf(place.key)).toEqual(usual.workbook.rowsOf(place.key));
  });
});

const tabsOf = async (app: TestApplication) =>
  (await app.workbook.read(WORKBOOK_ID, [])).places.map((place) => ({ place }));
