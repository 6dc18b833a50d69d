/** addDimensionGroup, deleteDimensionGroup, updateDimensionGroup: groups are how deep each row or column lies. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { copyOf, sameJson } from '../json';
import type { Draft } from '../model/draft';
import type { Sheet } from '../model/sheet';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetSpan, type DimensionSpan } from './target';

type Group = sheets_v4.Schema$DimensionGroup;

const MAX_DEPTH = 8;

const groupsOf = (sheet: Sheet, { dimension }: DimensionSpan): Group[] =>
  dimension === 'ROWS' ? sheet.rowGroups : sheet.columnGroups;

function keepGroups(sheet: Sheet, { dimension }: DimensionSpan, groups: Group[]): void {
  if (dimension === 'ROWS') sheet.rowGroups = groups;
  else sheet.columnGroups = groups;
}

function depthsOf(groups: readonly Group[], size: number): number[] {
  const depths = new Array<number>(size).fill(0);
  for (const { range } of groups) {
    for (let index = range?.startIndex ?? 0; index < (range?.endIndex ?? size); index++) {
      depths[index] = (depths[index] ?? 0) + 1;
    }
  }
  return depths;
}

/** At each depth, one group per unbroken run; a run that was collapsed before stays so. */
function groupsFrom(
  depths: readonly number[],
  span: DimensionSpan,
  before: readonly Group[],
): Group[] {
  const { sheetId, dimension } = span;
  const groups: Group[] = [];
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    let startIndex = -1;
    for (let index = 0; index <= depths.length; index++) {
      const isInside = (depths[index] ?? 0) >= depth;
      if (isInside && startIndex < 0) startIndex = index;
      if (isInside || startIndex < 0) continue;
      const range = { sheetId, dimension, startIndex, endIndex: index };
      const known = before.find((group) => group.depth === depth && sameJson(group.range, range));
      groups.push(known ?? { range, depth });
      startIndex = -1;
    }
  }
  return groups;
}

function changeDepth(draft: Draft, span: DimensionSpan, by: 1 | -1): Group[] {
  const sheet = draft.edit(span.sheetId);
  const before = groupsOf(sheet, span);
  const depths = depthsOf(before, span.size);
  for (let index = span.start; index < Math.min(span.end, span.size); index++) {
    depths[index] = (depths[index] ?? 0) + by;
  }
  if (depths.some((depth) => depth > MAX_DEPTH))
    throw invalid(`Groups can be at most ${MAX_DEPTH} deep.`);
  const groups = groupsFrom(depths, span, before);
  keepGroups(sheet, span, groups);
  return groups;
}

function checkGrouped(draft: Draft, span: DimensionSpan): void {
  const sheet = draft.edit(span.sheetId);
  const depths = depthsOf(groupsOf(sheet, span), span.size).slice(span.start, span.end);
  if (depths.some((depth) => depth > 0)) return;
  throw invalid('There is no group over the specified range.');
}

function hide(sheet: Sheet, group: Group, span: DimensionSpan): void {
  const metadata = span.dimension === 'ROWS' ? sheet.rowMetadata : sheet.columnMetadata;
  for (let index = span.start; index < span.end; index++) {
    const properties = { ...metadata[index], hiddenByUser: group.collapsed === true };
    if (!properties.hiddenByUser) Reflect.deleteProperty(properties, 'hiddenByUser');
    if (Object.keys(properties).length > 0) metadata[index] = properties;
    else Reflect.deleteProperty(metadata, index);
  }
}

const reply = (groups: readonly Group[]) =>
  groups.length === 0 ? {} : { dimensionGroups: copyOf([...groups]) };

export const groupRequests: RequestHandlers = {
  addDimensionGroup(draft, { range }) {
    const span = targetSpan(draft, required(range, 'range'));
    const groups = changeDepth(draft, span, 1);
    const { properties } = draft.edit(span.sheetId);
    const control = span.dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
    properties.gridProperties = { ...properties.gridProperties, [control]: true };
    return { addDimensionGroup: reply(groups) };
  },

  deleteDimensionGroup(draft, { range }) {
    const span = targetSpan(draft, required(range, 'range'));
    checkGrouped(draft, span);
    return { deleteDimensionGroup: reply(changeDepth(draft, span, -1)) };
  },

  updateDimensionGroup(draft, { dimensionGroup = {}, fields }) {
    requiredMask(fields, 'DimensionGroup');
    const span = targetSpan(draft, required(dimensionGroup.range, 'dimensionGroup.range'));
    const sheet = draft.edit(span.sheetId);
    const group = groupsOf(sheet, span).find(
      ({ range, depth }) =>
        depth === dimensionGroup.depth &&
        range?.startIndex === span.start &&
        range.endIndex === span.end,
    );
    if (group === undefined) throw invalid('There is no such group.');
    if (dimensionGroup.collapsed === true) group.collapsed = true;
    else Reflect.deleteProperty(group, 'collapsed');
    hide(sheet, group, span);
  },
};
