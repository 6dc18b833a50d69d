// One zod schema per kind of cell: the only place where a raw cell becomes a checked value.
import * as z from 'zod';
import { clockTimeOf, isClockTime, isDay, serialToDay } from '../../calendar/day';
import { parseInstant } from '../../calendar/zone';
import type { Rule } from '../finding';
import { yuanToCents } from '../../money/cents';
import { foldName, foldWord, tidy, tidyLines, withoutSpaces } from '../../text/clean';
import type { CellKind, CellTypes, ChoiceColumn } from '../column';
import type { Cell } from '../table';
import {
  NOT_A_CHOICE,
  NOT_A_DAY,
  NOT_A_NUMBER,
  NOT_A_TIME,
  NOT_AN_EMAIL,
  NOT_TEXT,
} from '../shape-rules.texts';
import { codesByWord } from '../codes-by-word';

/** A schema with the rule that a refused cell breaks. */
export interface CellSchema<T = unknown> {
  readonly schema: z.ZodType<T>;
  readonly rule: Rule;
  /** Recognises cells that the schema would accept unchanged, many times faster; others it may still take. */
  readonly isPlain?: (cell: Cell) => boolean;
}

/** Longest text we take from a cell; a cell itself may hold 50,000 characters. */
const LONGEST = 2000;
const LONGEST_LINES = 20_000;
/** What a spreadsheet shows instead of a value it could not compute. */
const CELL_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/;

const asText = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);
const textCell = asText.pipe(
  z
    .string()
    .max(LONGEST)
    .refine((value) => !CELL_ERROR.test(value))
    .transform(tidy)
    .refine((value) => !/\p{Cc}/u.test(value)),
);
const linesCell = asText.pipe(
  z
    .string()
    .max(LONGEST_LINES)
    .refine((value) => !CELL_ERROR.test(value))
    .transform(tidyLines)
    .refine((value) => !/[^\P{Cc}\n]/u.test(value)),
);
const shortCell = (fold: (value: string) => string): z.ZodType<string> =>
  asText.pipe(
    z
      .string()
      .max(100)
      .refine((value) => !CELL_ERROR.test(value))
      .transform(fold)
      // What is left of them is not known to be harmless.
      .refine((value) => !/[\p{Cc}\p{Cf}]/u.test(value)),
  );
const compactCell = shortCell(withoutSpaces);
const numberCell = z.number().refine(Number.isFinite);

/** Most ids, names and titles: nothing in them to tidy, fold or refuse. */
const isPlainWord = (cell: Cell): boolean =>
  typeof cell === 'string' && /^[A-Za-z0-9_\-\u4E00-\u9FFF]{1,60}$/.test(cell);

const SCHEMAS: { readonly [Kind in CellKind]: CellSchema<CellTypes[Kind]> } = {
  text: { schema: textCell, rule: NOT_TEXT, isPlain: isPlainWord },
  lines: { schema: linesCell, rule: NOT_TEXT },
  id: { schema: compactCell, rule: NOT_TEXT, isPlain: isPlainWord },
  name: { schema: shortCell(foldName), rule: NOT_TEXT, isPlain: isPlainWord },
  phone: { schema: compactCell, rule: NOT_TEXT, isPlain: isPlainWord },
  email: {
    schema: z
      .string()
      .transform((value) => tidy(value).toLowerCase())
      .pipe(z.email()),
    rule: NOT_AN_EMAIL,
  },
  day: {
    schema: z
      .union([z.number().transform(serialToDay), z.string().transform(tidy)])
      .pipe(z.string().refine(isDay)),
    rule: NOT_A_DAY,
  },
  time: {
    schema: z
      .union([z.number().transform(timeOfSerial), z.string().transform(tidy)])
      .pipe(z.string().refine(isClockTime)),
    rule: NOT_A_TIME,
  },
  instant: {
    schema: z
      .string()
      .transform(parseInstant)
      .pipe(z.iso.datetime({ offset: true })),
    rule: NOT_A_DAY,
  },
  integer: {
    schema: numberCell.refine(Number.isSafeInteger),
    rule: NOT_A_NUMBER,
    isPlain: Number.isSafeInteger,
  },
  decimal: { schema: numberCell, rule: NOT_A_NUMBER, isPlain: Number.isFinite },
  percent: { schema: numberCell.refine((value) => value >= 0 && value <= 1), rule: NOT_A_NUMBER },
  money: {
    schema: numberCell.transform(yuanToCents).refine((cents) => cents !== null),
    rule: NOT_A_NUMBER,
  },
  yesNo: {
    schema: z
      .union([z.boolean(), z.union([z.string(), z.number().transform(String)]).transform(toYesNo)])
      .pipe(z.boolean()),
    rule: NOT_A_CHOICE,
  },
};

export function cellSchema(kind: CellKind): CellSchema {
  return SCHEMAS[kind];
}

/** Schemas take long to make, and the columns of the tabs are always the same. */
const CHOICE_SCHEMAS = new WeakMap<ChoiceColumn, CellSchema<string>>();

/** A choice is recognised by its words in any language or by its code. */
export function choiceSchema(column: ChoiceColumn): CellSchema<string> {
  const schema = CHOICE_SCHEMAS.get(column) ?? makeChoiceSchema(column);
  CHOICE_SCHEMAS.set(column, schema);
  return schema;
}

function makeChoiceSchema(column: ChoiceColumn): CellSchema<string> {
  const codes = codesByWord(column);
  return {
    schema: asText.transform((value) => codes.get(foldWord(value))).pipe(z.string()),
    rule: NOT_A_CHOICE,
  };
}

/** The time of day of a serial number's fraction, to the nearest minute; null when not a time of day. */
function timeOfSerial(serial: number): string | null {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  return Number.isFinite(serial) && serial >= 0 && serial < 1 && minutes < 1440
    ? clockTimeOf(minutes)
    : null;
}

const YES = new Set(['是', '有', 'y', 'yes', 'true', '1', '√', '✓']);
const NO = new Set(['否', '无', '無', 'n', 'no', 'false', '0', '×']);

function toYesNo(value: string): boolean | null {
  const word = foldWord(value);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
