/** A cell's format with the spreadsheet's defaults filled in. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import {
  effectiveValue,
  isError,
  isRich,
  shownFormat,
  type Cell,
  type CellFormat,
} from '../model/cell';
import type { Spreadsheet } from '../model/spreadsheet';

/** Numbers and dates are aligned right, TRUE and FALSE centred, everything else left. */
function alignment(cell: Cell): string {
  const value = effectiveValue(cell);
  if (typeof value === 'number') return 'RIGHT';
  return typeof value === 'boolean' || isError(value) ? 'CENTER' : 'LEFT';
}

function textFormat(
  defaults: sheets_v4.Schema$TextFormat | undefined,
  own: sheets_v4.Schema$TextFormat | undefined,
): sheets_v4.Schema$TextFormat {
  const fontFamily = defaults?.fontFamily?.startsWith('arial') ? 'Arial' : defaults?.fontFamily;
  return { ...defaults, ...(fontFamily !== undefined && { fontFamily }), ...own };
}

export function effectiveFormat(spreadsheet: Spreadsheet, cell: Cell): CellFormat {
  const defaults = spreadsheet.properties.defaultFormat ?? {};
  const own: CellFormat = (isRich(cell) ? shownFormat(cell) : undefined) ?? {};
  return {
    ...defaults,
    horizontalAlignment: alignment(cell),
    hyperlinkDisplayType: 'PLAIN_TEXT',
    ...own,
    textFormat: textFormat(defaults.textFormat, own.textFormat),
  };
}
