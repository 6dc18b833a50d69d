// What a mark says of a person at a session: came, was away with a reason, or stayed away without one.
import { foldStatus, toStatusBook } from '../checks/status-book';
import { parseTable } from '../workbook/parse-table';
import type { Table } from '../workbook/table';
import { LEAVE } from '../workbook/tabs/programme';
import { STATUSES } from '../workbook/tabs/rules';
import { readStatuses } from './statuses';
import { NOT_RECORDED } from './tally';

/** `absent`: without leave; `unclear`: there is a mark, but nobody can say what it means. */
export type Outcome = 'attended' | 'excused' | 'absent' | 'unclear' | 'notRecorded';

/** `mark` is a position in the list of `readStatuses`; below 0 it is `NOT_RECORDED` or `UNCLEAR`. */
export type OutcomeOf = (mark: number, onLeave: boolean) => Outcome;

export function outcomeFinder(statuses: Table | undefined): OutcomeOf {
  const { meanings } = toStatusBook(statuses ? parseTable(STATUSES, statuses).entries : []);
  const byMark = readStatuses(statuses).list.map(({ code }) => meanings.get(foldStatus(code)));
  return (mark, onLeave) => {
    const { presence, attended } = byMark[mark] ?? { presence: null, attended: false };
    if (attended) return 'attended';
    if (onLeave) return 'excused';
    if (mark === NOT_RECORDED) return 'notRecorded';
    return presence === 'absent' || presence === 'excused' ? presence : 'unclear';
  };
}

const NOBODY: ReadonlySet<string> = new Set();

/** By session: whose leave is approved. */
export function approvedLeave(
  leave: Table | undefined,
): (sessionId: string) => ReadonlySet<string> {
  const bySession = new Map<string, Set<string>>();
  for (const { cells } of leave ? parseTable(LEAVE, leave).entries : []) {
    const { sessionId, memberId, decision } = cells;
    if (decision !== 'approved' || !sessionId || !memberId) continue;
    bySession.set(sessionId, (bySession.get(sessionId) ?? new Set()).add(memberId));
  }
  return (sessionId) => bySession.get(sessionId) ?? NOBODY;
}
