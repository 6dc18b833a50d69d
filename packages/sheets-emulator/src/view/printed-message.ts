/** Messages as answers print them: ranges leave out the id of sheet 0, properties have it. */
import type { JsonObject } from '../json';
import { mapMessages } from '../schema/map-messages';

const withoutSheetZero = ({ sheetId, ...rest }: JsonObject): JsonObject =>
  sheetId === 0 || sheetId === undefined ? rest : { sheetId, ...rest };

export function printedMessage<T extends object>(name: string, message: T): T {
  const mappers = { GridRange: withoutSheetZero, DimensionRange: withoutSheetZero };
  // Only a mapper that removes messages could give null.
  return mapMessages(name, message, mappers) ?? message;
}
