// The setting that names the places where sessions can be held.

export interface Venue {
  readonly name: string;
  /** Null: nobody has said how many. */
  readonly seats: number | null;
}

const VENUE = /^(.+?)\s*[(（]\s*(\d{1,5})\s*[座人]?\s*[)）]$/;

/** Reads `区委党校报告厅(300)；区文化馆剧场`; undefined when a place is named twice. */
export function parseVenues(cell: string): readonly Venue[] | undefined {
  const venues = cell
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, seats] = VENUE.exec(part) ?? [];
      return { name, seats: seats === undefined ? null : Number(seats) };
    });
  return new Set(venues.map(({ name }) => name)).size < venues.length ? undefined : venues;
}
