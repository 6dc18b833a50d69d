import { describe, expect, it } from '@jest/globals';
import { dayToSerial, toDay } from '#core/calendar/day';
import { TAB_KEYS } from '#core/workbook/tab-keys';
import { anApplication, CLERK, type TestApplication } from '#test/support/application';
import { aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';

const SCHEDULE = TAB_KEYS.indexOf('schedule') + 1; // the builders' sheet id

/** The date is typed as words, the start with a full-width colon. */
function anUntidyWorkbook(): TestApplication {
  const tables = aWorkbook({
    roles: [{ email: CLERK.email, role: 'clerk' }],
    roster: [aMember()],
    speakers: [aSpeaker()],
    schedule: [aSession()],
  });
  const dated = withCellIn(tables, { tab: 'schedule', row: 2, column: 'date' }, '2026年3月6日');
  return anApplication(
    withCellIn(dated, { tab: 'schedule', row: 2, column: 'start' }, '14：３0分'),
  );
}

const DATE = { tab: 'schedule', cell: 'C2', before: '2026年3月6日', after: '2026-03-06' };

describe('applySuggestions', () => {
  it('is offered by the check, with the present value and the new one', async () => {
    const app = anUntidyWorkbook();
    const { findings } = await app.call('checkEntries', {});
    expect(findings.find(({ cell }) => cell === 'C2')).toMatchObject({
      tab: 'schedule',
      fix: { before: '2026年3月6日', after: '2026-03-06' },
    });
    expect(app.workbook.rowsOf('checks').find((row) => row[2] === 'C2')?.[6]).toMatch(
      / → 2026-03-06$/,
    );
  });

  it('writes only the chosen cells, RAW, and says so in the log', async () => {
    const app = anUntidyWorkbook();
    const answer = await app.call('applySuggestions', { choices: [DATE, DATE] });
    const { tab, ...shown } = DATE;
    expect([tab, answer]).toEqual([
      'schedule',
      { written: [{ tabTitle: '日程', ...shown }], refused: [] },
    ]);
    const [row = []] = app.workbook.rowsOf('schedule');
    expect(row.slice(2, 5)).toEqual([dayToSerial(toDay('2026-03-06')), '', '14：３0分']);
    expect(app.workbook.rowsOf('log')).toEqual([
      [
        '2026-03-02 09:00:00 +08:00',
        CLERK.email,
        '采纳更正建议',
        '日程!C2',
        '2026年3月6日',
        '2026-03-06',
        'V01 “2026年3月6日”不是有效日期。',
      ],
    ]);
    expect(app.workbook.applied).toHaveLength(1);
  });

  it('refuses a cell that was changed meanwhile, and writes the others', async () => {
    const app = anUntidyWorkbook();
    await app.workbook.edit([
      {
        kind: 'writeCells',
        sheetId: SCHEDULE,
        firstRow: 1,
        firstColumn: 2,
        rows: [['2026年3月13日']],
      },
    ]);
    const choices = [DATE, { ...DATE, cell: 'J2', before: '区委礼堂', after: '别处' }];
    const { written, refused } = await app.call('applySuggestions', { choices, language: 'en' });
    expect(written).toEqual([]);
    expect(refused.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['C2', 'The cell was changed meanwhile; nothing was written.'],
      ['J2', 'This correction is no longer offered for the cell; nothing was written.'],
    ]);
    expect(app.workbook.rowsOf('log')).toEqual([]);
    expect(app.workbook.applied).toHaveLength(0);
  });

  it('never writes what was sent instead of what is offered', async () => {
    const app = anUntidyWorkbook();
    const choices = [
      { ...DATE, after: '=IMPORTXML("x")' },
      { ...DATE, tab: 'no such tab' },
    ];
    const { written, refused } = await app.call('applySuggestions', { choices });
    expect([written, refused.length]).toEqual([[], 2]);
    expect(app.workbook.applied).toEqual([]);
  });

  it('writes one of several addresses, and none when two are chosen', async () => {
    const value = '周文远 <a@example.org>、b@example。org';
    const two = () =>
      anApplication(
        withCellIn(
          aWorkbook({ roles: [{ email: CLERK.email, role: 'clerk' }], roster: [aMember()] }),
          { tab: 'roster', row: 2, column: 'email' },
          value,
        ),
      );
    const choice = (after: string) => ({ tab: 'roster', cell: 'I2', before: value, after });
    const [first, second] = [choice('a@example.org'), choice('b@example.org')];
    const app = two();
    const { written } = await app.call('applySuggestions', { choices: [second] });
    expect(written).toHaveLength(1);
    expect(app.workbook.rowsOf('roster')[0]?.[8]).toBe('b@example.org');
    const both = two();
    const answer = await both.call('applySuggestions', { choices: [first, second] });
    expect(answer.written).toEqual([]);
    expect(answer.refused.map(({ reason }) => reason)).toEqual([
      '这个单元格勾选了不止一条建议，没有写入；请只选一条。',
      '这个单元格勾选了不止一条建议，没有写入；请只选一条。',
    ]);
    expect(both.workbook.applied).toEqual([]);
  });

  it('reads 3/6 in the order of the workbook’s locale, which is Chinese here', async () => {
    const tables = withCellIn(
      aWorkbook({ roles: [{ email: CLERK.email, role: 'clerk' }], schedule: [aSession()] }),
      { tab: 'schedule', row: 2, column: 'date' },
      '3/6',
    );
    const { findings } = await anApplication(tables).call('checkEntries', {});
    expect(findings.find(({ cell }) => cell === 'C2')?.fix).toEqual({
      before: '3/6',
      after: '2026-03-06',
    });
  });
});
