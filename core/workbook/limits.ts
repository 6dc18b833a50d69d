// Least and most that a number can sensibly be; both belong to it. Beyond them it is a slip of the hand, whatever the place.
export type Limits = readonly [least: number, most: number];

export function isWithin(value: number, [least, most]: Limits): boolean {
  return value >= least && value <= most;
}
