/** A filter has its criteria in an old field, a map by column, and in a new one, a list; answers have both. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { FieldMask } from '../schema/field-mask';

type Filter = Pick<sheets_v4.Schema$BasicFilter, 'criteria' | 'filterSpecs'>;

/** The list decides when both are given. */
export function withBothCriteria<T extends Filter>(filter: T): T {
  const { criteria, filterSpecs, ...rest } = filter;
  const specs =
    filterSpecs ??
    Object.entries(criteria ?? {}).map(([column, filterCriteria]) => ({
      columnIndex: Number(column),
      filterCriteria,
    }));
  if (specs.length === 0) return rest as T; // the two fields are optional
  const byColumn: Filter['criteria'] = {};
  for (const { columnIndex, filterCriteria } of specs) {
    byColumn[String(columnIndex ?? 0)] = filterCriteria ?? {};
  }
  return { ...rest, criteria: byColumn, filterSpecs: specs } as T; // as above
}

/** A stored filter about to be updated: the field that the mask leaves alone must not outlive the other. */
export function withoutOtherCriteria<T extends Filter>(filter: T, mask: FieldMask): T {
  if (mask === '*') return filter;
  const { criteria, filterSpecs, ...rest } = filter;
  if (mask.has('filterSpecs')) return { ...rest, filterSpecs } as T; // the two fields are optional
  return mask.has('criteria') ? ({ ...rest, criteria } as T) : filter; // as above
}
