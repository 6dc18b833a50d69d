// Which declared column a heading names: by its own labels in any language, or by another usual word for it.
import { foldWord } from '../text/clean';
import { LANGUAGES } from '../text/language';
import type { Column, Columns } from './column';

export interface NamedColumn {
  /** Key of the column in the tab's declaration. */
  readonly key: string;
  /** False for a synonym, or a label with a hint in brackets: such a heading counts only where no column has the label itself. */
  readonly isOwnLabel: boolean;
}

/** A tab, or the columns that a clerk's own file may have. */
export interface DeclaredColumns {
  readonly columns: Columns;
}

type Names = ReadonlyMap<string, NamedColumn>;

/** Folding takes long, and the columns of the tabs are always the same. */
const NAMES = new WeakMap<DeclaredColumns, Names>();

/** What headings were found to name: a workbook is read again and again, and its headings are the same each time. */
const NAMED = new WeakMap<DeclaredColumns, Map<string, NamedColumn | null>>();
/** Words remembered for each tab, and the longest; below the header they may be anything. */
const MOST_REMEMBERED = 500;
const LONGEST_REMEMBERED = 100;

/** Null for a heading that names no column of the tab. */
export function namedColumn(tab: DeclaredColumns, heading: string): NamedColumn | null {
  const remembered = NAMED.get(tab) ?? new Map<string, NamedColumn | null>();
  NAMED.set(tab, remembered);
  const known = remembered.get(heading);
  if (known !== undefined) return known;
  const named = columnNamed(namesOf(tab), heading);
  if (heading.length <= LONGEST_REMEMBERED && remembered.size < MOST_REMEMBERED)
    remembered.set(heading, named);
  return named;
}

function columnNamed(names: Names, heading: string): NamedColumn | null {
  const word = foldWord(heading);
  const named = names.get(word);
  if (named) return named;
  const core = withoutHints(word);
  const near = core === word ? undefined : names.get(core);
  return near ? { key: near.key, isOwnLabel: false } : null;
}

/** The labels of a column as a clerk may have typed them. */
export function ownLabelsOf({ label, formerLabels = [] }: Column): readonly string[] {
  return [...LANGUAGES.map((language) => label[language]), ...formerLabels];
}

export const synonymsOf = ({ synonyms }: Column): readonly string[] => synonyms?.split('、') ?? [];

function namesOf(tab: DeclaredColumns): Names {
  const known = NAMES.get(tab);
  if (known) return known;
  const names = new Map<string, NamedColumn>();
  const columns = Object.entries(tab.columns);
  for (const [key, column] of columns)
    for (const label of ownLabelsOf(column)) names.set(foldWord(label), { key, isOwnLabel: true });
  for (const [key, column] of columns)
    for (const synonym of synonymsOf(column)) {
      const word = foldWord(synonym);
      if (!names.has(word)) names.set(word, { key, isOwnLabel: false });
    }
  NAMES.set(tab, names);
  return names;
}

/** `*金额（元）：` names what `金额` names. */
function withoutHints(word: string): string {
  return word
    .replace(/^[*＊※]+/u, '')
    .replace(/(?:[:：*＊※]|[（(［[【〔][^）)］\]】〕]*[）)］\]】〕])+$/u, '');
}
