// Whatever a clerk does to rows, columns or tabs between Lectern's read and its write: the workbook afterwards is as if the one had come
// after the other, and so is the answer. Real client, real Sheets server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { placeOf, type Snapshot } from '#core/workbook/snapshot';
import type { FeePreview } from '#core/contract/lecture-fees';
import { TABS } from '#core/workbook/tabs/index';
import type { WorkbookPort } from '#functions/ports/workbook';
import { ADMIN, type TestApplication } from '#test/support/application';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { CLERK_EDITS, requestsOf, type ClerkEdit } from '#test/support/clerk-edits';
import {
  submitCheckIn,
  submitEvaluation,
  submitOrder,
  submitReply,
} from '#test/support/submitted-forms';
import {
  answerOf,
  applicationOn,
  contentsOf,
  copyOf,
  edit,
  interrupted,
  prepareBase,
} from '#test/support/two-clerks';

interface Interruption {
  readonly tab: string;
  readonly change: ClerkEdit;
  /** Before which of the action's writes, from 1. */
  readonly write: number;
}

const moveColumn = (tab: string, column: number, to: number): Interruption => ({
  tab,
  change: { kind: 'moveColumn', column, to },
  write: 1,
});

interface Action {
  readonly name: string;
  /** Tabs it writes, by key. */
  readonly tabs: readonly string[];
  run(app: TestApplication, id: string): Promise<unknown>;
  /** Edits that are tried in every run. */
  readonly always?: readonly Interruption[];
  /** Lists of Lectern's own among them: they are as the action decided them, whatever somebody edits there in that second. */
  readonly lists?: readonly string[];
  /** Fewer than usual. */
  readonly rounds?: number;
}

const leave = (request: object) => (app: TestApplication, id: string) =>
  app.call('leaveRegister', { spreadsheetId: id, ...request } as never); // one of the register's requests

