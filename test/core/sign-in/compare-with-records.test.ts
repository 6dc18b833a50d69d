import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { duePeople } from '#core/model/due-people';
import { toSheetWord, compareWithRecords } from '#core/sign-in/compare-with-records';
import { aLeave, aMark, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';
import { toTimedSession } from '#core/model/session';

type Leave = 'none' | 'approved' | 'cancelled';
const LEAVE = {
  none: [],
  approved: [aLeave({ kind: 'official' })],
  cancelled: [aLeave({ kind: 'official', decision: 'cancelled' })],
};

function weightOf(word: string, leave: Leave, status: string | null) {
  const attendance = status === null ? [] : [aMark({ status })];
  const tables = aWorkbook({
    roster: [aMember()],
    schedule: [aSession()],
    leave: LEAVE[leave],
    attendance,
  });
  const { book } = readBook(tables, toDay('2026-03-06'));
  const entry = book.sessions.get('S01');
  const session = entry && toTimedSession(entry);
  if (!session) throw new Error('the builder’s session can be held');
  const { people, statuses } = duePeople(book, session);
  const [person] = people;
  const found = toSheetWord(word, undefined, statuses);
  if (!person || !found) throw new Error('the builders have the person and the word');
  return [false, true].map((isRepeat) => compareWithRecords(found, person, { statuses, isRepeat }));
}

describe('a word on the sheet', () => {
  test.each([
    // word, leave, mark, when the sheet is first taken in, when it is taken in again
    ['出勤', 'none', null, 'holds', 'holds'],
    ['出勤', 'none', '出勤', 'holds', 'holds'],
    ['出勤', 'none', 'present', 'holds', 'holds'],
    ['出勤', 'none', '迟到', 'holds', 'asks'],
    ['出勤', 'none', '缺席', 'holds', 'asks'],
    ['出勤', 'approved', '公差', 'holds', 'asks'],
    ['缺席', 'none', null, 'holds', 'holds'],
    ['缺席', 'none', '缺席', 'holds', 'holds'],
    ['缺席', 'none', '到', 'holds', 'asks'],
    ['缺席', 'none', '迟到', 'asks', 'asks'],
    ['缺席', 'none', '公差', 'asks', 'asks'],
    ['缺席', 'none', '免训', 'asks', 'asks'],
    ['缺席', 'approved', null, 'yields', 'yields'],
    ['缺席', 'approved', '公差', 'yields', 'yields'],
    ['缺席', 'approved', '缺席', 'yields', 'yields'],
    ['缺席', 'approved', '出勤', 'asks', 'asks'],
    ['缺席', 'cancelled', '缺席', 'holds', 'holds'],
    ['公差', 'none', null, 'holds', 'holds'],
    ['公差', 'none', '缺席', 'asks', 'asks'],
    ['公差', 'none', '出勤', 'asks', 'asks'],
    ['公差', 'approved', null, 'holds', 'holds'],
    ['公差', 'approved', '缺席', 'holds', 'asks'],
    ['公差', 'approved', '出勤', 'came', 'came'],
    ['公差', 'cancelled', null, 'outdated', 'outdated'],
    ['公差', 'cancelled', '缺席', 'asks', 'asks'],
    ['公差', 'cancelled', '公差', 'holds', 'holds'],
    ['病假', 'approved', null, 'asks', 'asks'],
    ['免训', 'none', '缺席', 'holds', 'asks'],
    ['免训', 'none', '出勤', 'asks', 'asks'],
  ] as const)('%p, leave %p, mark %p: %p, then %p', (word, leave, status, ...weights) => {
    expect(weightOf(word, leave, status)).toEqual(weights);
  });
});
