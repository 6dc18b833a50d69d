import { describe, expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { checkBounces } from '#core/checks/rules/bounces';
import { readBook } from '#core/model/book';
import { aMember, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const bounced = (recipient: string, reason: string, state = 'bounced' as 'bounced' | 'sent') => ({
  key: `book|S01|weekly|${recipient}|${reason}`,
  sessionId: 'S01',
  kind: 'weekly',
  memberId: 'R001',
  recipient,
  state,
  reason,
});

const found = (notices: readonly object[]): unknown[] => {
  const tables = aWorkbook({
    roster: [aMember({ email: 'a@example.org' }), aMember({ id: 'R002', email: 'b@example.org' })],
    speakers: [aSpeaker({ email: 'c@example.org' })],
    notices,
  });
  const { book } = readBook(tables, toDay('2026-03-02'));
  return checkBounces(book).map(({ tab, row, column, value, facts }) => [
    tab,
    row,
    column,
    value,
    facts['reason'],
  ]);
};

describe('W38, an address from which a mail came back', () => {
  test('is found in every tab that has it, with the last reason', () => {
    const notices = [
      bounced('A@example.org', '4.2.2 mailbox full'),
      bounced('a@example.org', '5.1.1 no such user'),
      bounced('c@example.org', '5.7.1 not accepted'),
    ];
    expect(found(notices)).toEqual([
      ['roster', 2, 'email', 'a@example.org', '5.1.1 no such user'],
      ['speakers', 2, 'email', 'c@example.org', '5.7.1 not accepted'],
    ]);
  });

  test('is none once it was corrected, or when its mails were only sent', () => {
    expect(found([bounced('former@example.org', '5.1.1')])).toEqual([]);
    expect(found([bounced('a@example.org', '', 'sent')])).toEqual([]);
    expect(found([])).toEqual([]);
  });
});
