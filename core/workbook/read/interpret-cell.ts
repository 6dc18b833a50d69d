// What a clerk probably meant by a cell that cannot be taken as it is: to be suggested, never to be written unasked.
import { clockTimeOf, dayToSerial, isDay, type Day } from '../../calendar/day';
import type { CellKind } from '../column';
import { foldName, withoutInvisible } from '../../text/clean';
import { cellSchema } from './cell-schema';
import type { Cell } from '../table';

export interface InterpretedCell {
  /** The cell to write, RAW. */
  readonly after: Cell;
  /** The same as a clerk reads it. */
  readonly shown: string;
}

/** `year` completes days written without one. Null when not understood, or when the cell is fine as it is. */
export function interpretCell(kind: CellKind, cell: Cell, year: number): InterpretedCell | null {
  const isLost = kind === 'day' && typeof cell === 'number' && isZeroLost(cell, year);
  const understood = isLost
    ? null
    : (READERS[kind]?.(kind === 'name' ? asName(cell) : plain(cell), year) ?? null);
  if (understood === null || understood.after === cell) return null;
  return cellSchema(kind).schema.safeParse(understood.after).success ? understood : null;
}

/** Full-width letters, digits and punctuation made ordinary; every space taken out. */
function plain(cell: Cell): string {
  return withoutInvisible(String(cell ?? '').slice(0, 200))
    .normalize('NFKC')
    .replace(/\s+/gu, '');
}

const asName = (cell: Cell): string => foldName(String(cell ?? '').slice(0, 200));

type Reader = (words: string, year: number) => InterpretedCell | null;

const READERS: Partial<Readonly<Record<CellKind, Reader>>> = {
  day: readDay,
  time: readTime,
  integer: readNumber,
  decimal: readNumber,
  money: readNumber,
  percent: readPercent,
  email: (words) =>
    asText(
      words
        .replace(/^mailto:/i, '')
        .replace(/[;,。、]+$/, '')
        .toLowerCase(),
    ),
  id: asText,
  name: asText,
  phone: asText,
};

function asText(words: string): InterpretedCell | null {
  return words === '' ? null : { after: words, shown: words };
}

const FULL_DAY =
  /^(\d{4})(?:[年./-])(\d{1,2})(?:[月./-])(\d{1,2})日?(?:\(?(?:周|週|星期|礼拜|禮拜).\)?)?$/;
const DAY_OF_YEAR = /^(\d{1,2})[月./-](\d{1,2})[日号號]?(?:\(?(?:周|週|星期|礼拜|禮拜).\)?)?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/** `2026年3月6日`, `2026.3.6`, `2026/03/06(周五)`, `20260306`, `3月6日`, `3.6`. */
function readDay(words: string, year: number): InterpretedCell | null {
  const full = FULL_DAY.exec(words) ?? EIGHT_DIGITS.exec(words);
  if (full) return asDay(full[1] ?? '', full[2] ?? '', full[3] ?? '');
  const short = DAY_OF_YEAR.exec(words);
  return short && asDay(String(year), short[1] ?? '', short[2] ?? '');
}

/** Whether a number such as 6.3 may be 30 June as well as 3 June: a cell that is no text drops the zero. */
function isZeroLost(cell: number, year: number): boolean {
  const [, month, tens] = /^(\d{1,2})\.([123])$/.exec(String(cell)) ?? [];
  return (
    month !== undefined && tens !== undefined && asDay(String(year), month, `${tens}0`) !== null
  );
}

function asDay(year: string, month: string, date: string): InterpretedCell | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? ofDay(day) : null;
}

const ofDay = (day: Day): InterpretedCell => ({ after: dayToSerial(day), shown: day });

const CLOCK =
  /^(上午|早上|下午|晚上|am|pm)?(\d{1,2})(?::|点|點|时|時)(\d{1,2}|半)?(?:分|:00)?(am|pm)?$/i;
const FOUR_DIGITS = /^()(\d{2})(\d{2})$/;

/** `9:00` typed full-width, `9点半`, `14时30分`, `下午2:30`, `1430`. */
function readTime(words: string): InterpretedCell | null {
  const parts = CLOCK.exec(words) ?? FOUR_DIGITS.exec(words);
  if (!parts) return null;
  const [, before = '', hourText = '', minuteText = '0', after = ''] = parts;
  const isAfternoon = /下午|晚上|pm/i.test(before + after);
  const hour = Number(hourText) + (isAfternoon && Number(hourText) < 12 ? 12 : 0);
  const minute = minuteText === '半' ? 30 : Number(minuteText);
  if (hour > 23 || minute > 59) return null;
  const minutes = hour * 60 + minute;
  return { after: minutes / 1440, shown: clockTimeOf(minutes) };
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
