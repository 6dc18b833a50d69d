// The rows of the statuses tab: how each status counts, and what each word of the attendance status column means.
import { foldWord } from '../text/clean';
import { codesByWord, wordsOf } from '../workbook/codes-by-word';
import { parseTable } from '../workbook/read/parse-table';
import type { Table } from '../workbook/table';
import { INITIAL_STATUSES } from '../workbook/tabs/initial-statuses';
import { LEAVE } from '../workbook/tabs/leave';
import type { LeaveKind } from '../workbook/tabs/leave-kinds';
import { STATUSES } from '../workbook/tabs/rules';
import type { EntryOf, RowOf } from './book';

/** One attended or due session, in the hundredths in which credits and rates are counted. */
export const WHOLE_SESSION = 100;

/** What a mark says of a person: came, came late or left early, was away with a reason, or without one. */
export type Presence = keyof typeof STATUSES.columns.presence.choices;

export interface StatusMeaning {
  readonly code: string;
  /** Null when the row does not say it and its words are not known: then nobody counts as absent for the mark. */
  readonly presence: Presence | null;
  /** Counts as having come, at least in part. */
  readonly attended: boolean;
  /** `excused` counts in rate A only, `notCounted` in neither. */
  readonly treatment: RowOf<'statuses'>['treatment'];
  /** The kind of leave the status means; null when it is none of those in the leave tab. */
  readonly leave: LeaveKind | null;
}

/** A status whose row can be read whole, so that it is counted. */
export interface Status extends StatusMeaning {
  readonly label: string;
  /** What it earns, in hundredths of a session. */
  readonly credit: number;
}

/** A code or label that several rows have. */
export interface DoubledWord {
  readonly uses: readonly WordUse[];
  /** Whether the rows agree on what it means; otherwise it means none of them. */
  readonly isAgreed: boolean;
}

interface WordUse {
  readonly row: number;
  readonly column: 'code' | 'label';
  readonly word: string;
}

export interface Statuses {
  /** In the order of the tab. Rows that cannot be read, or whose credit is not 0 to 1 in hundredths, are left out. */
  readonly list: readonly Status[];
  /** Folded code or label → position in `list`. */
  readonly positions: ReadonlyMap<string, number>;
  /** Folded code or label → meaning, also where the row cannot be counted. */
  readonly byWord: ReadonlyMap<string, StatusMeaning>;
  /** By folded word. */
  readonly doubled: ReadonlyMap<string, DoubledWord>;
  /** The labels as a clerk chooses them. */
  readonly labels: readonly string[];
  /** Whether a row could not be read: then no status is reported as unknown. */
  readonly hasUnreadable: boolean;
}

const LEAVE_BY_WORD = codesByWord(LEAVE.columns.kind);

/** What workbooks without the column have always meant. */
const KNOWN: ReadonlyMap<string, Presence | null> = new Map([
  ...INITIAL_STATUSES.flatMap(({ code, label, presence }) =>
    wordsOf(code, label).map((word) => [word, presence] as const),
  ),
  ...['旷课', '曠課', '无故缺席', '無故缺席'].map((word) => [word, 'absent'] as const),
]);

export function readStatuses(table: Table | undefined): Statuses {
  return statusesOf(table ? parseTable(STATUSES, table).entries : []);
}

export function statusesOf(entries: readonly EntryOf<'statuses'>[]): Statuses {
  const rows = entries.flatMap(toRow);
  const words = usesByWord(rows);
  const list = rows.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  const positionOf = new Map(list.map((status, position) => [status, position]));
  const byWord = new Map<string, StatusMeaning>();
  const positions = new Map<string, number>();
  const doubled = new Map<string, DoubledWord>();
  for (const [word, uses] of words) {
    const [first, ...others] = uses;
    if (first === undefined) continue;
    const isAgreed = others.every(({ row }) => meansTheSame(row, first.row));
    if (others.length > 0) doubled.set(word, { isAgreed, uses: uses.map(toUse) });
    if (!isAgreed) continue;
    byWord.set(word, first.row.meaning);
    const position = first.row.counted && positionOf.get(first.row.counted);
    if (typeof position === 'number') positions.set(word, position);
  }
  return {
    list,
    positions,
    byWord,
    doubled,
    labels: rows.map(({ label }) => label),
    hasUnreadable: entries.some(
      ({ cells }) => cells.code === undefined || cells.label === undefined,
    ),
  };
}

interface StatusRow {
  readonly row: number;
  readonly code: string;
  readonly label: string;
  readonly meaning: StatusMeaning;
  /** Null when a cell that is needed for counting cannot be read. */
  readonly counted: Status | null;
}

function toRow({ row, cells }: EntryOf<'statuses'>): StatusRow[] {
  const { code, label = code, treatment } = cells;
  if (code === undefined || label === undefined) return [];
  const meaning = meaningOf(code, label, cells);
  const credit = cells.credit === undefined ? null : toHundredths(cells.credit);
  const counted =
    cells.label === undefined || treatment === undefined || credit === null
      ? null
      : { ...meaning, label, credit };
  return [{ row, code, label, meaning, counted }];
}

function toHundredths(credit: number): number | null {
  const hundredths = Math.round(credit * WHOLE_SESSION);
  const isExact = Math.abs(credit * WHOLE_SESSION - hundredths) < 1e-9;
  return isExact && hundredths >= 0 && hundredths <= WHOLE_SESSION ? hundredths : null;
}

interface RowUse {
  readonly row: StatusRow;
  readonly column: WordUse['column'];
}

const toUse = ({ row, column }: RowUse): WordUse => ({
  row: row.row,
  column,
  word: row[column],
});

/** A row whose code and label are the same word uses it once. */
function usesByWord(rows: readonly StatusRow[]): Map<string, RowUse[]> {
  const byWord = new Map<string, RowUse[]>();
  const add = (word: string, use: RowUse): void => {
    const uses = byWord.get(word);
    if (uses) uses.push(use);
    else byWord.set(word, [use]);
  };
  for (const row of rows) {
    const code = foldWord(row.code);
    const label = foldWord(row.label);
    add(code, { row, column: 'code' });
    if (label !== code) add(label, { row, column: 'label' });
  }
  return byWord;
}

/** A row that cannot be counted agrees with none. */
function meansTheSame({ counted: a }: StatusRow, { counted: b }: StatusRow): boolean {
  if (a === null || b === null) return false;
  return (
    a.credit === b.credit &&
    a.treatment === b.treatment &&
    a.presence === b.presence &&
    a.leave === b.leave
  );
}

type StatusCells = EntryOf<'statuses'>['cells'];

function meaningOf(code: string, label: string, cells: StatusCells): StatusMeaning {
  const { treatment = 'due' } = cells;
  const words = [code, label].map(foldWord);
  const leave = firstOf(words, LEAVE_BY_WORD);
  const presence = cells.presence ?? usualPresence(cells, leave, firstOf(words, KNOWN));
  return {
    code,
    presence,
    attended: presence === 'attended' || presence === 'late',
    treatment,
    leave,
  };
}

function usualPresence(
  { credit = 0, treatment = 'due' }: StatusCells,
  leave: LeaveKind | null,
  known: Presence | null,
): Presence | null {
  if (credit > 0) return known === 'late' ? 'late' : 'attended';
  return treatment !== 'due' || leave !== null ? 'excused' : known;
}

function firstOf<Value>(
  words: readonly string[],
  values: ReadonlyMap<string, Value>,
): Value | null {
  const word = words.find((one) => values.has(one));
  return (word === undefined ? null : values.get(word)) ?? null;
}
