// All rows that an export has of one person → when the person came and went, and for how long. Time that two rows have in common
// counts once.

/** Minutes after the midnight that begins the session's day. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One row's times, each null where the row does not have it. */
export interface RowTimes {
  readonly in: number | null;
  readonly out: number | null;
  readonly minutes: number | null;
}

export interface AttendedTime {
  readonly in: number | null;
  readonly out: number | null;
  /** Within the session; null where the rows do not say it. */
  readonly minutes: number | null;
}

/** A row with a duration and one of the two times has the other, too. */
export function completed({ in: from, out, minutes }: RowTimes): RowTimes {
  if (minutes === null) return { in: from, out, minutes };
  if (from !== null && out === null) return { in: from, out: from + minutes, minutes };
  if (from === null && out !== null) return { in: out - minutes, out, minutes };
  return { in: from, out, minutes };
}

/** Whether a row has to do with the session at all: others are of a test before it, or of what came after. */
export function touches({ in: from, out }: RowTimes, { start, end }: Span): boolean {
  return (from === null || from < end) && (out === null || out > start);
}

/**
 * `rows`: completed, and such that touch the session. A row that says only when the person came back after the last time of leaving leaves
 * open when the person left, and a row that says only when the person left before the first arrival, when the person came.
 */
export function attendedTime(rows: readonly RowTimes[], session: Span): AttendedTime {
  const firstIn = Math.min(...rows.flatMap((row) => row.in ?? []));
  const lastOut = Math.max(...rows.flatMap((row) => row.out ?? []));
  // Arrival and leaving in two rows may be in one minute; only another arrival is a return then.
  const isReturn = ({ in: from, out }: RowTimes): boolean =>
    from !== null && out === null && (from > lastOut || (from === lastOut && from > firstIn));
  const isLeavingFirst = ({ in: from, out }: RowTimes): boolean =>
    from === null && out !== null && (out < firstIn || (out === firstIn && out < lastOut));
  return {
    in: Number.isFinite(firstIn) && !rows.some(isLeavingFirst) ? firstIn : null,
    out: Number.isFinite(lastOut) && !rows.some(isReturn) ? lastOut : null,
    minutes: minutesIn(rows, session),
  };
}

/** The time that all spans cover, and not more than the durations allow: a row may count breaks in its span, but not in its duration. */
function minutesIn(rows: readonly RowTimes[], { start, end }: Span): number | null {
  const spans: Span[] = [];
  let bare = 0;
  let most = 0;
  for (const { in: from, out, minutes } of rows) {
    if (from !== null && out !== null) {
      spans.push({ start: Math.max(from, start), end: Math.min(out, end) });
      most += minutes ?? out - from;
    } else if (minutes !== null) bare += minutes;
    else return null;
  }
  return Math.min(Math.min(covered(spans), most) + bare, end - start);
}

function covered(spans: readonly Span[]): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    total += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return total;
}
