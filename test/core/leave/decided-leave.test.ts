// Which decisions a person is told of, and when.
import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { canTellDecision, decidedLeave, decisionDetails } from '#core/leave/decided-leave';
import { readBook } from '#core/model/book';
import type { Snapshot } from '#core/workbook/snapshot';
import { aLeave, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Row = Parameters<typeof aLeave>[0];
const snapshotOf = (...rows: readonly Row[]): Snapshot => ({
  spreadsheetId: 'book',
  title: '',
  timeZone: '',
  locale: '',
  places: [],
  tables: aWorkbook({ leave: rows.map((row, at) => aLeave({ id: `L${at}`, ...row })) }),
});
const REFUSED: Row = { decision: 'refused' };
const PENDING: Row = { decision: 'pending' };
const RETURNED: Row = { returnedOn: toDay('2026-03-06') };

describe('decidedLeave', () => {
  test.each<[string, Row[], string | null]>([
    ['one for the whole session', [{}], 'approved'],
    ['two parts', [{ minutes: 30 }, { ...REFUSED, minutes: 60 }], 'approved 30; refused 60'],
    [
      'the same parts the other way round',
      [{ ...REFUSED, minutes: 60 }, { minutes: 30 }],
      'approved 30; refused 60',
    ],
    ['one that waits hides none before it', [REFUSED, PENDING], 'refused'],
    ['one that was cancelled neither', [{}, { decision: 'cancelled' }], 'approved'],
    ['asked again for the whole session', [REFUSED, {}], 'approved'],
    ['asked again, and closed since', [REFUSED, RETURNED], null],
    ['refused, then a part', [REFUSED, { minutes: 30 }], 'approved 30; refused'],
    ['closed', [RETURNED], null],
    ['of another session', [{ sessionId: 'S02' }], null],
  ])('%s', (_, rows, expected) => {
    const decided = decidedLeave(snapshotOf(...rows), 'S01').get('R001');
    expect(decided ? decisionDetails(decided) : null).toBe(expected);
  });
});

describe('canTellDecision', () => {
  test.each<[string, Row, string, boolean]>([
    ['before the session', {}, '2026-03-05', true],
    ['on its day', REFUSED, '2026-03-06', true],
    ['after it', {}, '2026-03-07', false],
    ['closed on its day', RETURNED, '2026-03-06', false],
    ['undecided', PENDING, '2026-03-05', false],
  ])('%s', (_, row, today, expected) => {
    const cells = aLeave(row);
    const tables = aWorkbook({ schedule: [aSession()], leave: [cells] });
    const { book } = readBook(tables, toDay(today));
    expect(canTellDecision(book, cells)).toBe(expected);
  });
});
