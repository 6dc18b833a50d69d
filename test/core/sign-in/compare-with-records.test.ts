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

function comparisonsOf(word: string, leave: Leave, status: string | null) {
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
    ['出勤', 'none', null, 'accepted', 'accepted'],
    ['出勤', 'none', '出勤', 'accepted', 'accepted'],
    ['出勤', 'none', 'present', 'accepted', 'accepted'],
    ['出勤', 'none', '迟到', 'accepted', 'conflict'],
    ['出勤', 'none', '缺席', 'accepted', 'conflict'],
    ['出勤', 'approved', '公差', 'accepted', 'conflict'],
    ['缺席', 'none', null, 'accepted', 'accepted'],
    ['缺席', 'none', '缺席', 'accepted', 'accepted'],
    ['缺席', 'none', '到', 'accepted', 'conflict'],
    ['缺席', 'none', '迟到', 'conflict', 'conflict'],
    ['缺席', 'none', '公差', 'conflict', 'conflict'],
    ['缺席', 'none', '免训', 'conflict', 'conflict'],
    ['缺席', 'approved', null, 'excused', 'excused'],
    ['缺席', 'approved', '公差', 'excused', 'excused'],
    ['缺席', 'approved', '缺席', 'excused', 'excused'],
    ['缺席', 'approved', '出勤', 'conflict', 'conflict'],
    ['缺席', 'cancelled', '缺席', 'accepted', 'accepted'],
    ['公差', 'none', null, 'accepted', 'accepted'],
    ['公差', 'none', '缺席', 'conflict', 'conflict'],
    ['公差', 'none', '出勤', 'conflict', 'conflict'],
    ['公差', 'approved', null, 'accepted', 'accepted'],
    ['公差', 'approved', '缺席', 'accepted', 'conflict'],
    ['公差', 'approved', '出勤', 'attended', 'attended'],
    ['公差', 'cancelled', null, 'stale', 'stale'],
    ['公差', 'cancelled', '缺席', 'conflict', 'conflict'],
    ['公差', 'cancelled', '公差', 'accepted', 'accepted'],
    ['病假', 'approved', null, 'conflict', 'conflict'],
    ['免训', 'none', '缺席', 'accepted', 'conflict'],
    ['免训', 'none', '出勤', 'conflict', 'conflict'],
  ] as const)('%p, leave %p, mark %p: %p, then %p', (word, leave, status, ...expected) => {
    expect(comparisonsOf(word, leave, status)).toEqual(expected);
  });
});
