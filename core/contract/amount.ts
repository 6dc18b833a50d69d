import * as z from 'zod';
import { formatCents, type Cents } from '../money/cents';

/** An amount of money: whole cents to calculate with, and the text that is shown (`12,345.67`). */
export const Amount = z.strictObject({ cents: z.int(), text: z.string() });
export type Amount = z.infer<typeof Amount>;

export function toAmount(cents: Cents): Amount {
  return { cents, text: formatCents(cents) };
}
