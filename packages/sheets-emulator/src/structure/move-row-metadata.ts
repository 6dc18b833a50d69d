/** Developer metadata of rows goes along with rows that are carried elsewhere. */
import type { Draft } from '../model/draft';

export interface RowPlace {
  readonly sheetId: number;
  readonly row: number;
}

/** `placeOf` says where a row of the sheet went; undefined when it stayed. */
export function moveRowMetadata(
  draft: Draft,
  sheetId: number,
  placeOf: (row: number) => RowPlace | undefined,
): void {
  for (const { location } of draft.record.developerMetadata) {
    const range = location?.dimensionRange;
    if (range?.dimension !== 'ROWS' || (range.sheetId ?? 0) !== sheetId) continue;
    const place = placeOf(range.startIndex ?? 0);
    if (place === undefined) continue;
    range.sheetId = place.sheetId;
    range.startIndex = place.row;
    range.endIndex = place.row + 1;
  }
}
