import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { workbookFacts } from '#core/roll-up/workbook-facts';
import { saveFacts } from '#functions/app/roll-up/save-facts';
import { aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { memoryFactStore } from '#test/support/memory-fact-store';

const WORKBOOK = 'W1';

/** One session on each of these Fridays, with the only member's mark where `came`. */
function weeksOf(days: readonly string[], came: readonly string[] = days) {
  const sessions = days.map((day) => aSession({ id: `S-${day}`, date: toDay(day), state: 'held' }));
  const tables = aWorkbook({
    roster: [aMember({ id: 'R001' })],
    schedule: sessions,
    attendance: came.map((day) => aMark({ sessionId: `S-${day}`, memberId: 'R001' })),
  });
  const { book } = readBook(tables, toDay('2026-12-31'));
  return workbookFacts(book, { workbook: WORKBOOK, district: '甲区', region: '' });
}

test('writes a file a week, then only what changes, and takes away what is gone', async () => {
  const store = memoryFactStore();
  const save = (weeks: ReturnType<typeof weeksOf>) => saveFacts(store, WORKBOOK, weeks);
  expect(await save(weeksOf(['2026-03-06', '2026-03-13']))).toEqual({
    weeks: 2,
    written: 2,
    removed: 0,
  });
  expect([...store.files.keys()]).toEqual(['W1.2026-03-02.ndjson', 'W1.2026-03-09.ndjson']);
  expect(store.files.get('W1.2026-03-02.ndjson')?.split('\n')).toHaveLength(2);

  store.calls = 0;
  expect(await save(weeksOf(['2026-03-06', '2026-03-13']))).toEqual({
    weeks: 2,
    written: 0,
    removed: 0,
  });
  expect(store.calls).toBe(1);

  const late = weeksOf(['2026-03-06', '2026-03-13'], ['2026-03-13']);
  expect(await save(late)).toEqual({ weeks: 2, written: 1, removed: 0 });

  expect(await save(weeksOf(['2026-03-13']))).toEqual({ weeks: 1, written: 0, removed: 1 });
  expect([...store.files.keys()]).toEqual(['W1.2026-03-09.ndjson']);
});

test('leaves the files of other workbooks alone', async () => {
  const store = memoryFactStore();
  store.files.set('W10.2026-03-02.ndjson', 'x');
  store.files.set('W.2026-03-02.ndjson', 'x');
  await saveFacts(store, WORKBOOK, new Map());
  expect(store.files.size).toBe(2);
});
