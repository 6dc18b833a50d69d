/** updateDimensionProperties, autoResizeDimensions: sizes and hidden rows and columns. */
import { copyOf } from '../json';
import type { DimensionProperties, Sheet } from '../model/sheet';
import { updateFields } from '../schema/apply-mask';
import { formattedText } from '../values/render-value';
import { formatOf } from '../model/cell';
import { DEFAULT_PIXEL_SIZE } from '../view/grid-data';
import type { RequestHandlers } from './reply';
import { requiredMask, targetSpan, type DimensionSpan } from './target';

type Metadata = Record<number, DimensionProperties>;

const metadataOf = (sheet: Sheet, { dimension }: DimensionSpan): Metadata =>
  dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;

function keep(metadata: Metadata, index: number, properties: DimensionProperties): void {
  if (properties.hiddenByUser === false) Reflect.deleteProperty(properties, 'hiddenByUser');
  if (Object.keys(properties).length > 0) metadata[index] = properties;
  else Reflect.deleteProperty(metadata, index);
}

const WIDE = /[\u2e80-\uffff]/g;
const PADDING = 6;
const LINE_FACTOR = 1.3;

/** There are no fonts here: a wide character counts as its font size, any other as 0.6 of it. */
function textWidth(text: string, fontSize: number): number {
  const lines = text
    .split('\n')
    .map((line) => line.length * 0.6 + (line.match(WIDE)?.length ?? 0) * 0.4);
  return Math.ceil(Math.max(...lines) * fontSize * LINE_FACTOR) + PADDING;
}

/** Undefined when nothing is shown there: the size stays. */
function fittingSize(sheet: Sheet, span: DimensionSpan, index: number): number | undefined {
  let size: number | undefined;
  for (let row = 0; row < sheet.grid.height; row++) {
    if (span.dimension === 'ROWS' && row !== index) continue;
    sheet.grid.row(row).forEach((cell, column) => {
      if (span.dimension === 'COLUMNS' && column !== index) return;
      const text = formattedText(cell);
      if (text === undefined) return;
      const fontSize = formatOf(cell)?.textFormat?.fontSize ?? 10;
      const lineHeight = Math.max(DEFAULT_PIXEL_SIZE.ROWS, Math.ceil(fontSize * LINE_FACTOR) + 8);
      const height = lineHeight * text.split('\n').length;
      size = Math.max(size ?? 0, span.dimension === 'ROWS' ? height : textWidth(text, fontSize));
    });
  }
  return size;
}

export const dimensionPropertiesRequests: RequestHandlers = {
  updateDimensionProperties(draft, { range, properties = {}, fields }) {
    const mask = requiredMask(fields, 'DimensionProperties');
    const span = targetSpan(draft, range);
    const metadata = metadataOf(draft.edit(span.sheetId), span);
    for (let index = span.start; index < Math.min(span.end, span.size); index++) {
      const updated = copyOf(metadata[index] ?? {});
      updateFields(updated, properties, mask);
      keep(metadata, index, updated);
    }
  },

  autoResizeDimensions(draft, { dimensions }) {
    const span = targetSpan(draft, dimensions);
    const sheet = draft.edit(span.sheetId);
    const metadata = metadataOf(sheet, span);
    for (let index = span.start; index < Math.min(span.end, span.size); index++) {
      const pixelSize = fittingSize(sheet, span, index);
      if (pixelSize !== undefined) keep(metadata, index, { ...metadata[index], pixelSize });
    }
  },
};
