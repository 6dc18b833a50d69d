/** Untyped JSON as it comes from the wire or the data file. */

export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy; much faster than structuredClone for the small records it is used on. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item)) as T; // same shape as value
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>; // no list, and no null
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record)) copy[key] = copyOf(record[key]);
  return copy as T; // every own key of value was copied
}

/** Equal as JSON: same keys (order and undefined aside) and equal values. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length && left.every((item, index) => sameJson(item, right[index]))
    );
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => sameJson(left[key], right[key]));
}
