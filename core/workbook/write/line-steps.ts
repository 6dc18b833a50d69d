// Rows or columns brought into another order by the fewest moves, so that everything in and around them goes with them.

/** Carried out one after the other; positions are those of that moment. `to` is where the line is afterwards. */
export type LineStep =
  | { readonly action: 'delete'; readonly at: number; readonly count: number }
  | { readonly action: 'insert'; readonly at: number; readonly count: number }
  | { readonly action: 'move'; readonly from: number; readonly to: number };

/** For each place the line that goes there, by its number before; null is a new one. */
export type LineOrder = readonly (number | null)[];

/** Of `count` lines those that are not in the order are deleted. */
export function lineSteps(count: number, order: LineOrder): LineStep[] {
  const kept = order.filter((line) => line !== null);
  return [...deletions(count, new Set(kept)), ...moves(kept), ...insertions(order)];
}

/** The last first, so that the others keep their numbers. */
function deletions(count: number, kept: ReadonlySet<number>): LineStep[] {
  const steps: LineStep[] = [];
  for (let end = count; end > 0;) {
    let at = end;
    while (at > 0 && !kept.has(at - 1)) at -= 1;
    if (at < end) steps.push({ action: 'delete', at, count: end - at });
    end = at === end ? end - 1 : at;
  }
  return steps;
}

function moves(wanted: readonly number[]): LineStep[] {
  const current = wanted.toSorted((a, b) => a - b);
  const staying = longestRising(wanted);
  const steps: LineStep[] = [];
  wanted.forEach((line, index) => {
    if (staying.has(line)) return;
    const from = current.indexOf(line);
    current.splice(from, 1);
    const before = wanted[index - 1];
    const to = before === undefined ? 0 : current.indexOf(before) + 1;
    current.splice(to, 0, line);
    if (from !== to) steps.push({ action: 'move', from, to });
  });
  return steps;
}

/** The longest subsequence that rises: these need not move. Patience sorting. */
function longestRising(lines: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const line of lines) {
    const found = tops.findIndex((top) => top >= line);
    const pile = found < 0 ? tops.length : found;
    before.set(line, tops[pile - 1]);
    tops[pile] = line;
  }
  const rising = new Set<number>();
  for (let line = tops.at(-1); line !== undefined; line = before.get(line)) rising.add(line);
  return rising;
}

function insertions(order: LineOrder): LineStep[] {
  const steps: LineStep[] = [];
  for (let at = 0; at < order.length; at += 1) {
    let end = at;
    while (end < order.length && order[end] === null) end += 1;
    if (end === at) continue;
    steps.push({ action: 'insert', at, count: end - at });
    at = end;
  }
  return steps;
}

/** The lines after the steps, as a spreadsheet inserts, deletes and moves rows or columns. */
export function applySteps<T>(
  lines: readonly T[],
  steps: readonly LineStep[],
  fresh: () => T,
): T[] {
  const result = [...lines];
  for (const step of steps) {
    if (step.action === 'delete') result.splice(step.at, step.count);
    else if (step.action === 'insert')
      result.splice(step.at, 0, ...Array.from({ length: step.count }, fresh));
    else result.splice(step.to, 0, ...result.splice(step.from, 1));
  }
  return result;
}

/** How many lines there are after the steps. */
export function linesAfter(count: number, steps: readonly LineStep[]): number {
  return steps.reduce((sum, step) => {
    if (step.action === 'move') return sum;
    return step.action === 'insert' ? sum + step.count : sum - step.count;
  }, count);
}
