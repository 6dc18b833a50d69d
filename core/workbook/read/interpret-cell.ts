// What a clerk probably meant by a cell that cannot be taken as it is: to be suggested, never to be written unasked.
import type { DayOrder } from '../../calendar/day-order';
import type { CellKind } from '../column';
import { foldName } from '../../text/clean';
import { cellSchema } from './cell-schema';
import type { Cell } from '../table';
import { isZeroLost, readDay } from './interpret-day';
import { addressesIn } from './interpret-email';
import { asTyped, readSpan, readTime } from './interpret-time';
import { plain, type InterpretedCell } from './interpreted-cell';

/** What decides between several meanings of a cell. */
export interface ReadingContext {
  /** Completes days written without one. */
  readonly year: number;
  /** How the workbook's locale writes `3/6`. */
  readonly dayOrder: DayOrder;
  /** The column is the end of something: of `14:30-17:00` it takes the second time. */
  readonly isEnd: boolean;
}

const USUAL: ReadingContext = { year: 0, dayOrder: 'monthFirst', isEnd: false };

/** Null when not understood, or when the cell is fine as it is. */
export function interpretCell(
  kind: CellKind,
  cell: Cell,
  context: Partial<ReadingContext> = {},
): InterpretedCell | null {
  const whole = { ...USUAL, ...context };
  const [meant, ...others] = interpretations(kind, cell, whole);
  return others.length === 0 ? (meant ?? null) : null;
}

/** All that may be meant: of several addresses in one cell each. */
export function interpretations(
  kind: CellKind,
  cell: Cell,
  context: ReadingContext,
): readonly InterpretedCell[] {
  if (kind === 'day' && typeof cell === 'number' && isZeroLost(cell, context.year)) return [];
  const words = WORDS[kind]?.(cell) ?? plain(cell);
  return (READERS[kind]?.(words, context) ?? []).filter(
    ({ after }) => after !== cell && cellSchema(kind).schema.safeParse(after).success,
  );
}

const asName = (cell: Cell): string => foldName(String(cell ?? '').slice(0, 200));

/** What the readers of these kinds take; the others take `plain`. */
const WORDS: Partial<Readonly<Record<CellKind, (cell: Cell) => string>>> = {
  name: asName,
  email: (cell) => String(cell ?? '').slice(0, 1000),
  time: (cell) => (typeof cell === 'number' ? asTyped(cell) : plain(cell)),
};

type Reader = (words: string, context: ReadingContext) => readonly InterpretedCell[];

const one =
  (read: (words: string, context: ReadingContext) => InterpretedCell | null): Reader =>
  (words, context) => {
    const meant = read(words, context);
    return meant ? [meant] : [];
  };

const READERS: Partial<Readonly<Record<CellKind, Reader>>> = {
  day: one((words, { year, dayOrder }) => readDay(words, year, dayOrder)),
  time: one((words, { isEnd }) => {
    const span = readSpan(words);
    return span ? (isEnd ? span.end : span.start) : readTime(words);
  }),
  integer: one(readNumber),
  decimal: one(readNumber),
  money: one(readNumber),
  percent: one(readPercent),
  email: (words) => addressesIn(words).map((address) => ({ after: address, shown: address })),
  id: one(asText),
  name: one(asText),
  phone: one(asText),
};

function asText(words: string): InterpretedCell | null {
  return words === '' ? null : { after: words, shown: words };
}

const NUMBER =
  /^[¥$第]?([+-]?\d{1,3}(?:,\d{3})+|[+-]?\d+)(\.\d+)?(万|萬)?(?:元|人|期|学时|學時|小时|小時|分钟|分鐘)?$/;

/** `3,550.00元`, `１２`, `1.2万`, `第5期`. */
function readNumber(words: string): InterpretedCell | null {
  const parts = NUMBER.exec(words);
  if (!parts) return null;
  const value = Number(`${(parts[1] ?? '').replaceAll(',', '')}${parts[2] ?? ''}`);
  // Rounded, because a decimal times ten thousand may end in a stray digit.
  const after = parts[3] === undefined ? value : Math.round(value * 10_000 * 100) / 100;
  return { after, shown: String(after) };
}

/** `90%` or `0.9`. */
function readPercent(words: string): InterpretedCell | null {
  const value = /^(\d+(?:\.\d+)?)%$/.exec(words)?.[1];
  if (value === undefined) return readNumber(words);
  return { after: Number(value) / 100, shown: `${value}%` };
}
