import type { WorkbookChange } from '../workbook/write/change';
import type { Basis } from '../workbook/snapshot';
import { edgeMoves, type EdgeMove } from './edges';
import { planProbes, type Probe } from './probes';
import { withAppendsTogether, withoutRepeats } from './written-tab';

/** A write that is refused, or noticed, when the rows it means are no longer where they were read. */
export interface SafeWrite {
  readonly changes: readonly WorkbookChange[];
  /** The same with each list of Lectern's own as it was decided: where rows were moved, also the cells that held already what they get are missing. */
  readonly whole: readonly WorkbookChange[];
  readonly edges: readonly EdgeMove[];
  readonly probes: readonly Probe[];
}

/** `snapshot` is what the changes were decided from: a row number in a change means its row. */
export function planWrite(snapshot: Basis, changes: readonly WorkbookChange[]): SafeWrite {
  const kept = withAppendsTogether(withoutRepeats(snapshot, changes));
  return {
    changes: kept,
    whole: kept.map((change) => changes.find((one) => isSameList(one, change)) ?? change),
    edges: edgeMoves(snapshot, kept),
    probes: planProbes(snapshot, kept),
  };
}

const isSameList = (one: WorkbookChange, other: WorkbookChange): boolean =>
  one.kind === 'writeCells' &&
  other.kind === 'writeCells' &&
  one.isWholeList === true &&
  other.isWholeList === true &&
  one.sheetId === other.sheetId;
