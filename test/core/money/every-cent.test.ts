// The withholding rules over every cent up to 70,000.00: plain loops, because seven million expectations would take minutes.
import { describe, expect, it, test } from '@jest/globals';
import { toCents } from '#core/money/cents';
import { grossOfNet, taxOnFee } from '#core/fees/lecture-fee-tax';

const HIGHEST = 70_000_00;

describe('every net from 0.01 to 70,000.00', () => {
  it('is what is left of its gross after tax, and a higher net has a higher gross and no lower tax', () => {
    const wrong: number[] = [];
    let [lastGross, lastTax] = [0, 0];
    for (let net = 1; net <= HIGHEST; net += 1) {
      const gross = grossOfNet(toCents(net));
      const tax = taxOnFee(gross);
      if (gross - tax !== net || gross <= lastGross || tax < lastTax) wrong.push(net);
      [lastGross, lastTax] = [gross, tax];
    }
    expect(wrong).toEqual([]);
    expect([lastGross, lastTax]).toEqual([92_647_06, 22_647_06]); // (70,000 − 7,000) ÷ 0.68
  });
});

describe('every gross from 0.01 to 70,000.00', () => {
  it('leaves a net that never falls and rises by at most a cent for a cent', () => {
    const wrong: number[] = [];
    let lastNet = 0;
    for (let gross = 1; gross <= HIGHEST; gross += 1) {
      const net = gross - taxOnFee(toCents(gross));
      if (net < lastNet || net > lastNet + 1) wrong.push(gross);
      lastNet = net;
    }
    expect(wrong).toEqual([]);
    expect(lastNet).toBe(54_600_00); // 70,000 × 0.68 + 7,000
  });
});

// Where the rule changes, nothing jumps: one cent below, at, and one cent above each boundary.
test.each([
  [799_99, 799_99, 0],
  [800_00, 800_00, 0],
  [800_01, 800_01, 0], // a fifth of a cent rounds to nothing
  [3359_99, 3999_99, 640_00],
  [3360_00, 4000_00, 640_00],
  [3360_01, 4000_01, 640_00],
  [20_999_99, 24_999_99, 4000_00],
  [21_000_00, 25_000_00, 4000_00],
  [21_000_01, 25_000_01, 4000_00],
  [49_499_99, 62_499_99, 13_000_00],
  [49_500_00, 62_500_00, 13_000_00],
  [49_500_01, 62_500_01, 13_000_00],
])('net %i is gross %i with tax %i (cents)', (net, gross, tax) => {
  expect(grossOfNet(toCents(net))).toBe(gross);
  expect(taxOnFee(toCents(gross))).toBe(tax);
});
