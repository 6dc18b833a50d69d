/** The `values` of a request: checked cell by cell, and turned to rows. */
import { invalid } from '../api-error';
import { isObject, type Json } from '../json';
import type { PlainValue } from '../model/cell';

/** Null leaves the cell alone. */
export type InputRow = readonly (PlainValue | null)[];

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** Google shows a bad value in its text form of messages. */
function messageText(value: Json): string {
  if (value === null) return 'null_value: NULL_VALUE\n';
  if (typeof value === 'string') return `string_value: ${JSON.stringify(value)}\n`;
  if (typeof value === 'number') return `number_value: ${value}\n`;
  if (typeof value === 'boolean') return `bool_value: ${value}\n`;
  if (Array.isArray(value)) {
    const items = value.map((item) => `values {\n${indent(messageText(item))}}\n`);
    return `list_value {\n${indent(items.join(''))}}\n`;
  }
  const fields = Object.entries(value).map(
    ([key, item]) =>
      `fields {\n  key: ${JSON.stringify(key)}\n  value {\n${indent(indent(messageText(item ?? null)))}  }\n}\n`,
  );
  return `struct_value {\n${indent(fields.join(''))}}\n`;
}

function checkRow(row: readonly Json[], index: number): InputRow {
  const bad = row.findIndex((value) => isObject(value) || Array.isArray(value));
  if (bad < 0) return row as InputRow; // no object and no list is left: scalars and nulls
  throw invalid(`Invalid values[${index}][${bad}]: ${messageText(row[bad] ?? null)}`);
}

function transpose(rows: readonly InputRow[]): InputRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

/** `values` has been seen to be a list of lists. */
export function inputRows(
  values: readonly (readonly Json[])[],
  majorDimension: string | null | undefined,
): readonly InputRow[] {
  const rows = values.map(checkRow);
  return majorDimension === 'COLUMNS' ? transpose(rows) : rows;
}
