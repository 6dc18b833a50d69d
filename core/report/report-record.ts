// What is remembered of a report on its tab: its header labels and a fingerprint of each of its lines. By them Lectern recognises its own
// cells among those that the clerks keep there.
import * as z from 'zod';

export interface ReportRecord {
  readonly columns: readonly string[];
  /** Null: the report had too many lines to remember. */
  readonly fingerprints: ReadonlySet<string> | null;
}

/** Google keeps 30,000 characters of metadata a sheet. */
const LONGEST = 24_000;

const RECORD = z.object({ columns: z.array(z.string()), signs: z.string().nullable() });

export function writeRecord(columns: readonly string[], lines: readonly string[]): string {
  const fingerprints = [...new Set(lines.map(lineFingerprint))].join(' ');
  const whole = JSON.stringify({ columns, signs: fingerprints });
  return whole.length <= LONGEST ? whole : JSON.stringify({ columns, signs: null });
}

/** Null for a tab that an older version wrote. */
export function readRecord(text: string | null | undefined): ReportRecord | null {
  if (text === null || text === undefined) return null;
  const { success, data } = RECORD.safeParse(parseJson(text));
  if (!success) return null;
  return {
    columns: data.columns,
    fingerprints: data.signs === null ? null : new Set(data.signs.split(' ')),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** FNV-1a in 32 bits: short, the same everywhere, and no two of a few hundred lines are likely to share one. */
export function lineFingerprint(line: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index += 1)
    hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
