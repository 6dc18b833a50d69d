/** Refuses sheet titles that Google refuses. */
import { invalid } from '../api-error';
import { MAX_TITLE_CHARACTERS } from '../limits';
import { sheetByTitle, type Spreadsheet } from '../model/spreadsheet';

/** `ownId` is the sheet that may keep the title. */
export function checkTitle(spreadsheet: Spreadsheet, title: string, ownId?: number): void {
  if (title === '') throw invalid('The sheet name cannot be empty.');
  if (title.length > MAX_TITLE_CHARACTERS) {
    throw invalid(`The sheet name cannot be greater than ${MAX_TITLE_CHARACTERS} characters.`);
  }
  const holder = sheetByTitle(spreadsheet, title);
  if (holder === undefined || holder.properties.sheetId === ownId) return;
  throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}
