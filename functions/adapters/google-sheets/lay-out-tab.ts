// A tab's layout → header, formats, widths, drop-downs, protection, colours and the mark that says whose it is.
import type { ColumnLayout, CreateTab, LayOutTab } from '#core/workbook/write/change';
import { cellAt } from '#core/workbook/cell-grid';
import { columnLetters } from '#core/workbook/cell-name';
import type { Basis } from '#core/workbook/snapshot';
import type { Cell } from '#core/workbook/table';
import { writeTabTag } from '#core/workbook/tab-tags';
import type { SheetsRequest, sheets_v4 } from '../google-clients';
import { numberFormatOf, toColor } from './cell-data';
import { TAB_TAG } from './metadata-keys';
import { replaceMetadata } from './replace-metadata';
import { quoteTitle } from './read-snapshot';

const HEADER_BACKGROUND = '#e8eaed';

export function createTabRequests(change: CreateTab): SheetsRequest[] {
  const { sheetId, title, index, rowCount, columnCount } = change;
  const gridProperties = { rowCount, columnCount, frozenRowCount: 1 };
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title,
          index,
          gridProperties,
          tabColorStyle: { rgbColor: toColor(change.color) },
        },
      },
    },
  ];
}

export function layOutTabRequests(change: LayOutTab, basis: Basis): SheetsRequest[] {
  const mark = writeTabTag(change.key, change.layout, change.sheetId);
  return [
    ...replaceMetadata(basis, change.sheetId, { [TAB_TAG]: mark }),
    ...change.columns.flatMap((column) =>
      columnRequests(change, column, headingAt(basis, change, column.position)),
    ),
    ...change.replaceProtectedRangeIds.map((protectedRangeId) => ({
      deleteProtectedRange: { protectedRangeId },
    })),
    ...protectRequests(change),
    ...change.dropColorRules.map((index) => ({
      deleteConditionalFormatRule: { sheetId: change.sheetId, index },
    })),
    ...change.colors.map((color) => colorRequest(change, color)),
  ];
}

type Header = Pick<LayOutTab, 'sheetId' | 'headerRow'>;

/** The labels in a tab's header now; undefined for a new tab. */
function headingAt(
  basis: Basis,
  { sheetId, headerRow }: Header,
  position: number,
): Cell | undefined {
  const table = Object.values(basis.tables).find((one) => one.sheetId === sheetId);
  return table && cellAt(table.cells, headerRow, position);
}

function columnRequests(
  header: Header,
  column: ColumnLayout,
  heading: Cell | undefined,
): SheetsRequest[] {
  const { sheetId, headerRow } = header;
  const columnIndexes = { startColumnIndex: column.position, endColumnIndex: column.position + 1 };
  const body = { sheetId, startRowIndex: headerRow + 1, ...columnIndexes };
  return [
    headerRequest(header, column, heading),
    {
      repeatCell: {
        range: body,
        cell: { userEnteredFormat: numberFormatOf(column.kind) },
        fields: 'userEnteredFormat.numberFormat',
      },
    },
    ...widthRequests(sheetId, column),
    { setDataValidation: { range: body, ...dropDown(column) } },
  ];
}

function widthRequests(sheetId: number, { position, width }: ColumnLayout): SheetsRequest[] {
  if (width === null) return [];
  const range = { sheetId, dimension: 'COLUMNS', startIndex: position, endIndex: position + 1 };
  return [
    { updateDimensionProperties: { range, properties: { pixelSize: width }, fields: 'pixelSize' } },
  ];
}

/** A label that is there already is not written: reading it back shows whether a person moved the columns meanwhile. */
function headerRequest(
  { sheetId, headerRow }: Header,
  column: ColumnLayout,
  heading: Cell | undefined,
): SheetsRequest {
  const isThere = heading === column.label;
  const cell = {
    ...(!isThere && { userEnteredValue: { stringValue: column.label } }),
    userEnteredFormat: {
      textFormat: { bold: true },
      backgroundColorStyle: { rgbColor: toColor(HEADER_BACKGROUND) },
      wrapStrategy: 'WRAP',
      verticalAlignment: 'MIDDLE',
    },
    ...(column.note !== null && { note: column.note }),
  };
  const format =
    'userEnteredFormat(textFormat.bold,backgroundColorStyle,wrapStrategy,verticalAlignment)';
  const fields = isThere ? format : `userEnteredValue,${format}`;
  return {
    updateCells: {
      start: { sheetId, rowIndex: headerRow, columnIndex: column.position },
      rows: [{ values: [cell] }],
      fields: column.note === null ? fields : `${fields},note`,
    },
  };
}

/** Without a rule the request clears the drop-down that was there. */
function dropDown(column: ColumnLayout): { rule?: sheets_v4.Schema$DataValidationRule } {
  if (column.list) {
    const values = column.list.words.map((userEnteredValue) => ({ userEnteredValue }));
    return {
      rule: {
        condition: { type: 'ONE_OF_LIST', values },
        strict: column.list.strict,
        showCustomUi: true,
      },
    };
  }
  if (column.source) {
    const { title, position, firstRow } = column.source;
    const letter = columnLetters(position);
    const userEnteredValue = `=${quoteTitle(title)}!$${letter}$${firstRow + 1}:$${letter}`;
    return {
      rule: {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue }] },
        strict: false,
        showCustomUi: true,
      },
    };
  }
  return {};
}

function protectRequests(change: LayOutTab): SheetsRequest[] {
  if (!change.protect) return [];
  const { description, editors, warningOnly } = change.protect;
  const protectedRange = {
    range: { sheetId: change.sheetId },
    description,
    warningOnly,
    ...(!warningOnly && { editors: { users: [...editors] } }),
  };
  return [{ addProtectedRange: { protectedRange } }];
}

function colorRequest(
  { sheetId, headerRow }: Header,
  color: LayOutTab['colors'][number],
): SheetsRequest {
  const ranges = [
    {
      sheetId,
      startRowIndex: headerRow + 1,
      startColumnIndex: color.position,
      endColumnIndex: color.position + 1,
    },
  ];
  const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: color.word }] };
  const format = { backgroundColorStyle: { rgbColor: toColor(color.background) } };
  return {
    addConditionalFormatRule: { index: 0, rule: { ranges, booleanRule: { condition, format } } },
  };
}
