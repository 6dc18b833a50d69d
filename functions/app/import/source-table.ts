// A source read by the columns of one kind of import, with what the workbook knows and what the clerk chose.
import { readSource, type ReadingWishes, type SourceTable } from '#core/import/read-source';
import { rememberedColumns, type ImportKind } from '#core/import/remembered-columns';
import type { Book } from '#core/model/book';
import { foldNameOrId, foldWord } from '#core/text/clean';
import type { OpenedSource } from './import-source';

export interface SourceWishes extends Pick<ReadingWishes, 'declared' | 'needed' | 'namesGroup'> {
  readonly kind: ImportKind;
  readonly columns:
    readonly { readonly position: number; readonly column: string | null }[] | undefined;
}

export function sourceTable(
  book: Book,
  { cells }: OpenedSource,
  { kind, columns = [], ...reading }: SourceWishes,
): SourceTable {
  return readSource(cells, {
    ...reading,
    remembered: rememberedColumns(book, kind, reading.declared),
    chosen: new Map(columns.map(({ position, column }) => [position, column])),
    known: knownContent(book),
  });
}

function knownContent(book: Book) {
  const rows = book.entries.roster.map(({ cells }) => cells);
  return {
    ids: new Set(book.roster.ids.map(foldWord)),
    names: new Set(rows.map(({ name }) => foldNameOrId(name ?? ''))),
    units: new Set(rows.map(({ unit }) => foldWord(unit ?? ''))),
  };
}