const ACTIONS: readonly Action[] = [
  {
    name: 'approving a leave by its id',
    tabs: ['leave', 'attendance', 'log'],
    run: leave({ action: 'decide', event: 'approve', leaveId: 'L001', approver: '周文远' }),
  },
  {
    name: 'refusing a leave',
    tabs: ['leave', 'log'],
    run: leave({ action: 'decide', event: 'refuse', leaveId: 'L001', approver: '周文远' }),
  },
  {
    name: 'cancelling a leave',
    tabs: ['leave', 'attendance', 'log'],
    run: leave({ action: 'decide', event: 'cancel', leaveId: 'L002' }),
  },
  {
    name: 'carrying out typed decisions',
    tabs: ['leave', 'attendance', 'log'],
    run: leave({ action: 'apply' }),
  },
  {
    name: 'closing a sign-in',
    tabs: ['attendance', 'schedule', 'log', 'leave'],
    always: [
      // The session itself is deleted, with another row in its place: nothing is to be left on its sheet.
      { tab: 'schedule', change: { kind: 'insertAndDelete', row: 3, to: 2 }, write: 1 },
    ],
    run(app, id) {
      app.setNow('2026-03-13T09:10:00Z');
      return app.call('signInSheet', {
        spreadsheetId: id,
        action: 'close',
        sessionId: 'S02',
        present: ['R001', 'R002'],
        absent: ['R004', 'R005'],
        byAttendance: ['R006'],
        notRecorded: [],
      });
    },
  },
  {
    name: 'a correction',
    tabs: ['expenses', 'log'],
    run: (app, id) =>
      app.call('applySuggestions', {
        spreadsheetId: id,
        choices: [{ tab: 'expenses', cell: 'B3', before: '2026年3月9日', after: '2026-03-09' }],
      }),
  },
  {
    name: 'a check',
    // A list that is written again, each column under its own label.
    always: [
      ...[
        [4, 2],
        [0, 3],
        [2, 0],
        [1, 4],
      ].map(([column = 0, to = 0]) => moveColumn('checks', column, to)),
      // The names are put where the IDs are.
      moveColumn('attendance', 2, 1),
    ],
    tabs: ['checks', 'expenses', 'attendance', 'schedule'],
    run: (app, id) => app.call('checkEntries', { spreadsheetId: id }),
  },
  {
    name: 'a check of edited rows',
    tabs: ['expenses', 'schedule'],
    async run(app, id) {
      const { places } = await googleWorkbook(() => sheets.client).read(id, []);
      const sheetId = placeOf({ places }, 'expenses')?.sheetId ?? 0;
      return app.call('checkRows', { spreadsheetId: id, sheetId, firstRow: 2, lastRow: 3 });
    },
  },
  {
    name: 'set-up',
    tabs: ['leave', 'schedule'],
    run: (app, id) => app.call('setUpWorkbook', { spreadsheetId: id }, ADMIN.email),
  },
  { name: 'booking a fee', tabs: ['expenses', 'log', 'schedule'], run: bookFee },
  {
    name: 'accepting proposals',
    tabs: ['schedule', 'topics', 'proposals', 'log'],
    run: (app, id) => app.call('planQuarter', { spreadsheetId: id, action: 'accept' }),
  },
  {
    name: 'writing proposals',
    tabs: ['proposals', 'topics'],
    run: (app, id) =>
      app.call('planQuarter', {
        spreadsheetId: id,
        action: 'write',
        from: '2026-04-06',
        to: '2026-05-10',
      }),
  },
  {
    name: 'a reply that asks for leave',
    tabs: ['replies', 'leave'],
    run: (app, id) => submitReply(app, id, 'R001'),
  },
  {
    name: 'an order that changes',
    tabs: ['orders', 'wishes', 'topics'],
    run: (app, id) => submitOrder(app, id, 'R001'),
  },
  {
    name: 'a wish that becomes a topic',
    tabs: ['wishes', 'topics'],
    run: (app, id) =>
      app.call('topicOrders', {
        spreadsheetId: id,
        action: 'adopt',
        wishId: 'W001',
        wish: '低空经济',
        title: '低空经济与产业',
        source: 'local',
      }),
  },
  {
    name: 'an answer to an evaluation',
    tabs: ['evaluations', 'ballots'],
    lists: ['ballots'],
    rounds: 14,
    run: (app, id) => submitEvaluation(app, id, 'R001'),
  },
  {
    name: 'opening the answers to an evaluation',
    tabs: ['evaluations', 'ballots', 'schedule'],
    lists: ['evaluations', 'ballots'],
    rounds: 14,
    run: (app, id) => app.call('evaluationReport', { spreadsheetId: id, close: 'S01' }),
  },
  { name: 'a check-in', tabs: ['attendance', 'log'], run: (app, id) => submitCheckIn(app, id, 4) },
  {
    name: 'a decision on a mail in doubt',
    tabs: ['notices'],
    run: (app, id) =>
      app.call('weeklyNotice', {
        spreadsheetId: id,
        action: 'resolve',
        occasionId: 'S01',
        memberIds: ['R002'],
        as: 'sent',
      }),
  },
];

let sheets: LocalSheets;

/** Rounds for each of the actions. */
const ROUNDS = 28;

async function bookFee(app: TestApplication, id: string): Promise<unknown> {
  const preview = await app.call('lectureFees', {
    spreadsheetId: id,
    action: 'preview',
    sessionId: 'S01',
  });
  const { fingerprint } = preview as FeePreview; // a preview was asked for
  return app.call('lectureFees', {
    spreadsheetId: id,
    action: 'confirm',
    sessionId: 'S01',
    fingerprint,
  });
}

interface Outcome {
  readonly answer: string;
  readonly cells: Readonly<Record<string, string[]>>;
}

