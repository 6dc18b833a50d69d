import { describe, expect, test } from '@jest/globals';
import { replyPage } from '#functions/app/leave/reply-page';
import { runPage } from '#functions/app/runtime/page-case';
import { anApplication, LINKS, type TestApplication } from '#test/support/application';
import { aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { WORKBOOK_ID } from '#test/support/in-memory-workbook';
import { app, APPROVED, decide } from '#test/support/leave-app';

/** Between each read and its write, somebody else writes. */
function overtaken(on: TestApplication): TestApplication {
  on.workbook.readLease = () => Promise.resolve('of somebody else');
  return on;
}

describe('when others keep writing', () => {
  test('a clerk’s decision is refused in words for clerks, and nothing is written', async () => {
    const on = overtaken(app());
    await expect(decide(on, 'approve', APPROVED)).rejects.toMatchObject({
      refusal: 'writeConflict',
    });
    expect(on.workbook.applied).toEqual([]);
  });

  test('a clerk’s sign-in sheet is refused in words for clerks', async () => {
    const on = overtaken(app());
    await expect(
      on.call('signInSheet', { action: 'make', sessionId: 'S01' }),
    ).rejects.toMatchObject({ refusal: 'writeConflict' });
  });

  test('a reply on a public page is refused in words for participants', async () => {
    const on = overtaken(anApplication(aWorkbook({ schedule: [aSession()], roster: [aMember()] })));
    const token = LINKS.token('reply', {
      spreadsheetId: WORKBOOK_ID,
      occasionId: 'S01',
      memberId: 'R001',
      expires: new Date('2026-03-06T06:30:00Z'),
    });
    const form = new URLSearchParams({ action: 'attend' });
    const answer = await runPage(replyPage(), { token, form }, on.application);
    expect(answer).toMatchObject({ refused: { refusal: 'answersBusy' } });
  });
});
