/** addFilterView, updateFilterView, deleteFilterView, duplicateFilterView: views are kept and returned; each person sees them alone. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import { areaGridRange } from '../model/sheet';
import { updateFields } from '../schema/apply-mask';
import { withBothCriteria, withoutOtherCriteria } from './filter-criteria';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetArea } from './target';

type FilterView = sheets_v4.Schema$FilterView;

const idsOf = (draft: Draft): Set<unknown> =>
  new Set(draft.sheets.flatMap(({ filterViews }) => filterViews.map((view) => view.filterViewId)));

function find(draft: Draft, id: number | null | undefined) {
  for (const { filterViews, properties } of draft.sheets) {
    const view = filterViews.find(({ filterViewId }) => filterViewId === id);
    if (view !== undefined) return { view, sheetId: properties.sheetId };
  }
  throw invalid(`No filter view with id: ${id ?? 0}`);
}

function add(draft: Draft, view: FilterView): FilterView {
  const ids = idsOf(draft);
  const filterViewId = view.filterViewId ?? freshId((id) => ids.has(id));
  if (ids.has(filterViewId)) throw invalid(`Filter view with id ${filterViewId} already exists.`);
  const { sheetId, area } = targetArea(draft, required(view.range, 'filter.range'));
  const sheet = draft.edit(sheetId);
  const title = view.title ?? `Filter ${sheet.filterViews.length + 1}`;
  const stored = {
    ...withBothCriteria(copyOf(view)),
    filterViewId,
    title,
    range: areaGridRange(sheetId, area),
  };
  sheet.filterViews.push(stored);
  return copyOf(stored);
}

function remove(draft: Draft, id: number | null | undefined): FilterView {
  const { view, sheetId } = find(draft, id);
  const sheet = draft.edit(sheetId);
  sheet.filterViews = sheet.filterViews.filter(({ filterViewId }) => filterViewId !== id);
  return view;
}

export const filterViewRequests: RequestHandlers = {
  addFilterView: (draft, { filter = {} }) => ({ addFilterView: { filter: add(draft, filter) } }),

  updateFilterView(draft, { filter = {}, fields }) {
    const mask = requiredMask(fields, 'FilterView');
    const updated = withoutOtherCriteria(copyOf(remove(draft, filter.filterViewId)), mask);
    updateFields(updated, filter, mask);
    add(draft, { ...updated, filterViewId: filter.filterViewId ?? 0 });
  },

  deleteFilterView(draft, { filterId }) {
    remove(draft, filterId);
  },

  duplicateFilterView(draft, { filterId }) {
    const copy = copyOf(find(draft, filterId).view);
    Reflect.deleteProperty(copy, 'filterViewId');
    const title = `Copy of ${copy.title ?? ''}`;
    return { duplicateFilterView: { filter: add(draft, { ...copy, title }) } };
  },
};
