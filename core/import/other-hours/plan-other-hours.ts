// An export of an online-study platform → rows of the tab of other hours. A row that is there already is not written again; one with other
// hours for the same person, day and title is a conflict, and without a decision the workbook's own is kept.
import type { Day } from '../../calendar/day';
import type { Book, EntryOf, RowOf } from '../../model/book';
import { foldWord } from '../../text/clean';
import { groupBy } from '../../text/group-by';
import type { Cell } from '../../workbook/table';
import { matchPeople, type MemberAnswer, type UnmatchedRow } from '../match-people';
import type { MatchedPerson, NamedRow } from '../possible-people';
import { knownPeople } from '../match-roster';
import { OTHER_HOURS_SOURCE, type HoursColumn } from './other-hours-columns';
import { readLastDay, type LastDayContext } from './read-last-day';
import type { SourceRow, SourceTable } from '../read-source';
import { filledCell, type ReadValue } from '../source-values';

type HoursRow = RowOf<'otherHours'>;
export type HoursKind = NonNullable<HoursRow['kind']>;

export interface OtherHoursChoices {
  /** By the row of the source. */
  readonly people: ReadonlyMap<number, MemberAnswer>;
  /** Rows of the source, as texts, whose hours replace those of the workbook. */
  readonly byFile: ReadonlySet<string>;
  /** Of rows without a day of their own. */
  readonly day: Day | null;
  /** Of rows without a kind of their own. */
  readonly kind: HoursKind;
}

export interface RecordedHours {
  /** The source's own row number. */
  readonly row: number;
  readonly person: MatchedPerson;
  readonly values: Pick<HoursRow, 'date' | 'hours' | 'kind' | 'title' | 'proof'>;
}

export interface HoursConflict extends RecordedHours {
  /** The row of the workbook. */
  readonly entry: EntryOf<'otherHours'>;
  readonly takesFile: boolean;
}

export interface OtherHoursPlan {
  readonly added: readonly RecordedHours[];
  readonly conflicts: readonly HoursConflict[];
  readonly unchanged: number;
  readonly unmatched: readonly UnmatchedRow[];
  readonly notTaken: readonly {
    readonly row: number;
    readonly why: 'noName' | 'noDate' | 'noHours' | 'skipped' | 'doubled';
    readonly words: string;
  }[];
  readonly unreadable: readonly {
    readonly row: number;
    readonly key: HoursColumn;
    readonly cell: Cell;
  }[];
}

export function planOtherHours(
  book: Book,
  source: SourceTable,
  {
    choices,
    context,
  }: {
    readonly choices: OtherHoursChoices;
    readonly context: LastDayContext & { readonly readValue: ReadValue };
  },
): OtherHoursPlan {
  const read = source.rows.map((row) => readRow(row, choices, context));
  const records = read.flatMap((one) => ('named' in one ? [one] : []));
  const matched = matchPeople(
    records.map(({ named }) => named),
    knownPeople(book.roster, book.today).map(toMatched),
    choices.people,
  );
  const recorded = records.flatMap(({ named: { row }, values }): RecordedHours[] => {
    const person = matched.personOf.get(row);
    return person ? [{ row, person, values }] : [];
  });
  const { doubled, ...compared } = compare(book, recorded, choices);
  const skipped = matched.groups.flatMap(({ rows, match }) => (match.kind === 'skip' ? rows : []));
  const wordsAt = new Map(source.rows.map(({ row, cells }) => [row, wordsOf(cells)]));
  return {
    ...compared,
    unmatched: matched.unmatched,
    notTaken: [
      ...read.flatMap((one) => ('why' in one ? [one] : [])),
      ...skipped.map(({ row }) => ({
        row,
        why: 'skipped' as const,
        words: wordsAt.get(row) ?? '',
      })),
      ...doubled.map(({ row }) => ({
        row,
        why: 'doubled' as const,
        words: wordsAt.get(row) ?? '',
      })),
    ],
    unreadable: read.flatMap((one) => ('key' in one ? [one] : [])),
  };
}

