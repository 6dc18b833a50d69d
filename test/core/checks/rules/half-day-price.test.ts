import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import { toCents } from '#core/money/cents';
import { grossOfNet } from '#core/fees/lecture-fee-tax';
import { anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

/** The codes of the findings about a fee of this net. */
function codes(titleLevel: 'senior' | 'associate' | 'other', hours: number, net: number): string[] {
  const gross = grossOfNet(toCents(net));
  const amounts = { net: toCents(net), gross, tax: toCents(gross - net), amount: gross };
  const tables = aWorkbook({
    speakers: [aSpeaker({ titleLevel })],
    schedule: [aSession({ state: 'held', taughtHours: hours })],
    expenses: [anExpense(amounts)],
  });
  const { findings } = checkWorkbook(tables, toDay('2026-03-10'));
  return findings.filter(({ tab }) => tab === 'expenses').map(({ rule }) => rule.code);
}

test.each([
  ['senior', 1, 2000_00, ['V12', 'V20']], // the old price of a half-day for one hour
  ['senior', 3, 6000_00, ['V12', 'V20']], // the old price taken per hour
  ['associate', 1, 1000_00, ['V12', 'V20']],
  ['senior', 2, 2000_00, []], // two hours at today's cap
  ['senior', 1, 2000_01, ['V12']], // over the cap, but no old price
  ['senior', 3, 3000_00, []],
  ['other', 3, 2000_00, []], // never had a price of its own
] as const)('a %s with %d hours and net %i is told %j', (level, hours, net, expected) => {
  expect(codes(level, hours, net)).toEqual(expect.arrayContaining([...expected]));
  expect(codes(level, hours, net).includes('V20')).toBe(
    (expected as readonly string[]).includes('V20'),
  );
});
