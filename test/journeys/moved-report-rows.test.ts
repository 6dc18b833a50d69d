// What clerks keep beside a report stays beside the person it is about, whatever they do to the report's rows and columns between
// Lectern's read and its write. Real client, real Sheets server.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { placeOf } from '#core/workbook/snapshot';
import type { WorkbookPort } from '#functions/ports/workbook';
import type { TestApplication } from '#test/support/application';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { requestsOf, typeCells, type ClerkEdit } from '#test/support/clerk-edits';
import {
  answerOf,
  applicationOn,
  contentsOf,
  copyOf,
  edit,
  interrupted,
  prepareBase,
} from '#test/support/two-clerks';

interface Report {
  readonly name: string;
  readonly key: string;
  readonly run: (app: TestApplication, id: string) => Promise<unknown>;
}

const REPORTS: readonly Report[] = [
  {
    name: 'the leave register',
    key: 'report-leave',
    run: (app, id) => app.call('leaveRegister', { spreadsheetId: id, action: 'report' }),
  },
  {
    name: 'the hours ledger',
    key: 'report-hours',
    run: (app, id) => app.call('hoursLedger', { spreadsheetId: id }),
  },
  {
    name: 'the attendance report',
    key: 'report-attendance-person',
    run: (app, id) => app.call('attendanceReport', { spreadsheetId: id }),
  },
  {
    name: 'the sign-in sheet',
    key: 'sign-in-S02',
    run: (app, id) =>
      app.call('signInSheet', { spreadsheetId: id, action: 'make', sessionId: 'S02' }),
  },
];

const PEOPLE = ['沈国栋', '柳叶青', '范立城', '甄若谷'];
const note = (person: string): string => `已与${person}谈`;

/** Of the four rows that start at `first`; the edits keep each row whole. */
const editsOf = (first: number): fc.Arbitrary<ClerkEdit> => {
  const row = fc.integer({ min: first, max: first + 3 });
  const column = fc.integer({ min: 1, max: 4 });
  return fc.oneof(
    fc.record({ kind: fc.constant('insertRow'), row: fc.integer({ min: 1, max: first + 3 }) }),
    fc.record({ kind: fc.constant('moveRow'), row, to: row }),
    fc.record({ kind: fc.constant('insertAndDelete'), row, to: fc.constant(1) }),
    fc.record({ kind: fc.constant('insertColumn'), column }),
    fc.record({ kind: fc.constant('moveColumn'), column, to: column }),
    fc.record({ kind: fc.constantFrom('addRow', 'renameTab') }),
  );
};

describe('a clerk edits a report while Lectern writes it anew', () => {
  let sheets: LocalSheets;
  let base = '';
  let port: WorkbookPort;
  beforeAll(async () => {
    sheets = await startLocalSheets();
    port = googleWorkbook(() => sheets.client);
    base = await prepareBase(sheets);
  });
  afterAll(() => sheets.close());

  const sheetOf = async (id: string, key: string) => {
    const { places } = await port.read(id, []);
    const place = placeOf({ places }, key);
    if (!place) throw new Error(`no tab ${key}`);
    return place;
  };
  const rowsOf = async (id: string, key: string): Promise<string[]> => {
    const { title } = await sheetOf(id, key);
    return (await contentsOf(sheets, id))[title] ?? [];
  };

  test.each(REPORTS)('$name', async ({ key, run }) => {
    const annotated = await copyOf(sheets, base);
    const { sheetId, layout } = await sheetOf(annotated, key);
    const rows = await rowsOf(annotated, key);
    const rowOf = (person: string) => rows.findIndex((row) => row.includes(`| ${person} |`));
    const [first = 0] = PEOPLE.map(rowOf).toSorted((a, b) => a - b);
    await edit(
      sheets,
      annotated,
      PEOPLE.map((person) =>
        typeCells(sheetId, rowOf(person), Number(layout) + 1, [[note(person)]]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(editsOf(first), async (change) => {
        const id = await copyOf(sheets, annotated);
        const meanwhile = () => edit(sheets, id, requestsOf(sheetId, change));
        const answer = await answerOf(run(applicationOn(interrupted(port, 1, meanwhile), id), id));
        expect(answer).not.toContain('refused');
        const found = (await rowsOf(id, key)).filter((row) => row.includes('已与'));
        expect(found).toHaveLength(PEOPLE.length);
        for (const person of PEOPLE)
          expect(found.find((row) => row.includes(note(person)))).toContain(`| ${person} |`);
      }),
      { numRuns: 32, endOnFailure: true },
    );
  });
});