const toMatched = ({
  id,
  row: { cells },
}: ReturnType<typeof knownPeople>[number]): MatchedPerson => ({
  id,
  name: cells.name ?? '',
  unit: cells.unit ?? '',
  post: cells.post ?? '',
  phone: cells.phone ?? null,
  email: cells.email ?? null,
});

const wordsOf = (cells: SourceRow['cells']): string => [...cells.values()].map(String).join(' ');

type ReadRow =
  | { readonly named: NamedRow; readonly values: RecordedHours['values'] }
  | OtherHoursPlan['notTaken'][number]
  | OtherHoursPlan['unreadable'][number];

const NAMING = ['id', 'name', 'unit', 'phone', 'email'] as const;
const TOLD = ['title', 'kind', 'proof'] as const;

function readRow(
  { row, cells }: SourceRow,
  choices: OtherHoursChoices,
  { readValue, ...dayContext }: LastDayContext & { readonly readValue: ReadValue },
): ReadRow {
  const { columns } = OTHER_HOURS_SOURCE;
  const words = wordsOf(cells);
  const filled = (key: HoursColumn): Cell | null => filledCell(cells.get(key));
  const read: Record<string, unknown> = {};
  for (const key of [...NAMING, ...TOLD, 'hours'] as const) {
    const cell = filled(key);
    if (cell === null) continue;
    read[key] = readValue(columns[key], cell);
    // Of the others a row can do without each: what is not readable is as if it were blank.
    if (key === 'hours' && read[key] === undefined) return { row, key, cell };
  }
  const dated = filled('date');
  const date = dated === null ? choices.day : readLastDay(dated, dayContext);
  if (dated !== null && date === undefined) return { row, key: 'date', cell: dated };
  const told = read as Partial<Record<(typeof NAMING)[number], string>> &
    Partial<Pick<HoursRow, 'hours' | 'title' | 'kind' | 'proof'>>; // each value was read with the schema of its column
  const { id = null, name = null, unit = null, phone = null, email = null } = told;
  if ([id, name, phone, email].every((word) => word === null)) return { row, why: 'noName', words };
  if (told.hours === undefined) return { row, why: 'noHours', words };
  if (!date) return { row, why: 'noDate', words };
  const { hours, title = null, kind = choices.kind, proof = null } = told;
  return {
    named: { row, id, name, unit, phone, email },
    values: { date, hours, kind: kind ?? choices.kind, title, proof },
  };
}

const occasion = (memberId: string, date: string, title: string | null | undefined): string =>
  JSON.stringify([memberId, date, foldWord(title ?? '')]);

/** Rows that agree find theirs first; of what is left, a row of the same occasion has other hours. */
function compare(
  book: Book,
  recorded: readonly RecordedHours[],
  { byFile }: OtherHoursChoices,
): Pick<OtherHoursPlan, 'added' | 'conflicts' | 'unchanged'> & {
  readonly doubled: readonly RecordedHours[];
} {
  const known = groupBy(book.entries.otherHours, ({ cells: { memberId, date, title } }) =>
    memberId && date ? occasion(memberId, date, title) : null,
  );
  const added: RecordedHours[] = [];
  const conflicts: HoursConflict[] = [];
  const doubled: RecordedHours[] = [];
  let unchanged = 0;
  const listed = groupBy(recorded, ({ person, values }) =>
    occasion(person.id, values.date, values.title),
  );
  for (const [key, records] of listed) {
    const entries = known.get(key) ?? [];
    const byHours = groupBy(records, ({ values }) => String(values.hours));
    const others = [...byHours.values()].flatMap(([first, ...again]) => {
      doubled.push(...again);
      const isThere = entries.some(({ cells }) => cells.hours === first?.values.hours);
      if (isThere) unchanged += 1;
      return first && !isThere ? [first] : [];
    });
    const open = entries.filter(({ cells }) => !byHours.has(String(cells.hours)));
    others.forEach((record, at) => {
      const entry = open[at];
      if (entry) conflicts.push({ ...record, entry, takesFile: byFile.has(String(record.row)) });
      else added.push(record);
    });
  }
  return { added, conflicts, unchanged, doubled };
}
