import type { ReportSheet, WriteReport } from './change';
import { placeOf, type OwnKey, type Snapshot } from './snapshot';
import { withoutSpaces } from '../text/clean';

/** Sheet ids of new report tabs count up from here, clear of the declared tabs'. */
const FIRST_REPORT_ID = 2001;

export interface KeyedReport {
  /** `report-…`: the same report finds its own tab again, whatever a clerk renamed it to. */
  readonly key: OwnKey;
  readonly sheet: ReportSheet;
}

/** Each report goes to its own tab: the one it had before, else a new one at the end. */
export function planReports(snapshot: Snapshot, reports: readonly KeyedReport[]): WriteReport[] {
  const takenIds = new Set(snapshot.places.map((place) => place.sheetId));
  const titles = new Set(snapshot.places.map((place) => withoutSpaces(place.title).toLowerCase()));
  let index = snapshot.places.length;
  return reports.map(({ key, sheet }): WriteReport => {
    const place = placeOf(snapshot, key);
    if (place) {
      const replaces = {
        rowCount: place.rowCount,
        columnCount: place.columnCount,
        reportColumns: Math.min(Number(place.layout ?? 0), place.columnCount),
        chartIds: place.chartIds,
      };
      return {
        kind: 'writeReport',
        key,
        sheetId: place.sheetId,
        index: place.index,
        replaces,
        sheet: { ...sheet, title: place.title },
      };
    }
    const sheetId = take(takenIds);
    index += 1;
    return {
      kind: 'writeReport',
      key,
      sheetId,
      index: index - 1,
      replaces: null,
      sheet: { ...sheet, title: freeTitle(sheet.title, titles) },
    };
  });
}

function take(taken: Set<number>): number {
  let id = FIRST_REPORT_ID;
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}

/** A clerk's own tab may already have the name. */
function freeTitle(title: string, used: Set<string>): string {
  let candidate = title;
  for (let count = 2; used.has(withoutSpaces(candidate).toLowerCase()); count += 1)
    candidate = `${title} (${count})`;
  used.add(withoutSpaces(candidate).toLowerCase());
  return candidate;
}
