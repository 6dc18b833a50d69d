import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { toCents } from '#core/money/cents';
import { grossOfNet, taxOnFee } from '#core/fees/lecture-fee-tax';
import { addPaidAmounts, NOTHING_PAID, payTogether, type PaidAmounts } from '#core/fees/month-tax';

/** Pays these nets one after the other within one month. */
const month = (...nets: number[]): { payments: PaidAmounts[]; total: PaidAmounts } => {
  let total = NOTHING_PAID;
  const payments = nets.map((net) => {
    const payment = payTogether(toCents(net), total);
    total = addPaidAmounts(total, payment);
    return payment;
  });
  return { payments, total };
};

describe('payTogether', () => {
  it('taxes a first payment by itself', () => {
    expect(payTogether(toCents(3000_00), NOTHING_PAID)).toEqual({ gross: 3550_00, tax: 550_00 });
  });

  it('pays two half-days of net 2000.00 as gross 2300.00 and 2461.90: 4761.90 with tax 761.90', () => {
    expect(month(2000_00, 2000_00)).toEqual({
      payments: [
        { gross: 2300_00, tax: 300_00 },
        { gross: 2461_90, tax: 461_90 },
      ],
      total: { gross: 4761_90, tax: 761_90 },
    });
  });

  it('pays four talks of net 500.00 as gross 2300.00 with tax 300.00, not 2000.00 without tax', () => {
    const { payments, total } = month(500_00, 500_00, 500_00, 500_00);
    // Nets 500, 1000, 1500, 2000 are gross 500, 1050, 1675, 2300.
    expect(payments.map(({ gross }) => gross)).toEqual([500_00, 550_00, 625_00, 625_00]);
    expect(total).toEqual({ gross: 2300_00, tax: 300_00 });
  });

  it('pays two of net 12,000.00 as gross 28,947.37, not 28,571.42', () => {
    expect(month(12_000_00, 12_000_00).total).toEqual({ gross: 28_947_37, tax: 4947_37 });
  });

  it('makes good what two separate payments withheld too low', () => {
    // Twice gross 2300.00 with tax 300.00 was paid; with net 2000.00 more the month's net is 6000.00, its tax 1142.86.
    const before = { gross: toCents(4600_00), tax: toCents(600_00) };
    expect(payTogether(toCents(2000_00), before)).toEqual({ gross: 2542_86, tax: 542_86 });
  });

  it('withholds nothing when too much was withheld before', () => {
    const before = { gross: toCents(3000_00), tax: toCents(2000_00) };
    expect(payTogether(toCents(500_00), before)).toEqual({ gross: 500_00, tax: 0 });
  });

  test('however a month is split, its gross and tax are those of its whole net', () => {
    const net = fc.integer({ min: 1, max: 20_000_00 });
    fc.assert(
      fc.property(fc.array(net, { minLength: 1, maxLength: 6 }), (nets) => {
        const { payments, total } = month(...nets);
        const whole = grossOfNet(toCents(nets.reduce((sum, one) => sum + one, 0)));
        expect(total).toEqual({ gross: whole, tax: taxOnFee(whole) });
        payments.forEach(({ gross, tax }, index) => expect(gross - tax).toBe(nets[index]));
      }),
    );
  });
});
