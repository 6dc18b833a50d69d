// A global is looked up anew at every call; sums over whole workbooks call this often.
const { isSafeInteger } = Number;

/** An amount in 分: an integer, so that sums never drift. */
export type Cents = number & { readonly brand: 'Cents' };

/** The largest amount a cell may hold: 100 million yuan. Beyond it an entry is a slip of the hand. */
const LIMIT = 100_000_000_00;

/** Yuan as a cell holds them → cents; null when not a finite amount with at most two decimals within the limit. */
export function yuanToCents(yuan: number): Cents | null {
  const cents = Math.round(yuan * 100);
  if (!Number.isFinite(yuan) || Math.abs(cents) > LIMIT) return null;
  // A double holds 0.1 inexactly; anything further than a thousandth of a cent away was really typed.
  return Math.abs(yuan * 100 - cents) < 0.001 ? (cents as Cents) : null;
}

/** Throws when not an integer: for sums and constants. */
export function toCents(value: number): Cents {
  if (!isSafeInteger(value)) throw new Error(`not a whole number of cents: ${value}`);
  return value as Cents;
}

/** For writing into a cell: the one place where cents become a decimal number. */
export function centsToYuan(cents: Cents): number {
  return cents / 100;
}

/** `1234567` → `12,345.67`. */
export function formatCents(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
