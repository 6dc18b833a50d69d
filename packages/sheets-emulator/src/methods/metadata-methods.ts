/** developerMetadata.get and developerMetadata.search. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { invalid, notFound } from '../api-error';
import { matchesFilter } from '../model/match-metadata';
import { printedMessage } from '../view/printed-message';
import { spreadsheetIdOf, type ApiMethod } from './api-method';

export const metadataGet: ApiMethod = {
  name: 'spreadsheets.developerMetadata.get',
  verb: 'GET',
  path: '{spreadsheetId}/developerMetadata/{metadataId}',
  query: [],
  answer: 'DeveloperMetadata',
  quota: 'read',
  run({ store }, call) {
    const text = call.path['metadataId'] ?? '';
    if (!/^\d+$/.test(text)) {
      throw invalid(`Invalid value at 'metadata_id' (TYPE_INT32), "${text}"`);
    }
    const { developerMetadata } = store.read(spreadsheetIdOf(call));
    const found = developerMetadata.find(({ metadataId }) => metadataId === Number(text));
    if (found === undefined) throw notFound();
    return printedMessage('DeveloperMetadata', found);
  },
};

export const metadataSearch: ApiMethod = {
  name: 'spreadsheets.developerMetadata.search',
  verb: 'POST',
  path: '{spreadsheetId}/developerMetadata:search',
  query: [],
  body: { message: 'SearchDeveloperMetadataRequest', name: '' },
  answer: 'SearchDeveloperMetadataResponse',
  quota: 'read',
  run({ store }, call) {
    const spreadsheet = store.read(spreadsheetIdOf(call));
    const { dataFilters = [] } = call.body as sheets_v4.Schema$SearchDeveloperMetadataRequest; // checked against the message
    const matched = spreadsheet.developerMetadata.flatMap((developerMetadata) => {
      const filters = dataFilters.filter((filter) =>
        matchesFilter(spreadsheet, developerMetadata, filter),
      );
      return filters.length === 0 ? [] : [{ developerMetadata, dataFilters: filters }];
    });
    if (matched.length === 0) return {};
    const answer = { matchedDeveloperMetadata: matched };
    return printedMessage('SearchDeveloperMetadataResponse', answer);
  },
};
