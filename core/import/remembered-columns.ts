// What clerks chose for the columns of earlier files, as rows of the workbook.
import type { Book, RowOf } from '../model/book';
import { foldWord } from '../text/clean';
import type { Language } from '../text/language';
import { namedColumn, type DeclaredColumns } from '../workbook/column-labels';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import { updateRow } from '../workbook/write/update-row';
import type { RememberedColumns, SourceColumn } from './read-source';

export type ImportKind = RowOf<'importColumns'>['kind'];

/** A row whose column is not one of those that can be imported says nothing. */
export function rememberedColumns(
  book: Pick<Book, 'entries'>,
  kind: ImportKind,
  declared: DeclaredColumns,
): RememberedColumns {
  const remembered = new Map<string, string | null>();
  for (const { cells } of book.entries.importColumns) {
    if (cells.kind !== kind || !cells.heading) continue;
    if (!cells.column) remembered.set(foldWord(cells.heading), null);
    else {
      const key = namedColumn(declared, cells.column)?.key;
      if (key !== undefined) remembered.set(foldWord(cells.heading), key);
    }
  }
  return remembered;
}

/** The choices that are not remembered yet; none where the workbook lacks the tab. */
export function rememberWrites(
  snapshot: Snapshot,
  book: Pick<Book, 'entries'>,
  at: {
    readonly kind: ImportKind;
    readonly columns: readonly SourceColumn[];
    readonly declared: DeclaredColumns;
    readonly language: Language;
  },
): WorkbookChange[] {
  const { kind, columns, declared, language } = at;
  if (!snapshot.tables.importColumns) return [];
  const remembered = rememberedColumns(book, kind, declared);
  const chosen = columns.filter(
    ({ reason, heading, key }) =>
      reason === 'chosen' && heading !== '' && remembered.get(foldWord(heading)) !== key,
  );
  const added: Partial<RowOf<'importColumns'>>[] = [];
  const updates = chosen.flatMap(({ heading, key }) => {
    const column = key === null ? null : (declared.columns[key]?.label[language] ?? null);
    const there = book.entries.importColumns.findLast(
      ({ cells }) => cells.kind === kind && foldWord(cells.heading ?? '') === foldWord(heading),
    );
    if (!there) {
      added.push({ kind, heading, column });
      return [];
    }
    return updateRow(snapshot, 'importColumns', { row: there.row, values: { column }, language });
  });
  return [...updates, ...appendRows(snapshot, 'importColumns', { rows: added, language })];
}
