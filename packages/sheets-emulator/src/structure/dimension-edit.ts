/** How inserting, deleting and moving rows or columns shifts indexes and spans. */

export type Dimension = 'ROWS' | 'COLUMNS';

export type DimensionEdit = { readonly sheetId: number; readonly dimension: Dimension } & (
  | { readonly kind: 'insert'; readonly start: number; readonly count: number }
  | { readonly kind: 'delete'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'move';
      readonly start: number;
      readonly end: number;
      /** Counted before the move. */
      readonly destination: number;
    }
);

/** From 0, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function afterInsert(span: Span, at: number, count: number): Span {
  return {
    start: span.start >= at ? span.start + count : span.start,
    end: span.end > at ? span.end + count : span.end,
  };
}

function afterDelete(span: Span, start: number, end: number): Span | undefined {
  const place = (index: number) => {
    if (index <= start) return index;
    return index >= end ? index - (end - start) : start;
  };
  const result = { start: place(span.start), end: place(span.end) };
  return result.end > result.start ? result : undefined;
}

function afterMove(span: Span, start: number, end: number, destination: number): Span | undefined {
  const count = end - start;
  const target = destination > start ? destination - count : destination;
  if (span.start >= start && span.end <= end) {
    const offset = target - start;
    return { start: span.start + offset, end: span.end + offset };
  }
  const within = span.start <= start && end <= span.end;
  if (within && span.start <= destination && destination <= span.end) return span;
  const rest = afterDelete(span, start, end);
  return rest === undefined ? undefined : afterInsert(rest, target, count);
}

/** Undefined when nothing of the span is left. */
export function shiftSpan(span: Span, edit: DimensionEdit): Span | undefined {
  switch (edit.kind) {
    case 'insert':
      return afterInsert(span, edit.start, edit.count);
    case 'delete':
      return afterDelete(span, edit.start, edit.end);
    case 'move':
      return afterMove(span, edit.start, edit.end, edit.destination);
  }
}

/** Undefined when the row or column was deleted. */
export const shiftIndex = (index: number, edit: DimensionEdit): number | undefined =>
  shiftSpan({ start: index, end: index + 1 }, edit)?.start;
