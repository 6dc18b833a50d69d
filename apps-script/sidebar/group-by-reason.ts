export interface PersonWithReason {
  readonly name: string;
  readonly reason: string;
}

interface ReasonGroup {
  readonly reason: string;
  readonly names: readonly string[];
}

/** People with the same reason together, in the order in which the reasons first appear. */
export function groupByReason(people: readonly PersonWithReason[]): ReasonGroup[] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of people) {
    const group = names.get(reason);
    if (group === undefined) names.set(reason, [name]);
    else group.push(name);
  }
  return Array.from(names, ([reason, group]) => ({ reason, names: group }));
}
