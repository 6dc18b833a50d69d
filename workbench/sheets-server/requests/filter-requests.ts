/** setBasicFilter, clearBasicFilter. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { notEmulated } from '../api-error';
import { copyOf } from '../json';
import { areaGridRange } from '../model/sheet';
import type { RequestHandlers } from './reply';
import { targetArea, targetSheet } from './target';

/** Filters that would hide or sort rows are refused: here a filter is only the arrows on a range. */
export function checkFilterIsPlain(filter: sheets_v4.Schema$BasicFilter): void {
  const { criteria, filterSpecs, sortSpecs } = filter;
  const acts =
    Object.keys(criteria ?? {}).length + (filterSpecs?.length ?? 0) + (sortSpecs?.length ?? 0) > 0;
  if (acts) throw notEmulated('filters with criteria or sorting');
}

export const filterRequests: RequestHandlers = {
  setBasicFilter(draft, { filter = {} }) {
    checkFilterIsPlain(filter);
    const { sheetId, area } = targetArea(draft, filter.range);
    draft.edit(sheetId).basicFilter = { ...copyOf(filter), range: areaGridRange(sheetId, area) };
  },

  clearBasicFilter(draft, { sheetId }) {
    draft.edit(targetSheet(draft, sheetId).properties.sheetId).basicFilter = null;
  },
};
