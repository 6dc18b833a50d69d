/** addNamedRange, updateNamedRange, deleteNamedRange. */
import { parseArea } from '../a1/parse-area';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import type { NamedRange } from '../model/spreadsheet';
import { updateFields } from '../schema/apply-mask';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetArea } from './target';

const VALID_NAME = /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u;

function checkName(draft: Draft, name: string, ownId?: string): void {
  if (!VALID_NAME.test(name) || parseArea(name) !== undefined || /^(true|false)$/i.test(name)) {
    throw invalid(`The name "${name}" is not valid for a named range.`);
  }
  const holder = draft.namedRanges.find(
    (range) => range.name?.toLowerCase() === name.toLowerCase(),
  );
  if (holder === undefined || holder.namedRangeId === ownId) return;
  throw invalid(
    `Cannot add named range with name ${name}, a named range with that name already exists.`,
  );
}

function find(draft: Draft, id: string | null | undefined): NamedRange {
  const found = draft.record.namedRanges.find(({ namedRangeId }) => namedRangeId === id);
  if (found === undefined) throw invalid(`No named range with id: ${id ?? ''}`);
  return found;
}

export const namedRangeRequests: RequestHandlers = {
  addNamedRange(draft, { namedRange = {} }) {
    const name = required(namedRange.name, 'name');
    checkName(draft, name);
    targetArea(draft, required(namedRange.range, 'range'));
    const ids = new Set(draft.namedRanges.map(({ namedRangeId }) => namedRangeId));
    const namedRangeId = namedRange.namedRangeId ?? String(freshId((id) => ids.has(String(id))));
    if (ids.has(namedRangeId)) throw invalid(`Named range with id ${namedRangeId} already exists.`);
    const stored = { ...copyOf(namedRange), namedRangeId };
    draft.record.namedRanges.push(stored);
    draft.markRestructured();
    return { addNamedRange: { namedRange: copyOf(stored) } };
  },

  updateNamedRange(draft, { namedRange = {}, fields }) {
    const mask = requiredMask(fields, 'NamedRange');
    const stored = find(draft, namedRange.namedRangeId);
    const namedRangeId = required(stored.namedRangeId, 'namedRangeId');
    updateFields(stored, namedRange, mask);
    stored.namedRangeId = namedRangeId;
    checkName(draft, required(stored.name, 'name'), namedRangeId);
    targetArea(draft, required(stored.range, 'range'));
    draft.markRestructured();
  },

  deleteNamedRange(draft, { namedRangeId }) {
    const stored = find(draft, namedRangeId);
    draft.record.namedRanges = draft.record.namedRanges.filter((range) => range !== stored);
    draft.markRestructured();
  },
};
