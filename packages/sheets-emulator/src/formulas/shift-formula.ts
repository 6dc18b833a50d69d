/** Rewrites references after rows or columns of a sheet were inserted, deleted or moved, or a sheet was renamed or deleted. */
import { shiftSpan, type DimensionEdit } from '../structure/dimension-edit';
import { titlePrefix } from './adjust-formula';
import { printCells, rewriteReferences, type RefCorner, type Reference } from './references';

const LOST = '#REF!';

type Axis = 'row' | 'column';

function withIndex(corner: RefCorner, axis: Axis, index: number | undefined): RefCorner {
  return { ...corner, [axis]: index };
}

/** Undefined when all that was referred to is gone. */
function shiftCorners(
  first: RefCorner,
  second: RefCorner | undefined,
  edit: DimensionEdit,
): Pick<{ first: RefCorner; second: RefCorner | undefined }, 'first' | 'second'> | undefined {
  const axis = edit.dimension === 'ROWS' ? 'row' : 'column';
  const start = first[axis] ?? second?.[axis];
  if (start === undefined) return { first, second };
  const isOpen = second !== undefined && (first[axis] === undefined || second[axis] === undefined);
  const last = isOpen ? Number.MAX_SAFE_INTEGER - 1 : (second?.[axis] ?? start);
  const span = shiftSpan({ start, end: last + 1 }, edit);
  if (span === undefined) return undefined;
  const place = (corner: RefCorner, index: number) =>
    corner[axis] === undefined ? corner : withIndex(corner, axis, index);
  return {
    first: place(first, span.start),
    second: second && place(second, isOpen ? span.start : span.end - 1),
  };
}

/** `isMeant` returns whether the edit moves what a reference points at: for one thing, it is on that sheet. */
export function shiftFormula(
  formula: string,
  edit: DimensionEdit,
  isMeant: (reference: Reference) => boolean,
): string {
  return rewriteReferences(formula, (reference) => {
    const prefix = titlePrefix(reference.title);
    if (!isMeant(reference)) return prefix + printCells(reference);
    const shifted = shiftCorners(reference.first, reference.second, edit);
    return shifted === undefined ? prefix + LOST : prefix + printCells(shifted);
  });
}

/** References to a sheet that is gone, by its title. */
export function loseInFormula(formula: string, gone: string): string {
  const wanted = gone.toLowerCase();
  return rewriteReferences(formula, (reference) => {
    const { title } = reference;
    return title?.toLowerCase() === wanted ? LOST : titlePrefix(title) + printCells(reference);
  });
}

export function renameInFormula(formula: string, from: string, to: string): string {
  const wanted = from.toLowerCase();
  return rewriteReferences(formula, (reference) => {
    const { title } = reference;
    const renamed = title?.toLowerCase() === wanted ? to : title;
    return titlePrefix(renamed) + printCells(reference);
  });
}
