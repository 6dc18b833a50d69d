/** createDeveloperMetadata, updateDeveloperMetadata, deleteDeveloperMetadata. A taken id refuses the whole batch: leases are built on that. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid, type ApiError } from '../api-error';
import { copyOf } from '../json';
import { MAX_METADATA_CHARACTERS } from '../limits';
import { freshId } from '../model/defaults';
import type { Draft } from '../model/draft';
import { matchesFilter } from '../model/match-metadata';
import type { DeveloperMetadata } from '../model/sheet';
import { updateFields } from '../schema/apply-mask';
import type { RequestHandlers } from './reply';
import { required, requiredMask, targetSheet, targetSpan } from './target';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

function storedLocation(draft: Draft, location: Location): Location {
  if (location.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  const { dimensionRange } = location;
  if (dimensionRange !== undefined) {
    const { sheetId, dimension, start, end, size } = targetSpan(draft, dimensionRange);
    if (end - start !== 1 || start >= size) {
      throw invalid('Developer metadata can be associated with one row or one column only.');
    }
    return {
      locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
      dimensionRange: { sheetId, dimension, startIndex: start, endIndex: end },
    };
  }
  const sheetId = required(location.sheetId, 'developerMetadata.location');
  targetSheet(draft, sheetId);
  return { locationType: 'SHEET', sheetId };
}

const budgetOf = ({ location }: DeveloperMetadata): number | 'spreadsheet' =>
  location?.dimensionRange?.sheetId ?? location?.sheetId ?? 'spreadsheet';

/** Each sheet has a budget of its own, and so has the spreadsheet. */
function checkBudget(draft: Draft, added: DeveloperMetadata): void {
  const budget = budgetOf(added);
  const characters = draft.developerMetadata
    .filter((metadata) => budgetOf(metadata) === budget)
    .reduce((sum, { metadataKey, metadataValue }) => {
      return sum + (metadataKey?.length ?? 0) + (metadataValue?.length ?? 0);
    }, 0);
  if (characters <= MAX_METADATA_CHARACTERS) return;
  throw invalid(`Developer metadata exceeds the limit of ${MAX_METADATA_CHARACTERS} characters.`);
}

/** An id that the batch itself has freed counts as free, unless the switch says otherwise. */
function isTaken(draft: Draft, id: number): boolean {
  const before = draft.quirks.idFreedInBatch === 'refused' ? draft.base.developerMetadata : [];
  return [...before, ...draft.developerMetadata].some(({ metadataId }) => metadataId === id);
}

function takenRefusal({ quirks }: Draft, id: number): ApiError {
  if (quirks.takenIdWords === 'other') return invalid(`The metadata id ${id} is in use.`);
  return invalid(
    `Cannot add developer metadata with ID [${id}] because developer metadata with that ID already exists.`,
  );
}

const withoutMatch = () => invalid('No developer metadata matches the data filter.');

function create(draft: Draft, asked: DeveloperMetadata): DeveloperMetadata {
  const metadataKey = required(asked.metadataKey, 'developerMetadata.metadataKey');
  const visibility = required(asked.visibility, 'developerMetadata.visibility');
  const location = storedLocation(draft, required(asked.location, 'developerMetadata.location'));
  const metadataId = asked.metadataId ?? freshId((id) => isTaken(draft, id));
  if (isTaken(draft, metadataId)) throw takenRefusal(draft, metadataId);
  const { metadataValue } = asked;
  const value = metadataValue === undefined || metadataValue === null ? {} : { metadataValue };
  const stored = { metadataId, metadataKey, ...value, location, visibility };
  draft.record.developerMetadata.push(stored);
  checkBudget(draft, stored);
  return stored;
}

function update(
  draft: Draft,
  stored: DeveloperMetadata,
  request: sheets_v4.Schema$UpdateDeveloperMetadataRequest,
): void {
  const mask = requiredMask(request.fields, 'DeveloperMetadata');
  const { metadataId } = stored;
  updateFields(stored, request.developerMetadata ?? {}, mask);
  required(stored.metadataKey, 'developerMetadata.metadataKey');
  if (metadataId !== undefined) stored.metadataId = metadataId;
  stored.location = storedLocation(draft, required(stored.location, 'developerMetadata.location'));
  checkBudget(draft, stored);
}

export const metadataRequests: RequestHandlers = {
  createDeveloperMetadata(draft, { developerMetadata }) {
    const stored = create(draft, required(developerMetadata, 'developerMetadata'));
    return { createDeveloperMetadata: { developerMetadata: copyOf(stored) } };
  },

  updateDeveloperMetadata(draft, request) {
    const filters = request.dataFilters ?? [];
    const matched = draft.record.developerMetadata.filter((metadata) =>
      filters.some((filter) => matchesFilter(draft, metadata, filter)),
    );
    if (matched.length === 0 && draft.quirks.updateWithoutMatch === 'refused') throw withoutMatch();
    for (const stored of matched) update(draft, stored, request);
    return { updateDeveloperMetadata: { developerMetadata: copyOf(matched) } };
  },

  deleteDeveloperMetadata(draft, { dataFilter }) {
    const filter = required(dataFilter, 'dataFilter');
    const { record } = draft;
    const deleted = record.developerMetadata.filter((one) => matchesFilter(draft, one, filter));
    if (deleted.length === 0 && draft.quirks.deleteWithoutMatch === 'refused') throw withoutMatch();
    record.developerMetadata = record.developerMetadata.filter((one) => !deleted.includes(one));
    const deletedDeveloperMetadata = copyOf(deleted);
    return {
      deleteDeveloperMetadata: deleted.length === 0 ? {} : { deletedDeveloperMetadata },
    };
  },
};
