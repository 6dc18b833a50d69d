// Who came to a held session, and who stayed away with or without leave.
import { readRoll } from '../attendance/roll';
import { foldStatus, readStatuses } from '../attendance/statuses';
import { toStatusBook, type StatusMeaning } from '../checks/status-book';
import { parseTable } from '../workbook/parse-table';
import type { Snapshot } from '../workbook/snapshot';
import { TABS } from '../workbook/tabs';
import type { Candidate } from './notice';

export type Outcome = 'attended' | 'excused' | 'absent' | 'notRecorded';

export interface Turnout {
  readonly memberId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly outcome: Outcome;
}

/** Of everybody due; two marks that contradict each other count as not recorded. */
export function turnoutOf(
  snapshot: Snapshot,
  sessionId: string,
  people: readonly Candidate[],
  onLeave: ReadonlySet<string>,
): Turnout[] {
  const statuses = readStatuses(snapshot.tables.statuses);
  const { marks } = readRoll(snapshot.tables.attendance, {
    sessions: new Map([[sessionId, 0]]),
    people: new Map(people.map(({ memberId }, index) => [memberId, index])),
    statuses: statuses.byWord,
  });
  const meanings = meaningsOf(snapshot);
  return people.flatMap(({ memberId, name, unit, due }, index) => {
    if (!due) return [];
    const status = statuses.list[marks[0]?.[index] ?? -1];
    const meaning = status && meanings.get(foldStatus(status.code));
    return [{ memberId, name, unit, outcome: outcomeOf(meaning, onLeave.has(memberId)) }];
  });
}

function meaningsOf(snapshot: Snapshot): ReadonlyMap<string, StatusMeaning> {
  const table = snapshot.tables.statuses;
  return toStatusBook(table ? parseTable(TABS.statuses, table).entries : []).meanings;
}

function outcomeOf(meaning: StatusMeaning | undefined, onLeave: boolean): Outcome {
  if (meaning?.attended === true) return 'attended';
  if (onLeave) return 'excused';
  if (!meaning) return 'notRecorded';
  return meaning.treatment !== 'due' || meaning.leave !== null ? 'excused' : 'absent';
}
