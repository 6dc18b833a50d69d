// A source read by the columns of one kind of import, with what the workbook knows and what the clerk chose.
import { readSource, type SourceTable } from '#core/import/read-source';
import { rememberedColumns, type ImportKind } from '#core/import/remembered-columns';
import type { Book } from '#core/model/book';
import { foldNameOrId, foldWord } from '#core/text/clean';
import type { DeclaredColumns } from '#core/workbook/column-labels';
import type { OpenedSource } from './import-source';

export interface SourceWishes {
  readonly kind: ImportKind;
  readonly declared: DeclaredColumns;
  /** A row without one of these is no entry. */
  readonly needed: readonly string[];
  readonly columns:
    readonly { readonly position: number; readonly column: string | null }[] | undefined;
}

export function sourceTable(
  book: Book,
  { cells }: OpenedSource,
  { kind, declared, needed, columns = [] }: SourceWishes,
): SourceTable {
  return readSource(cells, {
    declared,
    needed,
    remembered: rememberedColumns(book, kind, declared),
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
