import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { checkWorkbook } from '#core/checks/check-workbook';
import { toCents } from '#core/money/cents';
import { aBudgetLine, anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

/** Places and codes of the budget's rules when these amounts are paid one after the other out of 1000.00. */
function found(
  amounts: readonly number[],
  approvalNumber: string | null = null,
  warning = '90%',
): string[] {
  const tables = aWorkbook({
    settings: [{ name: 'budgetWarning', value: warning }],
    speakers: [aSpeaker()],
    schedule: [aSession({ state: 'held' })],
    budget: [
      aBudgetLine({ head: 'materials', planned: toCents(900_00), adjusted: toCents(100_00) }),
      aBudgetLine({ head: 'materials', sessionId: 'S01', planned: toCents(1_00) }),
    ],
    expenses: amounts.map((amount, index) =>
      anExpense({
        id: `E${index}`,
        head: 'materials',
        payee: '云溪印务社',
        net: null,
        gross: null,
        tax: null,
        amount: toCents(amount),
        date: toDay(`2026-03-${String(10 + index)}`),
        approvalNumber,
      }),
    ),
  });
  return checkWorkbook(tables, toDay('2026-03-20'))
    .findings.filter(({ rule }) => rule.code === 'W32' || rule.code === 'W33')
    .map(({ rule, tab, row }) => `${rule.code} ${rule.severity} ${tab} ${row}`);
}

test.each([
  ['just below 90%', [899_99], []],
  ['90%', [900_00], ['W32 warning budget 2']],
  ['all of it', [900_00, 100_00], ['W32 warning budget 2']],
  ['a cent beyond', [900_00, 100_01], ['W33 error expenses 3']],
  ['far beyond', [900_00, 50_00, 60_00, 10_00], ['W33 error expenses 4', 'W33 error expenses 5']],
])('%s is told as it should be', (_, amounts, expected) => {
  expect(found(amounts)).toEqual(expected);
});

test('an approval number lets an expense go beyond the budget', () => {
  expect(found([900_00, 500_00], '云组审〔2026〕4号')).toEqual([]);
});

test('the line from which on it warns is the settings’', () => {
  expect(found([799_99], null, '80%')).toEqual([]);
  expect(found([800_00], null, '80%')).toEqual(['W32 warning budget 2']);
  expect(found([949_99], null, '95%')).toEqual([]);
});
