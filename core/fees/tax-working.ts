// How a gross and its tax come about, as a clerk would write it on paper.
import type { Language } from '../text/language';
import { formatCents, type Cents } from '../money/cents';
import { FEE_TEXTS } from './fee.texts';

/** `(3,000.00 − 160.00) ÷ 0.8`: the way from net to gross. */
export function grossWorking(net: Cents, language: Language): string {
  const amount = formatCents(net);
  if (net <= 800_00) return FEE_TEXTS.taxFree[language];
  if (net <= 3360_00) return `(${amount} − 160.00) ÷ 0.8`;
  if (net <= 21_000_00) return `${amount} ÷ 0.84`;
  return net <= 49_500_00 ? `(${amount} − 2,000.00) ÷ 0.76` : `(${amount} − 7,000.00) ÷ 0.68`;
}

/** `(3,550.00 − 800.00) × 20%`: the way from gross to tax. */
export function taxWorking(gross: Cents, language: Language): string {
  const amount = formatCents(gross);
  if (gross <= 800_00) return FEE_TEXTS.taxFree[language];
  if (gross <= 4000_00) return `(${amount} − 800.00) × 20%`;
  if (gross <= 25_000_00) return `${amount} × 80% × 20%`;
  return gross <= 62_500_00
    ? `${amount} × 80% × 30% − 2,000.00`
    : `${amount} × 80% × 40% − 7,000.00`;
}
