import { describe, expect, it, test } from '@jest/globals';
import { RULE_CASES } from './rule-table';
import type { Step } from './rule-case';

/** Whether two entries are exactly a step apart. */
function areOneStepApart(a: string, b: string, step: Step): boolean {
  if (step === 'choice') return a !== b;
  if (step === 'character') return isOneCharacterApart(withoutBlank(a), withoutBlank(b));
  if (step === 'day' || step === 'week') {
    const days = Math.abs(dayNumber(a) - dayNumber(b));
    return days === (step === 'day' ? 1 : 7);
  }
  if (step === 'minute') return Math.abs(minuteOf(a) - minuteOf(b)) === 1;
  return Math.abs(Math.abs(Number(a) - Number(b)) / step - 1) < 1e-6;
}

const withoutBlank = (entry: string): string => (entry === 'blank' ? '' : entry);
/** Of a day that does not exist too: 29 February is the day after the 28th. */
function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}
function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
/** One character replaced, added or left out. */
function isOneCharacterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.slice(short.length === long.length ? same + 1 : same);
  return a !== b && long.length - short.length <= 1 && rest === long.slice(same + 1);
}

describe('the table of rules', () => {
  test.each(RULE_CASES.filter(({ isFound }) => isFound))(
    '$code finds, $about: $entry ($side)',
    ({ code, find }) => {
      expect(find().filter((place) => place.startsWith(code))).not.toEqual([]);
    },
  );

  test.each(RULE_CASES.filter(({ isFound }) => !isFound))(
    'no rule finds anything, $code, $about: $entry ($side)',
    ({ find }) => {
      expect(find()).toEqual([]);
    },
  );

  const boundaries = RULE_CASES.filter(({ side }) => side === 'boundary');
  test.each(boundaries)('$code, $about: the two sides are a step apart', (boundary) => {
    const { code, about, step, entry } = boundary;
    const inside = RULE_CASES.find(
      (one) => one.code === code && one.about === about && one.side === 'just inside',
    );
    expect(areOneStepApart(entry, inside?.entry ?? entry, step)).toBe(true);
  });

  it('has all 34 rules, and as many entries that are right as wrong', () => {
    const codes = Array.from(
      { length: 34 },
      (_, index) => `V${String(index + 1).padStart(2, '0')}`,
    );
    expect([...new Set(RULE_CASES.map(({ code }) => code))]).toEqual(codes);
    const wrong = RULE_CASES.filter(({ isFound }) => isFound).length;
    expect([wrong, RULE_CASES.length - wrong]).toEqual([96, 96]);
  });
});
