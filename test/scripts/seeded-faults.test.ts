// The list of seeded faults fits the sources: each text is there once, and the tests that must notice it exist.
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

interface SeededFault {
  readonly subject: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

const FAULTS = JSON.parse(
  readFileSync('scripts/seeded-faults/faults.json', 'utf8'),
) as SeededFault[]; // checked below

describe('the list of seeded faults', () => {
  it('has faults in every part that money, rights and mails depend on', () => {
    const subjects = new Set(FAULTS.map(({ subject }) => subject));
    expect([...subjects].toSorted()).toEqual([
      'lease',
      'leave',
      'ledger',
      'links',
      'money',
      'rates',
      'row-safety',
    ]);
    expect(FAULTS.length).toBeGreaterThanOrEqual(80);
  });

  it.each(FAULTS)('$file: $from', ({ file, from, to, tests }) => {
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    const missing = tests.filter((path) => !existsSync(path) && !existsSync(`${path}.test.ts`));
    expect(missing).toEqual([]);
    expect(tests.length).toBeGreaterThan(0);
  });
});
