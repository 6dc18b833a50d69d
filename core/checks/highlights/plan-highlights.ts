// Highlights that exist and highlights that are wanted → what to write: new, changed and removed ones.
import type { WorkbookChange } from '../../workbook/write/change';
import type { CellArea, Decoration, SheetCell } from '../../workbook/decoration';
import type { TabPlace } from '../../workbook/snapshot';
import { readHighlightNote, writeHighlightNote } from './highlight-note';
import type { HighlightTarget } from './highlight-targets';

/** Shades that are in no palette, so that the colour alone identifies a highlight, also when its note was deleted. */
const BACKGROUNDS = { error: '#fbd9d5', warning: '#fdf0c9' } as const;
const OWN_BACKGROUNDS: ReadonlySet<string | null> = new Set(Object.values(BACKGROUNDS));

/** The rows that were checked; null: the whole workbook. The end is not part of it. */
export type HighlightScope = {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
} | null;

export interface HighlightQuery {
  readonly places: readonly TabPlace[];
  readonly targets: readonly HighlightTarget[];
  readonly scope: HighlightScope;
}

/** Gaps of this many cells are read along: fewer blocks are asked for. */
const GAP = 20;

/** Tabs whose notes must be searched for marks, because sorting or copying may have carried them anywhere. */
export function tabsToSearch({
  places,
  scope,
}: Pick<HighlightQuery, 'places' | 'scope'>): number[] {
  return scope
    ? []
    : places.flatMap(({ sheetId, hasHighlights }) => (hasHighlights ? [sheetId] : []));
}

/** What must be read before marks are planned: cells with a mark (`carriers`) and cells that are to get one, or the checked rows. */
export function areasToRead(
  { places, targets, scope }: HighlightQuery,
  carriers: readonly SheetCell[],
): CellArea[] {
  if (!scope) return blocksOf([...carriers, ...targets]);
  const place = places.find(({ sheetId }) => sheetId === scope.sheetId);
  const endRow = Math.min(scope.endRow, place?.rowCount ?? 0);
  const endColumn = place?.columnCount ?? 0;
  return scope.startRow < endRow && endColumn > 0
    ? [{ ...scope, endRow, startColumn: 0, endColumn }]
    : [];
}

/** Cells of one column that are close together make one block. */
function blocksOf(cells: readonly SheetCell[]): CellArea[] {
  const blocks: CellArea[] = [];
  const inOrder = cells.toSorted(
    (a, b) => a.sheetId - b.sheetId || a.column - b.column || a.row - b.row,
  );
  for (const { sheetId, row, column } of inOrder) {
    const last = blocks.at(-1);
    const isNear =
      last?.sheetId === sheetId && last.startColumn === column && row - last.endRow < GAP;
    if (last && isNear) blocks[blocks.length - 1] = { ...last, endRow: row + 1 };
    else
      blocks.push({
        sheetId,
        startRow: row,
        endRow: row + 1,
        startColumn: column,
        endColumn: column + 1,
      });
  }
  return blocks;
}

/** `decorations` are all notes and backgrounds in the `areas` of `areasToRead`. */
export function planHighlights(
  { places, targets, scope }: HighlightQuery,
  areas: readonly CellArea[],
  decorations: readonly Decoration[],
): WorkbookChange[] {
  const wanted = new Map(targets.map((target) => [keyOf(target), target]));
  const there = new Map(decorations.map((decoration) => [keyOf(decoration), decoration]));
  const cells = [
    ...decorations.flatMap((decoration) =>
      wanted.has(keyOf(decoration)) ? [] : unhighlighted(decoration),
    ),
    ...targets.flatMap((target) => highlighted(target, there.get(keyOf(target)))),
  ];
  return [
    ...(cells.length > 0
      ? [{ kind: 'decorateCells' as const, cells, before: { areas, found: decorations } }]
      : []),
    ...flags(places, targets, scope),
  ];
}

const keyOf = ({ sheetId, row, column }: SheetCell): string => `${sheetId}!${row},${column}`;

function highlighted(target: HighlightTarget, now: Decoration | undefined): Decoration[] {
  const { sheetId, row, column, severity, lines } = target;
  const { own, before } = underneath(now);
  const note = writeHighlightNote({ own, before }, lines);
  const background = BACKGROUNDS[severity];
  const isThere = now?.note === note && now.background === background;
  return isThere ? [] : [{ sheetId, row, column, note, background }];
}

function unhighlighted(now: Decoration): Decoration[] {
  if (!readHighlightNote(now.note).isHighlighted && !OWN_BACKGROUNDS.has(now.background)) return [];
  const { own, before } = underneath(now);
  return [{ ...now, note: own, background: before }];
}

/** The clerk's own note and background; a colour that a clerk gave a marked cell is the clerk's. */
function underneath(now: Decoration | undefined): { own: string; before: string | null } {
  const { own, before } = readHighlightNote(now?.note ?? '');
  const background = now?.background ?? null;
  return { own, before: OWN_BACKGROUNDS.has(background) ? before : background };
}

/** Tabs with marks are remembered, so that only they are searched the next time. Checking some rows never says that a tab has none. */
function flags(
  places: readonly TabPlace[],
  targets: readonly HighlightTarget[],
  scope: HighlightScope,
): WorkbookChange[] {
  const marks = new Set(targets.map(({ sheetId }) => sheetId));
  return places.flatMap(({ sheetId, hasHighlights }) => {
    const isHighlighted = marks.has(sheetId) || (scope !== null && hasHighlights);
    return isHighlighted === hasHighlights
      ? []
      : [{ kind: 'flagHighlights' as const, sheetId, isHighlighted }];
  });
}
