import { describe, expect, it, test } from '@jest/globals';
import { toCents } from '#core/money/cents';
import { grossOfNet, taxOnFee } from '#core/fees/lecture-fee-tax';

const yuan = (amount: number) => toCents(Math.round(amount * 100));

describe('lecture fees', () => {
  test.each([
    [500, 500, 0],
    [800, 800, 0],
    [801, 801.25, 0.25],
    [1000, 1050, 50],
    [1500, 1675, 175],
    [2000, 2300, 300],
    [3000, 3550, 550],
    [3360, 4000, 640],
    [4000, 4761.9, 761.9],
    [4500, 5357.14, 857.14],
    [5000, 5952.38, 952.38],
    [6000, 7142.86, 1142.86],
    [8000, 9523.81, 1523.81],
    [12_000, 14_285.71, 2285.71],
    [20_000, 23_809.52, 3809.52],
    [21_000, 25_000, 4000],
    [24_000, 28_947.37, 4947.37],
    [30_000, 36_842.11, 6842.11],
    [49_500, 62_500, 13_000],
    [60_000, 77_941.18, 17_941.18],
  ])('net %d is gross %d with tax %d', (net, gross, tax) => {
    expect(grossOfNet(yuan(net))).toBe(yuan(gross));
    expect(taxOnFee(yuan(gross))).toBe(yuan(tax));
  });

  it.each([
    [4000_22, 640_04], // 640.0352
    [4000_03, 640_00], // 640.0048
  ])('rounds the tax on %i cents half up to the cent', (gross, tax) => {
    expect(taxOnFee(toCents(gross))).toBe(tax);
  });

  it('takes the bracket of the part after deduction, not of the gross', () => {
    expect(taxOnFee(yuan(21_000))).toBe(yuan(3360));
  });
});
