/** The revision of a spreadsheet that a caller names, in a header or in the query. */
import { invalid } from '../api-error';

/** Throws the API's 400 for what is no revision. */
export function readRevision(name: string, text: string): number {
  const revision = Number(text);
  if (text === '' || !Number.isSafeInteger(revision)) throw invalid(`${name} must be a revision.`);
  return revision;
}
