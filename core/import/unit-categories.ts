// The category of a unit that people join: the list's column or the heading above them, else the roster's, else the clerk's choice.
import type { Book, RowOf } from '../model/book';
import { foldWord } from '../text/clean';
import { groupBy } from '../text/group-by';
import { codesByWord } from '../workbook/codes-by-word';
import { ROSTER } from '../workbook/tabs/people';
import { joins, type Decided, type Listed } from './decide-person';

export type Category = RowOf<'roster'>['category'];

export interface UnitWithoutCategory {
  readonly unit: string;
  readonly people: number;
  /** As the clerk chose; null: not yet. */
  readonly category: Category | null;
}

export interface UnitCategories {
  of(unit: string): Category | undefined;
  /** Units whose category only the clerk can say, with the number of people who join them. */
  readonly missing: readonly UnitWithoutCategory[];
}

/** `chosen`: by unit, folded. */
export function categoriesOf(
  book: Book,
  decided: readonly Decided[],
  chosen: ReadonlyMap<string, Category>,
): UnitCategories {
  const known = new Map<string, Category>();
  const learn = (unit: string | undefined, category: Category | undefined): void => {
    if (unit && category && !known.has(foldWord(unit))) known.set(foldWord(unit), category);
  };
  for (const { listed, unit } of decided) learn(unit, categoryIn(listed));
  for (const { cells } of book.entries.roster) learn(cells.unit, cells.category);
  const joining = groupBy(decided.filter(joins), ({ unit }) => foldWord(unit));
  return {
    of: (unit) => known.get(foldWord(unit)) ?? chosen.get(foldWord(unit)),
    missing: [...joining].flatMap(([unit, people]) =>
      known.has(unit)
        ? []
        : [
            {
              unit: people[0]?.unit ?? unit,
              people: people.length,
              category: chosen.get(unit) ?? null,
            },
          ],
    ),
  };
}

/** What the list itself says of a person's category. */
export const categoryIn = ({ values, source }: Listed): Category | undefined =>
  values.category ?? categoryOfGroup(source.group);

const CATEGORY_BY_WORD: ReadonlyMap<string, Category> = codesByWord(ROSTER.columns.category);

/** `一、四套班子（25人）` above the entries names the category of those below. */
export function categoryOfGroup(group: string): Category | undefined {
  const word = foldWord(group)
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?/u, '')
    .replace(/[（(].*$/u, '');
  return CATEGORY_BY_WORD.get(word);
}
