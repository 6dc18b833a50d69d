// Which session a fee is of.
import { describe, expect, it } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import type { FeePreview } from '#core/contract/lecture-fees';
import { anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { anApplication, type TestApplication } from '#test/support/application';

/** Monday 9 March 2026 in Shanghai: three days after the session. */
const app = (rows: Parameters<typeof aWorkbook>[0]): TestApplication => {
  const roles = [{ email: 'clerk@example.org', role: 'clerk' as const }];
  const made = anApplication(aWorkbook({ roles, speakers: [aSpeaker()], ...rows }));
  made.setNow('2026-03-09T01:00:00Z');
  return made;
};
const preview = async (on: TestApplication, choice: object = {}): Promise<FeePreview> =>
  (await on.call('lectureFees', { action: 'preview', ...choice })) as FeePreview; // a preview was asked for
const confirm = (on: TestApplication, fingerprint: string) =>
  on.call('lectureFees', { action: 'confirm', sessionId: 'S01', fingerprint });

const rules = ({ findings }: FeePreview): string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('the session of a fee', () => {
  it('chooses the first held session whose fee is not booked, else the last held, else the next planned one', async () => {
    const later = aSession({ id: 'S02', number: 2, date: toDay('2026-03-13') });
    const leader = aSpeaker({ id: 'T09', name: '贺知行', titleLevel: 'localLeader' });
    const byLeader = aSession({
      id: 'S00',
      number: 0,
      date: toDay('2026-02-27'),
      state: 'held',
      speakerId: 'T09',
    });
    const schedule = [byLeader, later, aSession({ state: 'held' })];
    const speakers = [aSpeaker(), leader];
    expect((await preview(app({ schedule, speakers }))).session.id).toBe('S01');
    const last = await preview(app({ schedule, speakers, expenses: [anExpense()] }));
    expect([last.session.id, last.recorded?.expenseId, last.canConfirm]).toEqual([
      'S01',
      'E001',
      false,
    ]);
    const next = await preview(app({ schedule: [byLeader, { ...later, number: 1 }], speakers }));
    expect([next.session.id, rules(next), next.canConfirm]).toEqual(['S02', ['W29 error'], false]);
  });

  it('is of the session that the clerk names, by its ID in small letters or its number', async () => {
    const schedule = [
      aSession({ state: 'held' }),
      aSession({ id: 'S02', number: 2, date: toDay('2026-03-13') }),
    ];
    for (const sessionId of ['s02', '2', '第2期'])
      expect((await preview(app({ schedule }), { sessionId })).session.id).toBe('S02');
    await expect(preview(app({ schedule }), { sessionId: '第3期' })).rejects.toMatchObject({
      refusal: 'noFeeSession',
    });
  });

  it('stays with a session whose fee was booked while the next one is only planned', async () => {
    const schedule = [
      aSession({ state: 'held' }),
      aSession({ id: 'S02', number: 2, date: toDay('2026-03-13') }),
    ];
    const on = app({ schedule });
    await confirm(on, (await preview(on)).fingerprint);
    const { session, recorded, sessions } = await preview(on);
    expect([session.id, recorded?.expenseId]).toEqual(['S01', 'E001']);
    expect(sessions.map(({ id }) => id)).toEqual(['S01', 'S02']);
  });
});
