/** The order in which Google sorts cells: numbers, texts, booleans, errors; empty cells always last. */
import { effectiveValue, isError, type Cell, type EffectiveValue } from '../model/cell';

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

function rank(value: EffectiveValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return isError(value) ? 3 : 2;
}

function compare(left: EffectiveValue, right: EffectiveValue): number {
  const ranks = rank(left) - rank(right);
  if (ranks !== 0) return ranks;
  if (typeof left === 'string' && typeof right === 'string') return collator.compare(left, right);
  return Number(left) - Number(right) || 0;
}

const isEmpty = (value: EffectiveValue | undefined): value is undefined | '' =>
  value === undefined || value === '';

export function compareCells(left: Cell, right: Cell, descending: boolean): number {
  const [first, second] = [effectiveValue(left), effectiveValue(right)];
  if (isEmpty(first) || isEmpty(second)) return Number(isEmpty(first)) - Number(isEmpty(second));
  return descending ? compare(second, first) : compare(first, second);
}
