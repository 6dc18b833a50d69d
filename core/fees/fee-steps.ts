// A fee calculated step by step: what a clerk can check with a pocket calculator.
import { fill, type Language } from '../text/language';
import { SPEAKERS } from '../workbook/tabs/people';
import { toCapitalAmount } from '../money/capital-amount';
import { formatCents, toCents, type Cents } from '../money/cents';
import { formatHours, toHundredthHours } from '../money/class-hours';
import type { FeeBasis } from './fee-basis';
import { FEE_TEXTS } from './fee.texts';
import type { FeePlan } from './plan-fee';
import { addPaidAmounts } from './month-tax';

export interface FeeStep {
  readonly label: string;
  readonly working: string;
  readonly result: string;
}

export function feeSteps(plan: FeePlan, language: Language): FeeStep[] {
  const { basis, perHour, net, payment, before, choice } = plan;
  const hours = formatHours(basis.payable);
  const netWorking = fill(FEE_TEXTS.netWorking[language], { hours, perHour: formatCents(perHour) });
  const joins = choice.taxBasis === 'month' && before.rows.length > 0;
  return [
    { label: FEE_TEXTS.hours[language], working: hoursWorking(basis, language), result: hours },
    {
      label: FEE_TEXTS.rate[language],
      working: standardWorking(basis, language),
      result: formatCents(perHour),
    },
    { label: FEE_TEXTS.net[language], working: netWorking, result: formatCents(net) },
    ...(joins ? monthSteps(plan, language) : aloneSteps(plan, language)),
    {
      label: FEE_TEXTS.inWords[language],
      working: '',
      result: toCapitalAmount(payment.gross, language),
    },
  ];
}

function hoursWorking({ taught, hourLimit }: FeeBasis, language: Language): string {
  const facts = { taught: formatHours(taught) };
  if (!hourLimit) return fill(FEE_TEXTS.hoursNoLimit[language], facts);
  const limit = formatHours(toHundredthHours(hourLimit.value));
  return fill(FEE_TEXTS.hoursWorking[language], {
    ...facts,
    limit,
    document: hourLimit.documentNumber,
  });
}

function standardWorking({ cap, level, usualPerHour }: FeeBasis, language: Language): string {
  if (level === 'localLeader') return FEE_TEXTS.rateLeader[language];
  if (!cap || !level) return FEE_TEXTS.rateNone[language];
  return fill(FEE_TEXTS.rateWorking[language], {
    title: SPEAKERS.columns.titleLevel.choices[level][language],
    cap: formatCents(usualPerHour),
    document: cap.documentNumber,
    from: cap.from,
  });
}

function aloneSteps({ net, payment }: FeePlan, language: Language): FeeStep[] {
  return [
    step(FEE_TEXTS.gross[language], grossWorking(net, language), payment.gross),
    step(FEE_TEXTS.tax[language], taxWorking(payment.gross, language), payment.tax),
  ];
}

/** The month's total first, then what of it falls on this payment. */
function monthSteps({ net, payment, before }: FeePlan, language: Language): FeeStep[] {
  const { paid, rows } = before;
  const total = addPaidAmounts(paid, payment);
  const totalNet = toCents(total.gross - total.tax);
  const facts = {
    count: rows.length,
    net: formatCents(toCents(totalNet - net)),
    gross: formatCents(paid.gross),
    tax: formatCents(paid.tax),
    total: formatCents(totalNet),
  };
  const less = (all: Cents, earlier: Cents): string =>
    fill(FEE_TEXTS.difference[language], { total: formatCents(all), before: formatCents(earlier) });
  return [
    step(FEE_TEXTS.monthTotal[language], fill(FEE_TEXTS.monthWorking[language], facts), totalNet),
    step(FEE_TEXTS.monthGross[language], grossWorking(totalNet, language), total.gross),
    step(FEE_TEXTS.monthTax[language], taxWorking(total.gross, language), total.tax),
    step(FEE_TEXTS.thisGross[language], less(total.gross, paid.gross), payment.gross),
    step(FEE_TEXTS.thisTax[language], less(total.tax, paid.tax), payment.tax),
  ];
}

const step = (label: string, working: string, amount: Cents): FeeStep => ({
  label,
  working,
  result: formatCents(amount),
});

/** Says that only the central model gives the cap; null when the cap is the place's own or confirmed. */
export function modelBanner({ isModel, cap }: FeeBasis, language: Language): string | null {
  return isModel && cap ? fill(FEE_TEXTS.model[language], { document: cap.documentNumber }) : null;
}

/** `(3,000.00 − 160.00) ÷ 0.8`: the way from net to gross. */
function grossWorking(net: Cents, language: Language): string {
  const amount = formatCents(net);
  if (net <= 800_00) return FEE_TEXTS.taxFree[language];
  if (net <= 3360_00) return `(${amount} − 160.00) ÷ 0.8`;
  if (net <= 21_000_00) return `${amount} ÷ 0.84`;
  return net <= 49_500_00 ? `(${amount} − 2,000.00) ÷ 0.76` : `(${amount} − 7,000.00) ÷ 0.68`;
}

/** `(3,550.00 − 800.00) × 20%`: the way from gross to tax. */
function taxWorking(gross: Cents, language: Language): string {
  const amount = formatCents(gross);
  if (gross <= 800_00) return FEE_TEXTS.taxFree[language];
  if (gross <= 4000_00) return `(${amount} − 800.00) × 20%`;
  if (gross <= 25_000_00) return `${amount} × 80% × 20%`;
  return gross <= 62_500_00
    ? `${amount} × 80% × 30% − 2,000.00`
    : `${amount} × 80% × 40% − 7,000.00`;
}
