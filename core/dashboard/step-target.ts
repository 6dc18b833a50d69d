// Where the place of a step is in the workbook as it was read.
import { locatorOf } from '../checks/locate';
import { placeOf, type Snapshot } from '../workbook/snapshot';
import type { WeekStep } from './week';

export interface StepTarget {
  readonly sheetId: number;
  /** Null: the whole tab. */
  readonly cell: string | null;
}

/** Null for a step without a place, or when its tab is not there. */
export function stepTargets(snapshot: Snapshot): (step: WeekStep) => StepTarget | null {
  const locator = locatorOf(snapshot.tables);
  return ({ place }) => {
    if (place === null) return null;
    const key = 'own' in place ? place.own : place.tab;
    const tab = placeOf(snapshot, key);
    if (!tab) return null;
    return { sheetId: tab.sheetId, cell: 'own' in place ? null : locator.address(place) };
  };
}

/** A link within the workbook, so that it also works in a copy. */
export const targetLink = ({ sheetId, cell }: StepTarget): string =>
  `#gid=${sheetId}&range=${cell ?? 'A1'}`;
