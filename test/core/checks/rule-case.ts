// How the rule table writes a case: the rows of a small workbook, and on which side of the boundary their entry lies.
import { toClockTime, toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { grossOfNet } from '#core/fees/lecture-fee-tax';
import {
  aLeave,
  aMark,
  aMember,
  anExpense,
  aStandard,
  aSession,
  aSpeaker,
} from '#test/support/builders/rows';
import type { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

interface Entry {
  /** What varies, as it is printed. */
  readonly entry: string;
  readonly isFound: boolean;
}

export interface RuleCase extends Entry {
  readonly code: string;
  readonly about: string;
  readonly side: 'violates' | 'boundary' | 'just inside' | 'fine';
  readonly rows: Rows;
}

export const cases: RuleCase[] = [];

/** Values in this order: one that violates, the boundary's two sides (found, then not), one well inside. */
export function rule<Value extends string | number | null>(
  code: string,
  about: string,
  rowsOf: (value: Value) => Rows,
  values: readonly [Value, Value, Value, Value],
): void {
  const sides = ['violates', 'boundary', 'just inside', 'fine'] as const;
  for (const [index, value] of values.entries()) {
    const side = sides[index] ?? 'fine';
    cases.push({
      code,
      about,
      side,
      entry: String(value ?? '—'),
      isFound: index < 2,
      rows: rowsOf(value),
    });
  }
}

export type Session = NonNullable<Parameters<typeof aSession>[0]>;
export const session = (part: Session = {}): Rows => ({
  roster: PEOPLE,
  schedule: [aSession({ speakerId: null, ...part })],
});
export const PEOPLE = [
  aMember(),
  aMember({ id: 'R002', name: '沈国栋', unit: '区人大', personOrder: 20 }),
];
export const yuan = (amount: number) => toCents(Math.round(amount * 100));
export const held = aSession({
  date: toDay('2026-02-27'),
  state: 'held',
  noticeNumber: '区组通〔2026〕1号',
  signInProof: '档-01',
});
export type Expense = NonNullable<Parameters<typeof anExpense>[0]>;
export const bothCame = (sessionId: string) =>
  PEOPLE.map(({ id }) => aMark({ sessionId, memberId: id }));
/** Net with the gross and tax that belong to it. */
export const paidNet = (net: number): Expense => {
  const gross = grossOfNet(yuan(net));
  return { net: yuan(net), gross, tax: toCents(gross - yuan(net)), amount: gross };
};
export const fee = (
  part: Expense,
  speaker: Parameters<typeof aSpeaker>[0] = {},
  more: Rows = {},
): Rows => ({
  roster: PEOPLE,
  schedule: [held],
  attendance: bothCame('S01'),
  speakers: [aSpeaker(speaker)],
  expenses: [anExpense(part)],
  ...more,
});
export const bill = (part: Expense): Expense => ({
  head: 'materials',
  payee: '某书店',
  net: null,
  gross: null,
  tax: null,
  ...part,
});
export const amountOnly = (amount: number): Expense => ({
  net: null,
  gross: null,
  tax: null,
  amount: yuan(amount),
});
export const caps = [
  aStandard(),
  aStandard({ scope: 'academician', value: 1500 }),
  aStandard({ scope: 'associate', value: 500 }),
  aStandard({ item: 'halfDayHours', scope: null, value: 4 }),
];
export const leave = (part: Parameters<typeof aLeave>[0], more: Rows = {}): Rows => ({
  roster: PEOPLE,
  schedule: [aSession({ speakerId: null })],
  leave: [aLeave(part)],
  ...more,
});
export const weeks = (count: number) =>
  ['03-06', '03-13', '03-20', '03-27', '04-10', '04-17', '04-24']
    .slice(0, count)
    .map((day, at) =>
      aSession({ id: `S${at}`, number: at + 1, speakerId: null, date: toDay(`2026-${day}`) }),
    );
export const at = (time: string) => toClockTime(time);
export const friday = (start: string, end: string): Session => ({ start: at(start), end: at(end) });

export const ALL_DAY = [{ name: '上课时段', value: '周四 08:00-22:00；周五 08:00-22:00' }];
