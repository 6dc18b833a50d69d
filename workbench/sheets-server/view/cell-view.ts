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
  if (isRich(cell) && cell.isSpilled === true) return undefined;
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
};

/** Empty when nothing of the cell is under the mask. */
export function cellView(cell: Cell, spreadsheet: Spreadsheet, mask: FieldMask): CellData {
  if (cell === null) return {};
  const view: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(FIELDS)) {
    const wanted = mask === '*' ? '*' : mask.get(name);
    if (wanted === undefined) continue;
    const value = read(cell, spreadsheet);
    if (value === undefined) continue;
    view[name] = selectFields(value, wanted);
  }
  return view;
}
