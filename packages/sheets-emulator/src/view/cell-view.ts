/** One cell as the API's CellData; only the fields that are asked for are worked out. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import {
  effectiveValue,
  formatOf,
  isError,
  isFilled,
  isRich,
  type Cell,
  type EffectiveValue,
} from '../model/cell';
import type { Spreadsheet } from '../model/spreadsheet';
import { selectFields } from '../schema/apply-mask';
import type { FieldMask } from '../schema/field-mask';
import { formattedText } from '../values/render-value';
import { effectiveFormat } from './effective-format';

type CellData = sheets_v4.Schema$CellData;

export function extendedValue(value: EffectiveValue): sheets_v4.Schema$ExtendedValue {
  if (isError(value)) return { errorValue: { ...value } };
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

function userEnteredValue(cell: Cell): CellData['userEnteredValue'] {
  if (isRich(cell) && cell.formula !== undefined) return { formulaValue: cell.formula };
  if (isRich(cell) && (cell.isSpilled === true || cell.isPivoted === true)) return undefined;
  const value = effectiveValue(cell);
  return value === undefined || isError(value) ? undefined : extendedValue(value);
}

/** A link over the whole text, by text format or as the only link of a HYPERLINK formula with constant text. */
function hyperlink(cell: Cell): string | undefined {
  if (!isRich(cell)) return undefined;
  const link = cell.format?.textFormat?.link?.uri;
  if (link !== undefined && link !== null) return link;
  return /^=\s*HYPERLINK\(\s*"([^"]*)"/i.exec(cell.formula ?? '')?.[1];
}

const FIELDS: { readonly [K in keyof CellData]?: (cell: Cell, of: Spreadsheet) => unknown } = {
  userEnteredValue,
  effectiveValue: (cell) => {
    const value = effectiveValue(cell);
    return value === undefined ? undefined : extendedValue(value);
  },
  formattedValue: formattedText,
  userEnteredFormat: formatOf,
  effectiveFormat: (cell, spreadsheet) =>
    isFilled(cell) || formatOf(cell) !== undefined ? effectiveFormat(spreadsheet, cell) : undefined,
  hyperlink,
  note: (cell) => (isRich(cell) ? cell.note : undefined),
  textFormatRuns: (cell) => (isRich(cell) ? cell.runs : undefined),
  dataValidation: (cell) => (isRich(cell) ? cell.validation : undefined),
  pivotTable: (cell) => (isRich(cell) ? cell.pivotTable : undefined),
};

type Reader = readonly [name: string, read: (cell: Cell, of: Spreadsheet) => unknown, FieldMask];

/** What only a rich cell can have. */
const RICH_FIELDS = new Set([
  'note',
  'userEnteredFormat',
  'textFormatRuns',
  'dataValidation',
  'pivotTable',
]);
const known = new WeakMap<object, readonly Reader[]>();
const ALL = readersUnder(() => '*');

function readersUnder(maskOf: (name: string) => FieldMask | undefined): Reader[] {
  return Object.entries(FIELDS).flatMap(([name, read]): Reader[] => {
    const wanted = maskOf(name);
    return wanted === undefined ? [] : [[name, read, wanted]];
  });
}

/** One mask is asked of a great many cells: what it names is looked up once. */
function readersOf(mask: FieldMask): readonly Reader[] {
  if (mask === '*') return ALL;
  const readers = known.get(mask) ?? readersUnder((name) => mask.get(name));
  known.set(mask, readers);
  return readers;
}

/** Whether no plain cell shows anything under the mask. */
export function asksOnlyRich(mask: FieldMask): boolean {
  return readersOf(mask).every(([name]) => RICH_FIELDS.has(name));
}

/** Empty when nothing of the cell is under the mask. */
export function cellView(cell: Cell, spreadsheet: Spreadsheet, mask: FieldMask): CellData {
  if (cell === null) return {};
  const view: Record<string, unknown> = {};
  for (const [name, read, wanted] of readersOf(mask)) {
    const value = read(cell, spreadsheet);
    if (value !== undefined) view[name] = selectFields(value, wanted);
  }
  return view;
}
