/**
 * addProtectedRange, updateProtectedRange, deleteProtectedRange. The caller owns everything here and may edit it all, unless the
 * switch `protectionEditors` makes of them somebody whom only the list of editors lets in.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import { freshId, OWNER_EMAIL } from '../model/defaults';
import type { Draft } from '../model/draft';
import { updateFields } from '../schema/apply-mask';
import { isLocked, protectedRefusal } from './check-protection';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetArea } from './target';

type ProtectedRange = sheets_v4.Schema$ProtectedRange;

function find(draft: Draft, id: number | null | undefined) {
  for (const { protectedRanges, properties } of draft.sheets) {
    const range = protectedRanges.find(({ protectedRangeId }) => protectedRangeId === id);
    if (range !== undefined) return { range, sheetId: properties.sheetId };
  }
  throw invalid(`No protected range with id: ${id ?? 0}`);
}

const isTaken = (draft: Draft, id: number): boolean =>
  draft.sheets.some(({ protectedRanges }) =>
    protectedRanges.some(({ protectedRangeId }) => protectedRangeId === id),
  );

/** The user who protects a range stays among its editors; a warning has none. */
function withEditors(draft: Draft, range: ProtectedRange): ProtectedRange {
  const { editors, warningOnly, ...rest } = range;
  const stored = { ...rest, requestingUserCanEdit: true };
  if (warningOnly === true) return { ...stored, warningOnly };
  if (draft.quirks.protectionEditors === 'asSent') {
    const requestingUserCanEdit =
      editors?.domainUsersCanEdit === true || editors?.users?.includes(OWNER_EMAIL) === true;
    return { ...rest, editors: editors ?? {}, requestingUserCanEdit };
  }
  const users = [...new Set([...(editors?.users ?? []), OWNER_EMAIL])];
  return { ...stored, editors: { ...editors, users } };
}

function sheetOf(draft: Draft, range: ProtectedRange): number {
  if (range.namedRangeId === undefined || range.namedRangeId === null) {
    return targetArea(draft, required(range.range, 'range')).sheetId;
  }
  const named = draft.namedRanges.find(({ namedRangeId }) => namedRangeId === range.namedRangeId);
  if (named === undefined) throw invalid(`No named range with id: ${range.namedRangeId}`);
  return named.range?.sheetId ?? 0;
}

export const protectionRequests: RequestHandlers = {
  addProtectedRange(draft, { protectedRange = {} }) {
    const id = protectedRange.protectedRangeId ?? freshId((taken) => isTaken(draft, taken));
    if (isTaken(draft, id)) throw invalid(`Protected range with id ${id} already exists.`);
    const stored = withEditors(draft, { ...copyOf(protectedRange), protectedRangeId: id });
    draft.edit(sheetOf(draft, stored)).protectedRanges.push(stored);
    return { addProtectedRange: { protectedRange: copyOf(stored) } };
  },

  updateProtectedRange(draft, { protectedRange = {}, fields }) {
    const mask = requiredMask(fields, 'ProtectedRange');
    const { range, sheetId } = find(draft, protectedRange.protectedRangeId);
    if (isLocked(range)) throw protectedRefusal();
    const updated = copyOf(range);
    updateFields(updated, protectedRange, mask);
    const protectedRangeId = range.protectedRangeId ?? 0;
    const stored = withEditors(draft, { ...updated, protectedRangeId });
    const target = sheetOf(draft, stored);
    const sheet = draft.edit(sheetId);
    const others = sheet.protectedRanges.filter(
      ({ protectedRangeId }) => protectedRangeId !== stored.protectedRangeId,
    );
    sheet.protectedRanges = others;
    draft.edit(target).protectedRanges.push(stored);
  },

  deleteProtectedRange(draft, { protectedRangeId }) {
    const { range: deleted, sheetId } = find(draft, protectedRangeId);
    if (isLocked(deleted)) throw protectedRefusal();
    const sheet = draft.edit(sheetId);
    sheet.protectedRanges = sheet.protectedRanges.filter(
      (range) => range.protectedRangeId !== protectedRangeId,
    );
  },
};
