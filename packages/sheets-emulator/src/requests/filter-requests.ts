/** setBasicFilter, clearBasicFilter: a filter sorts its rows and hides those that do not match. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { Area } from '../a1/area';
import { notEmulated } from '../api-error';
import { copyOf } from '../json';
import type { Cell } from '../model/cell';
import type { Draft } from '../model/draft';
import { areaGridRange, type Sheet } from '../model/sheet';
import { matchesCondition } from '../values/match-condition';
import { formattedText } from '../values/render-value';
import type { InputContext } from '../values/user-entered';
import type { RequestHandlers } from './reply';
import { withBothCriteria } from './filter-criteria';
import { sortArea } from './sort-requests';
import { targetArea, targetSheet } from './target';

type Filter = sheets_v4.Schema$BasicFilter;
type Criteria = sheets_v4.Schema$FilterCriteria;

const CRITERIA = new Set(['condition', 'hiddenValues']);

const criteriaOf = (filter: Filter): (readonly [column: number, criteria: Criteria])[] =>
  Object.entries(filter.criteria ?? {}).map(
    ([column, criteria]) => [Number(column), criteria] as const,
  );

function isShown(cell: Cell, criteria: Criteria, context: InputContext): boolean {
  const unknown = Object.keys(criteria).find((key) => !CRITERIA.has(key));
  if (unknown !== undefined) throw notEmulated(`filtering by ${unknown}`);
  const text = formattedText(cell) ?? '';
  if (criteria.hiddenValues?.includes(text) === true) return false;
  return criteria.condition === undefined || matchesCondition(cell, criteria.condition, context);
}

/** The header row is never hidden. */
function hideRows(sheet: Sheet, area: Area, filter: Filter, context: InputContext): void {
  const criteria = criteriaOf(filter);
  if (criteria.length === 0) return;
  for (let row = area.startRow + 1; row < area.endRow; row++) {
    const shown = criteria.every(([column, one]) =>
      isShown(sheet.grid.cell(row, column), one, context),
    );
    if (!shown) sheet.rowMetadata[row] = { ...sheet.rowMetadata[row], hiddenByFilter: true };
  }
}

function showAllRows(sheet: Sheet): void {
  for (const [row, properties] of Object.entries(sheet.rowMetadata)) {
    Reflect.deleteProperty(properties, 'hiddenByFilter');
    if (Object.keys(properties).length === 0) Reflect.deleteProperty(sheet.rowMetadata, row);
  }
}

function setFilter(draft: Draft, filter: Filter): void {
  const { sheetId, area } = targetArea(draft, filter.range);
  const sheet = draft.edit(sheetId);
  showAllRows(sheet);
  const { sortSpecs = [] } = filter;
  if (sortSpecs.length > 0) {
    sortArea(draft, { sheetId, area: { ...area, startRow: area.startRow + 1 } }, sortSpecs);
  }
  hideRows(sheet, area, filter, { localeName: draft.properties.locale, now: draft.now });
  sheet.basicFilter = { ...copyOf(filter), range: areaGridRange(sheetId, area) };
}

export const filterRequests: RequestHandlers = {
  setBasicFilter(draft, { filter = {} }) {
    setFilter(draft, withBothCriteria(filter));
  },

  clearBasicFilter(draft, { sheetId }) {
    const sheet = draft.edit(targetSheet(draft, sheetId).properties.sheetId);
    showAllRows(sheet);
    sheet.basicFilter = null;
  },
};
