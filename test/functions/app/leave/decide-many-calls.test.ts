// What a hundred decisions at once ask of Google, counted at a Sheets server, and what is left of them when a row goes meanwhile.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { LeavesDecided } from '#core/contract/leave-register';
import { entriesOf } from '#core/model/book';
import { placeOf } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { anApplication, AUDIENCE, type TestApplication } from '#test/support/application';
import { aLeave, aMark, aMember, anApprover, aSession } from '#test/support/builders/rows';
import { PENDING } from '#test/support/leave-app';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { workbookOnSheets } from '#test/support/workbook-on-sheets';

const TABS: readonly TabKey[] = [
  'settings',
  'roles',
  'schedule',
  'roster',
  'attendance',
  'leave',
  'statuses',
  'approvers',
  'log',
];
const PEOPLE = Array.from({ length: 100 }, (_, index) => index);

let google: LocalSheets;
beforeAll(async () => {
  google = await startLocalSheets();
});
afterAll(() => google.close());

/** Of a hundred people marked absent each has asked for leave. */
const openWorkbook = (): Promise<string> =>
  workbookOnSheets(google.client, {
    tabs: TABS,
    rows: {
      roles: [{ email: 'clerk@example.org', role: 'clerk' }],
      schedule: [aSession({ state: 'held', speakerId: null })],
      roster: PEOPLE.map((index) =>
        aMember({ id: `R${index}`, name: `学员${index}`, personOrder: index + 1 }),
      ),
      attendance: PEOPLE.map((index) => aMark({ memberId: `R${index}`, status: '缺席' })),
      leave: PEOPLE.map((index) =>
        aLeave({ id: `L${index}`, memberId: `R${index}`, kind: 'personal', ...PENDING }),
      ),
      approvers: [anApprover({ approver: '区委书记' })],
    },
  });

describe('a hundred decisions at once', () => {
  let id: string;
  let asked: string[];
  let on: TestApplication;
  /** Called before each write. */
  let beforeWrite: () => Promise<unknown>;
  beforeEach(async () => {
    id = await openWorkbook();
    asked = [];
    beforeWrite = () => Promise.resolve();
    const send: typeof fetch = async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const request = `${init?.method ?? 'GET'} ${pathname.split(id)[1] ?? ''}`;
      if (request === 'POST :batchUpdate') await beforeWrite();
      asked.push(request);
      return fetch(input, init);
    };
    const client = localSheetsClient(google.rootUrl, { send, account: null });
    on = anApplication(
      {},
      {
        workbooks: new Map([[id, [AUDIENCE]]]),
        between: (ports) => ({ ...ports, workbook: googleWorkbook(() => client) }),
      },
    );
    on.setNow('2026-03-09T01:00:00Z');
  });

  const decide = async (people: readonly number[]) =>
    (await on.call('leaveRegister', {
      spreadsheetId: id,
      action: 'decideMany',
      decisions: people.map((index) => ({
        leaveId: `L${index}`,
        event: 'approve',
        approver: '区委书记',
      })),
    })) as LeavesDecided; // several were asked for

  const written = async () => {
    const { tables } = await googleWorkbook(() => google.client).read(id, ['leave', 'attendance']);
    return {
      approved: entriesOf(tables, 'leave').filter(({ cells }) => cells.decision === 'approved'),
      marks: entriesOf(tables, 'attendance').map(({ cells }) => cells.status),
    };
  };

  test('ask for what one asks for: the structure and the values twice, the version and the write once', async () => {
    await decide([0]);
    const alone = asked.splice(0);
    const { decided, refused } = await decide(PEOPLE.slice(1));
    expect([decided.length, refused]).toEqual([99, []]);
    expect(asked).toEqual(alone);
    expect(asked).toEqual([
      'GET ',
      'GET /values:batchGet',
      'GET /developerMetadata/710002',
      'GET ',
      'GET /values:batchGet',
      'POST :batchUpdate',
    ]);
    const { approved, marks } = await written();
    expect([approved.length, new Set(marks)]).toEqual([100, new Set(['事假'])]);
  });

  test('of which one lost its row before the write name that one, and the others are written once', async () => {
    const { places } = await googleWorkbook(() => google.client).read(id, []);
    const sheetId = placeOf({ places }, 'leave')?.sheetId ?? -1;
    let edits = 0;
    beforeWrite = () => {
      edits += 1;
      if (edits > 1) return Promise.resolve();
      // The header is row 0, so this is the row of L49.
      const range = { sheetId, dimension: 'ROWS', startIndex: 50, endIndex: 51 };
      return google.client.spreadsheets.batchUpdate({
        spreadsheetId: id,
        requestBody: { requests: [{ deleteDimension: { range } }] },
      });
    };
    const { decided, refused } = await decide(PEOPLE);
    expect(decided.map(({ leave }) => leave.id)).toEqual(
      PEOPLE.filter((index) => index !== 49).map((index) => `L${index}`),
    );
    expect(refused).toEqual([
      { position: 49, reason: expect.stringContaining('“请假”中没有编号为 L49 的一条') },
    ]);
    // Refused as a whole, read anew, and written again.
    expect(asked.filter((request) => request === 'POST :batchUpdate')).toHaveLength(2);
    const { approved, marks } = await written();
    expect(approved.map(({ cells }) => cells.id)).toEqual(
      PEOPLE.filter((index) => index !== 49).map((index) => `L${index}`),
    );
    expect(marks.map((mark, index) => (mark === '事假' ? '' : `R${index} ${mark ?? ''}`))).toEqual(
      PEOPLE.map((index) => (index === 49 ? 'R49 缺席' : '')),
    );
  });
});
