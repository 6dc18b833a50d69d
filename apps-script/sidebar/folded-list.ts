// A list behind its title, with the number of its entries.
import { h, type Child } from './dom';

interface ListParts {
  readonly testId: string;
  readonly items: readonly Child[];
  /** Of all entries, where only the first are shown. */
  readonly count?: number;
  readonly isOpen?: boolean;
  /** Entries with choices of their own are boxes. */
  readonly hasChoices?: boolean;
}

/** Null for none. */
export function foldedList(
  title: string,
  { testId, items, count = items.length, isOpen = false, hasChoices = false }: ListParts,
): HTMLElement | null {
  if (count === 0) return null;
  const rest = count - items.length;
  return h(
    'details',
    { class: 'group', open: isOpen || null, 'data-testid': testId },
    h('summary', {}, title, h('span', { class: 'count' }, `${count}`)),
    h(
      'ul',
      { class: hasChoices ? 'boxes' : 'people' },
      ...items.map((item) => h('li', { class: hasChoices ? 'choice' : null }, item)),
    ),
    rest > 0 ? h('p', { class: 'small' }, `… + ${rest}`) : null,
  );
}
