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
import { placesIn } from '#test/support/builders/places';
import { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

/**
 * How far the boundary and the entry just inside it are apart: a number, the next day, Saturday or minute, one character of a text, or
 * another word of a list, which has no nearer neighbour.
 */
export type Step = number | 'day' | 'week' | 'minute' | 'character' | 'choice';

export interface RuleCase {
  readonly code: string;
  readonly about: string;
  readonly side: 'violates' | 'boundary' | 'just inside' | 'fine';
  readonly step: Step;
  /** What varies, as it is printed. */
  readonly entry: string;
  readonly isFound: boolean;
  /** Everything that any rule finds, as places: `V07 schedule 2 end`. */
  readonly find: () => string[];
}

interface Tried<Value> {
  readonly step: Step;
  /** One that violates, the boundary's two sides (found, then not), one well inside. */
  readonly values: readonly [Value, Value, Value, Value];
}

export const cases: RuleCase[] = [];

/** A rule that is checked in the workbook. */
export function rule<Value extends string | number | null>(
  code: string,
  about: string,
  rowsOf: (value: Value) => Rows,
  tried: Tried<Value>,
): void {
  addCases(code, about, (value: Value) => placesIn(aWorkbook(rowsOf(value))), tried);
}

export function addCases<Value extends string | number | null>(
  code: string,
  about: string,
  find: (value: Value) => string[],
  { step, values }: Tried<Value>,
): void {
  const sides = ['violates', 'boundary', 'just inside', 'fine'] as const;
  for (const [index, side] of sides.entries()) {
    const value = values[index] as Value; // there are as many values as sides
    const entry = value === '' || value === null ? 'blank' : String(value);
    cases.push({ code, about, side, step, entry, isFound: index < 2, find: () => find(value) });
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
export const twoSpeakers = (name: string) => [
  aSpeaker(),
  aSpeaker({ id: 'T02', name, unit: '市委党校' }),
];
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
