import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { readBook } from '#core/model/book';
import { searchLeave } from '#core/leave/leave-line';
import { aLeave, aMember, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const book = readBook(
  aWorkbook({
    schedule: [aSession({ id: 'S01', number: 11 })],
    roster: [aMember({ id: '11', name: '周文远' }), aMember({ id: 'R002', name: '沈国栋' })],
    leave: [
      aLeave({ id: 'L001', sessionId: 'S01', memberId: 'R002' }),
      aLeave({ id: 'L002', sessionId: 'S02', memberId: '11' }),
    ],
  }),
  toDay('2026-03-09'),
).book;
const found = (wanted: string) => searchLeave(book, wanted).map(({ cells }) => cells.id);

test.each([
  ['第11期', ['L001']],
  ['s01', ['L001']],
  ['沈国栋', ['L001']],
  ['周 文远', ['L002']],
  // The number of a session and the ID of a person: both are meant.
  ['11', ['L001', 'L002']],
  ['R009', []],
])('%s finds %j', (wanted, ids) => {
  expect(found(wanted)).toEqual(ids);
});
