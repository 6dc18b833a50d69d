// What a mark says of a person at a session: came, was away with a reason, or stayed away without one.
import type { Status, StatusMeaning } from '../model/statuses';
import type { LeaveGrant } from '../leave/leave-grants';
import { NOT_RECORDED } from './tally';

/** `absent`: without leave; `unclear`: there is a mark, but nobody can say what it means, or the leave tab says otherwise. */
export type AttendanceOutcome = 'attended' | 'excused' | 'absent' | 'unclear' | 'notRecorded';

/** Marks are positions in the list of `readStatuses`; below 0 a mark is `NOT_RECORDED` or `UNCLEAR`. */
interface MarkReader {
  readonly outcomeOf: (mark: number, leave: LeaveGrant | undefined) => AttendanceOutcome;
  /** Came, and neither late nor left early. */
  readonly isPunctual: (mark: number) => boolean;
}

export function markReader(statuses: readonly Status[]): MarkReader {
  return {
    outcomeOf: (mark, leave) => outcomeOf(mark, statuses[mark], leave),
    isPunctual: (mark) => statuses[mark]?.presence === 'attended',
  };
}

function outcomeOf(
  mark: number,
  meaning: StatusMeaning | undefined,
  leave: LeaveGrant | undefined,
): AttendanceOutcome {
  if (meaning?.attended === true) return 'attended';
  if (leave === 'whole') return 'excused';
  if (mark === NOT_RECORDED) return 'notRecorded';
  if (meaning?.presence === 'absent') return 'absent';
  if (meaning?.presence !== 'excused') return 'unclear';
  // Marked as leave that was not granted: one of the two is wrong, and it is not for us to say which.
  const isContradicted = leave === 'notGranted' && meaning.treatment !== 'notCounted';
  return isContradicted ? 'unclear' : 'excused';
}
