// The day under the signature of the mails of a send that goes on, is tried again or is begun anew.
import { describe, expect, test } from '@jest/globals';
import type { NoticePreview, NoticeSent } from '#core/contract/weekly-notice';
import { gridOf, rowsOf } from '#core/workbook/cell-grid';
import { anApplication, type TestApplication } from '#test/support/application';
import { columnsOf } from '#test/support/builders/tables';
import { ids, tables, begin, goOn, column, states, everybodyOnce } from './sixty-people';

/** The day under the signature of each mail. */
const daysOf = (app: TestApplication): (string | undefined)[] =>
  app.mailer.mails.map(({ text }) => text.trimEnd().split('\n').at(-1));

describe('the day of issue of a send', () => {
  test('keeps that day when a row is tried again after midnight and again the next morning', async () => {
    const app = anApplication(tables);
    app.mailer.answer = () => ({ state: 'retry', reason: 'no connection' });
    app.setNow('2026-03-02T15:50:00Z');
    expect(await begin(app)).toMatchObject({ sent: 0 });
    app.setNow('2026-03-02T16:30:00Z');
    expect(await goOn(app)).toMatchObject({ sent: 0 });
    app.mailer.answer = () => ({ state: 'sent' });
    for (const hour of ['01', '02', '03']) {
      app.setNow(`2026-03-03T${hour}:00:00Z`);
      await goOn(app);
    }
    expect(states(app)).toEqual({ 已发: 60 });
    everybodyOnce(app);
    expect(daysOf(app)).toEqual(ids.map(() => '2026年3月2日'));
  });

  test('begun anew by a preview on a later day has that day, when nothing left before', async () => {
    const app = anApplication(tables);
    app.mailer.answer = () => ({ state: 'retry', reason: 'no connection' });
    await begin(app);
    app.mailer.answer = () => ({ state: 'sent' });
    app.setNow('2026-03-03T01:00:00Z');
    expect(await begin(app)).toMatchObject({ sent: 50, waiting: 10 });
    app.setNow('2026-03-03T01:10:00Z');
    expect(await goOn(app)).toMatchObject({ sent: 10, waiting: 0 });
    everybodyOnce(app);
    expect(daysOf(app)).toEqual(ids.map(() => '2026年3月3日'));
  });

  test('goes on after midnight in a workbook whose ledger does not keep the day', async () => {
    const { notices, ...others } = tables;
    if (notices === undefined) throw new Error('the workbook has no ledger');
    const [header = []] = rowsOf(notices.cells);
    const former = header.filter((_, index) => index !== column('issued'));
    const app = anApplication({ ...others, notices: { ...notices, cells: gridOf([former]) } });
    app.setNow('2026-03-02T15:50:00Z');
    expect(await begin(app)).toMatchObject({ sent: 50, waiting: 10 });
    app.setNow('2026-03-02T16:30:00Z');
    expect(await goOn(app)).toMatchObject({ sent: 10, waiting: 0 });
    everybodyOnce(app);
  });

  test('of a change has the day of its own preview, whatever an earlier change has left', async () => {
    const app = anApplication(tables);
    await begin(app);
    await goOn(app);
    const moveTo = (venue: string): Promise<void> =>
      app.workbook.edit([
        {
          kind: 'writeCells',
          sheetId: tables.schedule?.sheetId ?? 0,
          firstRow: 1,
          firstColumn: columnsOf('schedule').indexOf('venue'),
          rows: [[venue]],
        },
      ]);
    const tell = async (): Promise<NoticeSent> => {
      const shown = await app.call('weeklyNotice', { action: 'preview', kind: 'change' });
      const { fingerprint } = shown as NoticePreview; // a preview was asked for
      const call = { action: 'send', kind: 'change', occasionId: 'S01', fingerprint } as const;
      return (await app.call('weeklyNotice', { ...call, seconds: 70 })) as NoticeSent;
    };
    await moveTo('二楼会议室');
    app.mailer.answer = ({ to }) =>
      to.address === 'r003@example.org'
        ? { state: 'retry', reason: 'refused for now (451)' }
        : { state: 'sent' };
    app.setNow('2026-03-03T01:00:00Z');
    await tell();
    await moveTo('三楼会议室');
    app.mailer.answer = () => ({ state: 'sent' });
    app.mailer.mails.length = 0;
    app.setNow('2026-03-05T01:00:00Z');
    expect(await tell()).toMatchObject({ sent: 50, waiting: 10 });
    app.setNow('2026-03-05T01:10:00Z');
    const rest = { action: 'continue', kind: 'change', occasionId: 'S01', seconds: 70 } as const;
    expect(await app.call('weeklyNotice', rest)).toMatchObject({ sent: 10, waiting: 0 });
    everybodyOnce(app);
    expect(daysOf(app)).toEqual(ids.map(() => '2026年3月5日'));
  });
});
