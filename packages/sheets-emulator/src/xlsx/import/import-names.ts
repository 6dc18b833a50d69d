/** The names of an .xlsx file that stand for cells; others have no place in a spreadsheet here. */
import { clipToGrid } from '../../a1/area';
import { resolveRange } from '../../a1/resolve-range';
import type { Draft } from '../../model/draft';
import { areaGridRange, gridSize } from '../../model/sheet';
import type { NamedRange } from '../../model/spreadsheet';
import type { LeftOutList } from './left-out';
import type { DefinedName } from './plain-package';

/** Names that Excel makes by itself: filters, print areas. */
const OWN_NAMES = /^_xl/i;

export function importNames(
  draft: Draft,
  names: readonly DefinedName[],
  leftOut: LeftOutList,
): void {
  const taken = new Set<string>();
  draft.record.namedRanges = names.flatMap((defined, index): NamedRange[] => {
    const { name, isHidden } = defined;
    if (OWN_NAMES.test(name)) return [];
    const range = rangeOf(draft, defined);
    // Names count for the whole file here; of two alike, the first stays.
    if (range === undefined || taken.has(name.toLowerCase())) {
      if (!isHidden) leftOut.add('names', name);
      return [];
    }
    taken.add(name.toLowerCase());
    return [{ namedRangeId: String(index + 1), name, range }];
  });
}

function rangeOf(draft: Draft, { text }: DefinedName): NamedRange['range'] | undefined {
  try {
    const { sheet, area } = resolveRange(draft, text.replaceAll('$', ''));
    const clipped = clipToGrid(area, gridSize(sheet));
    if (clipped.startRow >= clipped.endRow || clipped.startColumn >= clipped.endColumn) {
      return undefined;
    }
    return areaGridRange(sheet.properties.sheetId, clipped);
  } catch {
    return undefined; // formulas, constants, other files, cells that are gone
  }
}
