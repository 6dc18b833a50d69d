/** Changes the fields of a cell that a mask names; equal formats stay one shared object. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid, notEmulated } from '../api-error';
import { canonicalFormula } from '../formulas/adjust-formula';
import { copyOf } from '../json';
import {
  compactCell,
  richCell,
  withValue,
  type Cell,
  type CellFormat,
  type PlainValue,
  type RichCell,
} from '../model/cell';
import { updateFields } from '../schema/apply-mask';
import { fieldOf, type FieldMask } from '../schema/field-mask';
import { withTwins } from '../schema/color-mask';
import { storedCopy } from '../schema/store-colors';
import { checkLength, enterFormula } from '../values/enter-value';
import { checkPivotTable } from './check-pivot-table';

type CellData = sheets_v4.Schema$CellData;
type CellUpdate = (cell: Cell, data: CellData) => Cell;

const NOT_KEPT = ['dataSourceTable', 'dataSourceFormula', 'chipRuns'] as const;

interface EnteredValue {
  readonly value: PlainValue | undefined;
  readonly formula: string | undefined;
}

function enteredValue(value: CellData['userEnteredValue']): EnteredValue {
  if (value === undefined) return { value: undefined, formula: undefined };
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if (value.errorValue) throw invalid('userEnteredValue.errorValue cannot be set.');
  if (typeof formulaValue === 'string') {
    checkLength(formulaValue);
    return { formula: canonicalFormula(formulaValue), value: undefined };
  }
  if (typeof stringValue === 'string') checkLength(stringValue);
  const plain: PlainValue | null | undefined = stringValue ?? numberValue ?? boolValue;
  return { value: plain === '' ? undefined : (plain ?? undefined), formula: undefined };
}

/** Replaces also what another cell shows here; nothing entered leaves that as it is. */
function withEntered(cell: RichCell, entered: CellData['userEnteredValue']): RichCell {
  const { value, formula } = enteredValue(entered);
  if (formula !== undefined) return richCell(enterFormula(cell, formula));
  const { pivotTable, isPivoted, isSpilled } = cell;
  const isShown = pivotTable !== undefined || isPivoted === true || isSpilled === true;
  return value === undefined && isShown ? cell : richCell(withValue(cell, value));
}

/** The same format object for the same old format and new data: large ranges stay small. */
function formatUpdater(mask: FieldMask) {
  const twinned = withTwins(mask, 'CellFormat');
  const known = new Map<CellFormat | undefined, Map<object, CellFormat | undefined>>();
  return (old: CellFormat | undefined, data: CellFormat): CellFormat | undefined => {
    const byData = known.get(old) ?? new Map<object, CellFormat | undefined>();
    known.set(old, byData);
    if (byData.has(data)) return byData.get(data);
    const target: CellFormat = copyOf(old ?? {});
    updateFields(target, storedCopy('CellFormat', data), twinned);
    dropEmpty(target);
    const updated = Object.keys(target).length === 0 ? undefined : target;
    byData.set(data, updated);
    return updated;
  };
}

const NESTED = ['textFormat', 'borders', 'padding', 'numberFormat', 'textRotation'] as const;

/** Text formats and borders that lost their last field go; an empty colour is black and stays. */
function dropEmpty(format: CellFormat): void {
  for (const name of NESTED) {
    const value = format[name];
    if (value !== undefined && Object.keys(value).length === 0)
      Reflect.deleteProperty(format, name);
  }
}

/** What a pivot table that goes has shown goes with it. */
function withPivotTable(cell: RichCell, pivotTable: CellData['pivotTable']): RichCell {
  if (pivotTable !== undefined) {
    checkPivotTable(pivotTable);
    return { ...cell, pivotTable };
  }
  if (cell.pivotTable === undefined) return cell;
  return { ...cell, pivotTable, value: undefined, resultFormat: undefined, isPivoted: undefined };
}

const NO_FORMAT: CellFormat = {};

/** `mask` is that of CellData. */
export function cellUpdater(mask: FieldMask): CellUpdate {
  const wants = (name: keyof CellData) => fieldOf(mask, name) !== undefined;
  const notKept = NOT_KEPT.filter(wants);
  const value = wants('userEnteredValue');
  const note = wants('note');
  const validation = wants('dataValidation');
  const runs = wants('textFormatRuns');
  const pivot = wants('pivotTable');
  const formatMask = fieldOf(mask, 'userEnteredFormat');
  const updateFormat = formatMask === undefined ? undefined : formatUpdater(formatMask);
  return (cell, data) => {
    const unkept = notKept.find((name) => data[name] !== undefined);
    if (unkept !== undefined) throw notEmulated(`${unkept} in a cell`);
    let next = richCell(cell);
    if (value) next = withEntered(next, data.userEnteredValue);
    if (updateFormat !== undefined) {
      const format = updateFormat(next.format, data.userEnteredFormat ?? NO_FORMAT);
      next = { ...next, format };
    }
    if (note) next = { ...next, note: data.note === '' ? undefined : (data.note ?? undefined) };
    if (validation) next = { ...next, validation: data.dataValidation };
    if (runs) next = { ...next, runs: data.textFormatRuns };
    if (pivot) next = withPivotTable(next, data.pivotTable);
    return compactCell(next);
  };
}
