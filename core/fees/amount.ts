import type { Amount } from '../contract/amount';
import { formatCents, type Cents } from '../money/cents';

/** As the functions answer it. */
export function toAmount(cents: Cents): Amount {
  return { cents, text: formatCents(cents) };
}
