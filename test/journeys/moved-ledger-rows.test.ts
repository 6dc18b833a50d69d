// A notice is sent while a clerk edits the ledger: everybody gets one mail, and the ledger says so in the row of each. Real client, real
// Sheets server.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import { placeOf } from '#core/workbook/snapshot';
import { TABS } from '#core/workbook/tabs/index';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';
import { rowsIn } from '#test/support/builders/tables';
import { CLERK_EDITS, requestsOf } from '#test/support/clerk-edits';
import { startLocalSheets, type LocalSheets } from '#test/support/local-sheets';
import { RecordingMailer } from '#test/support/recording-mailer';
import { applicationOn, copyOf, edit, interrupted, prepareBase } from '#test/support/two-clerks';

let sheets: LocalSheets;
let base = '';
beforeAll(async () => {
  sheets = await startLocalSheets();
  base = await prepareBase(sheets);
});
afterAll(() => sheets.close());

test('everybody gets one mail, and the ledger says so', async () => {
  const port = googleWorkbook(() => sheets.client);
  const column = (name: keyof typeof TABS.notices.columns) =>
    TABS.notices.columns[name].label['zh-CN'];
  const cases = fc.record({
    change: CLERK_EDITS.filter(({ kind }) => kind !== 'deleteTab' && kind !== 'retypeId'),
    write: fc.integer({ min: 2, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ change, write }) => {
      const id = await copyOf(sheets, base);
      const { places } = await port.read(id, []);
      const sheetId = placeOf({ places }, 'notices')?.sheetId ?? -1;
      const meanwhile = () => edit(sheets, id, requestsOf(sheetId, change));
      const mailer = new RecordingMailer();
      const app = applicationOn(interrupted(port, write, meanwhile), id, { mailer });
      const request = { spreadsheetId: id, occasionId: 'S03' };
      const { fingerprint } = (await app.call('weeklyNotice', {
        ...request,
        action: 'preview',
      })) as NoticePreview; // a preview was asked for
      const sent = (await app.call('weeklyNotice', {
        ...request,
        action: 'send',
        fingerprint,
      })) as NoticeSent; // a send was asked for
      const people = mailer.mails.map(({ to }) => to.address).sort();
      expect([sent.sent, new Set(people).size]).toEqual([people.length, people.length]);
      expect(people).toHaveLength(5); // all but the one on leave
      const [header = [], ...rows] = rowsIn((await port.read(id, ['notices'])).tables.notices);
      const at = (name: keyof typeof TABS.notices.columns) => header.indexOf(column(name));
      const mine = rows.filter((row) =>
        String(row[at('key')] ?? '').startsWith(`${id}|S03|weekly|`),
      );
      expect(mine.map((row) => row[at('recipient')]).sort()).toEqual(people);
      expect(mine.map((row) => row[at('state')])).toEqual(people.map(() => '已发'));
    }),
    { numRuns: 40, endOnFailure: true },
  );
});