describe('a clerk edits rows while Lectern is at work', () => {
  let base = '';
  let port: WorkbookPort;
  let places: Snapshot['places'] = [];
  beforeAll(async () => {
    sheets = await startLocalSheets();
    port = googleWorkbook(() => sheets.client);
    base = await prepareBase(sheets);
    ({ places } = await port.read(base, []));
  });
  afterAll(() => sheets.close());

  const clerk = async (id: string, tab: string, change: ClerkEdit): Promise<void> => {
    // A copy keeps the ids of the sheets.
    const place = placeOf({ places }, tab);
    if (!place) throw new Error(`no tab ${tab}`);
    const { sheetId, title } = place;
    // What is typed below the last row is a new row, and moves down when another comes before it.
    const isFilled = (row: number, rows: readonly string[] = []): boolean =>
      (rows[row] ?? '') !== '';
    if (change.kind === 'retypeId' && !isFilled(change.row, (await contentsOf(sheets, id))[title]))
      return;
    await edit(sheets, id, requestsOf(sheetId, change));
  };
  /** In any order, because other rows may come between. A copy still has the id of its original in its cells. */
  const rowsOf = async (id: string, original = id): Promise<Outcome['cells']> => {
    const tabs = Object.entries(await contentsOf(sheets, id));
    return Object.fromEntries(
      tabs.map(([title, rows]) => {
        const filled = rows.filter((cells) => cells !== '');
        return [title, filled.map((cells) => cells.replaceAll(original, 'BOOK')).sort()];
      }),
    );
  };
  const outcome = async (action: Action, id: string, through = port): Promise<Outcome> => {
    const answer = await answerOf(action.run(applicationOn(through, id), id));
    return { answer: answer.replaceAll(id, 'BOOK'), cells: await rowsOf(id) };
  };

  test.each(ACTIONS)('$name', async (action) => {
    const cases: fc.Arbitrary<Interruption> = fc.record({
      tab: fc.constantFrom(...action.tabs),
      change: CLERK_EDITS,
      write: fc.constantFrom(1, 1, 2),
    });
    // The action without a clerk, once for all rounds: most of them end as if the clerk had come after it.
    const alone = await copyOf(sheets, base);
    const { answer } = await outcome(action, alone);
    const actionThenClerk = async (tab: string, change: ClerkEdit): Promise<Outcome> => {
      const id = await copyOf(sheets, alone);
      await clerk(id, tab, change);
      return { answer, cells: await rowsOf(id, alone) };
    };
    await fc.assert(
      fc.asyncProperty(cases, async ({ tab, change, write }) => {
        const together = await copyOf(sheets, base);
        let done = 0;
        const meanwhile = (): Promise<void> => {
          done += 1;
          return clerk(together, tab, change);
        };
        const found = await outcome(action, together, interrupted(port, write, meanwhile));
        if (done === 0 || isSame(found, await actionThenClerk(tab, change))) return;
        const after = await copyOf(sheets, base);
        await clerk(after, tab, change);
        const second = await outcome(action, after);
        if (isSame(found, second)) return;
        // A column dragged while set-up lays out its tab may get its neighbour's note; labels and entries stay right.
        if (action.name === 'set-up' && change.kind === 'moveColumn') {
          expect(withoutNotes(found)).toEqual(withoutNotes(second));
          return;
        }
        if (found.answer === 'refused: feeOutdated') {
          // Between preview and booking: it is not what was previewed any more, and nothing was written.
          const untouched = await copyOf(sheets, base);
          await clerk(untouched, tab, change);
          expect(found.cells).toEqual(await rowsOf(untouched));
          return;
        }
        if (action.lists?.includes(tab)) {
          const { title } = TABS[tab as keyof typeof TABS];
          const { [title['zh-CN']]: expected = [], ...others } = await rowsOf(alone);
          const { [title['zh-CN']]: list = [], ...rest } = found.cells;
          expect({ answer: found.answer, rest }).toEqual({ answer, rest: others });
          expect(list).toEqual(expect.arrayContaining([...expected]));
          // A row that was carried away below the list stays where it was put.
          expect(list.length).toBeLessThanOrEqual(expected.length + 1);
          return;
        }
        const before = await copyOf(sheets, base);
        const first = await outcome(action, before);
        await clerk(before, tab, change);
        expect(found).toEqual({ ...first, cells: await rowsOf(before) });
      }),
      {
        numRuns: action.rounds ?? ROUNDS,
        endOnFailure: true,
        examples: (action.always ?? []).map((interruption): [Interruption] => [interruption]),
      },
    );
  });
});

const withoutNotes = ({ cells }: Outcome): string =>
  JSON.stringify(cells).replace(/\[[^\][]*\](?= \||")/g, '');

const isSame = (left: Outcome, right: Outcome): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
