/** What of an .xlsx file has no place in a spreadsheet here, so that the caller can report it. */

export const LEFT_OUT_KINDS = [
  'chartTab',
  'macroTab',
  'unreadableTab',
  'emptyFile',
  'charts',
  'pictures',
  'pivotTables',
  'conditionalFormats',
  'tables',
  'slicers',
  'sparklines',
  'headersAndFooters',
  'protection',
  'groups',
  'validations',
  'textFormats',
  'controls',
  'threadedComments',
  'notes',
  'names',
  'linkedFiles',
  'macros',
  'formats',
  'texts',
  'farFormats',
  'otherParts',
] as const;

export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

export interface LeftOut {
  readonly kind: LeftOutKind;
  /** The tabs, names or parts that it is about, in the file's order; none when it is about the whole file. */
  readonly places: readonly string[];
}

/** Collects what is left out, each kind once. */
export class LeftOutList {
  private readonly places = new Map<LeftOutKind, Set<string>>();

  add(kind: LeftOutKind, place?: string): void {
    const places = this.places.get(kind) ?? new Set();
    this.places.set(kind, places);
    if (place !== undefined) places.add(place);
  }

  /** In the order of the kinds above. */
  list(): LeftOut[] {
    return LEFT_OUT_KINDS.flatMap((kind) => {
      const places = this.places.get(kind);
      return places === undefined ? [] : [{ kind, places: [...places] }];
    });
  }
}
