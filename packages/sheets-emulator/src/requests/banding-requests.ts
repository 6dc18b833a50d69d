/** addBanding, updateBanding, deleteBanding: alternating colours, kept and returned. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { areasMeet } from '../a1/area';
import { invalid } from '../api-error';
import { copyOf } from '../json';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import { areaGridRange, gridRangeArea, gridSize } from '../model/sheet';
import { updateFields } from '../schema/apply-mask';
import { withTwins } from '../schema/color-mask';
import { storedCopy } from '../schema/store-colors';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetArea } from './target';

type BandedRange = sheets_v4.Schema$BandedRange;

function find(draft: Draft, id: number | null | undefined) {
  for (const { bandedRanges, properties } of draft.sheets) {
    const band = bandedRanges.find(({ bandedRangeId }) => bandedRangeId === id);
    if (band !== undefined) return { band, sheetId: properties.sheetId };
  }
  throw invalid(`No banding with id: ${id ?? 0}`);
}

const isTaken = (draft: Draft, id: number): boolean =>
  draft.sheets.some(({ bandedRanges }) =>
    bandedRanges.some(({ bandedRangeId }) => bandedRangeId === id),
  );

function place(draft: Draft, band: BandedRange): BandedRange {
  const { sheetId, sheet, area } = targetArea(draft, required(band.range, 'range'));
  const size = gridSize(sheet);
  if (sheet.bandedRanges.some(({ range }) => areasMeet(gridRangeArea(range ?? {}, size), area))) {
    throw invalid(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const stored = storedCopy('BandedRange', { ...band, range: areaGridRange(sheetId, area) });
  draft.edit(sheetId).bandedRanges.push(stored);
  return stored;
}

function remove(draft: Draft, id: number | null | undefined): BandedRange {
  const { band, sheetId } = find(draft, id);
  const sheet = draft.edit(sheetId);
  sheet.bandedRanges = sheet.bandedRanges.filter(({ bandedRangeId }) => bandedRangeId !== id);
  return band;
}

export const bandingRequests: RequestHandlers = {
  addBanding(draft, { bandedRange = {} }) {
    const id = bandedRange.bandedRangeId ?? freshId((taken) => isTaken(draft, taken));
    if (isTaken(draft, id)) throw invalid(`Banding with id ${id} already exists.`);
    const stored = place(draft, { ...bandedRange, bandedRangeId: id });
    return { addBanding: { bandedRange: copyOf(stored) } };
  },

  updateBanding(draft, { bandedRange = {}, fields }) {
    const mask = withTwins(requiredMask(fields, 'BandedRange'), 'BandedRange');
    const source = storedCopy('BandedRange', bandedRange);
    const updated = copyOf(remove(draft, bandedRange.bandedRangeId));
    const { bandedRangeId } = updated;
    updateFields(updated, source, mask);
    place(draft, { ...updated, ...(bandedRangeId !== undefined && { bandedRangeId }) });
  },

  deleteBanding(draft, { bandedRangeId }) {
    remove(draft, bandedRangeId);
  },
};
