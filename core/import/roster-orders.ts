// Official order of people who join the roster or change their unit: numbers beside those that are there, so that as few as possible change.
import type { Book, EntryOf } from '../model/book';
import { foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import { joins, type Decided, type MemberKey, type MemberValues } from './decide-person';
import type { SourceTable } from './read-source';

/** Numbers are given in steps, so that somebody can be put in between later. */
const STEP = 10;

/** A place in the order: its present number, or null for one to come. */
type Places = readonly (number | null)[];

/**
 * Numbers for the places in this order. Those that are there stay when they rise; a gap that is too small, or an order that differs,
 * gives all of them new ones.
 */
export function numbersInOrder(places: Places): readonly number[] {
  return betweenPresent(places) ?? places.map((_, index) => (index + 1) * STEP);
}

function betweenPresent(places: Places): readonly number[] | null {
  const present = places.filter((place) => place !== null);
  if (present.some((place, index) => index > 0 && place <= (present[index - 1] ?? 0))) return null;
  const numbers: number[] = [];
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? null;
    if (place !== null) {
      numbers.push(place);
      continue;
    }
    const before = numbers.at(-1) ?? 0;
    const next = places.slice(at).find((one) => one !== null);
    const open = places.slice(at).findIndex((one) => one !== null);
    const count = open < 0 ? places.length - at : open;
    const step = next === undefined ? STEP : Math.floor((next - before) / (count + 1));
    if (step < 1) return null;
    for (let one = 1; one <= count; one += 1) numbers.push(before + one * step);
    at += count - 1;
  }
  return numbers;
}

/** The number of a unit that comes after another one, where there is room; otherwise behind all. */
function unitNumberAfter(before: number | null, taken: ReadonlySet<number>): number {
  const highest = Math.max(0, ...taken);
  if (before === null || before >= highest) return highest + STEP;
  const next = Math.min(...[...taken].filter((number) => number > before));
  const middle = Math.floor((before + next) / 2);
  return middle > before ? middle : highest + STEP;
}

type Order = Pick<MemberValues, 'unitOrder' | 'personOrder'>;

/**
 * A column with the workbook's own label holds the numbers themselves. A running number (`序号`) only says who comes before whom; without
 * any, those who are there keep their numbers and those who join come behind them. `partUnits`: folded names of units of which somebody
 * stays who is not in the list; a list of a part says nothing about the order of the rest.
 */
export function ordersOf(
  book: Book,
  source: SourceTable,
  { decided, partUnits }: { decided: readonly Decided[]; partUnits: ReadonlySet<string> },
): (one: Decided) => Order {
  const columnOf = (key: MemberKey) => source.columns.find((column) => column.key === key);
  const hasNumbers = (key: MemberKey): boolean => columnOf(key)?.isOwnLabel === true;
  const isNumbered = hasNumbers('personOrder');
  const unitOrders = unitOrdersOf(book.entries.roster, decided, hasNumbers('unitOrder'));
  const personOrders = personOrdersOf(book, decided, {
    isOrdered: columnOf('personOrder') !== undefined,
    partUnits,
  });
  return (one) => {
    const own = isNumbered ? one.listed.values.personOrder : undefined;
    const personOrder = own ?? (isNumbered && !joins(one) ? undefined : personOrders.get(one));
    const unitOrder = unitOrders.get(one);
    return {
      ...(unitOrder === undefined ? {} : { unitOrder }),
      ...(personOrder === undefined ? {} : { personOrder }),
    };
  };
}

/** A unit that is on the roster keeps its number; a new one comes after the unit before it in the list. */
function unitOrdersOf(
  roster: readonly EntryOf<'roster'>[],
  decided: readonly Decided[],
  hasNumbers: boolean,
): ReadonlyMap<Decided, number | undefined> {
  const known = new Map<string, number>();
  for (const { cells } of roster)
    if (cells.unit && cells.unitOrder !== undefined)
      known.set(foldWord(cells.unit), cells.unitOrder);
  const taken = new Set(known.values());
  const orders = new Map<Decided, number | undefined>();
  let before: number | null = null;
  for (const one of decided) {
    const unit = foldWord(one.unit);
    const own = hasNumbers ? one.listed.values.unitOrder : undefined;
    const order: number = own ?? known.get(unit) ?? unitNumberAfter(before, taken);
    if (!known.has(unit)) known.set(unit, order);
    taken.add(order);
    before = order;
    orders.set(one, joins(one) ? order : (own ?? undefined));
  }
  return orders;
}

function personOrdersOf(
  book: Book,
  decided: readonly Decided[],
  { isOrdered, partUnits }: { isOrdered: boolean; partUnits: ReadonlySet<string> },
): ReadonlyMap<Decided, number | undefined> {
  const orders = new Map<Decided, number | undefined>();
  const highest = new Map<string, number>();
  for (const { cells } of book.entries.roster) {
    const unit = foldWord(cells.unit ?? '');
    highest.set(unit, Math.max(highest.get(unit) ?? 0, cells.personOrder ?? 0));
  }
  for (const [unit, people] of groupBy(decided, (one) => foldWord(one.unit))) {
    const present = people.map((one) =>
      joins(one) ? null : (one.person?.row.cells.personOrder ?? null),
    );
    if (isOrdered && !partUnits.has(unit)) {
      const numbers = numbersInOrder(present);
      people.forEach((one, index) => orders.set(one, numbers[index]));
      continue;
    }
    let last = highest.get(unit) ?? 0;
    people.forEach((one, index) => {
      if (joins(one)) last += STEP;
      orders.set(one, joins(one) ? last : (present[index] ?? undefined));
    });
  }
  return orders;
}
