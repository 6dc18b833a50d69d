// The life of a leave: asked for → decided → closed on return → made up. The state is what the row's cells say, nothing else.
import type { RowOf } from './book';

export type LeaveCells = Partial<RowOf<'leave'>>;

export const LEAVE_STATES = [
  'pending',
  'refused',
  'cancelled',
  'approved',
  'returned',
  'madeUp',
] as const;
/** `returned`: closed on return (销假); `madeUp`: closed, and the session made up. */
export type LeaveState = (typeof LEAVE_STATES)[number];

export const LEAVE_EVENTS = ['approve', 'refuse', 'cancel', 'return', 'makeUp'] as const;
export type LeaveEvent = (typeof LEAVE_EVENTS)[number];

const NEXT: Readonly<Record<LeaveState, Partial<Record<LeaveEvent, LeaveState>>>> = {
  pending: { approve: 'approved', refuse: 'refused', cancel: 'cancelled' },
  approved: { refuse: 'refused', cancel: 'cancelled', return: 'returned' },
  returned: { refuse: 'refused', cancel: 'cancelled', makeUp: 'madeUp' },
  refused: { approve: 'approved' },
  // A person who asks again gets a new row.
  cancelled: {},
  madeUp: {},
};

export function leaveStateOf({ decision, returnedOn, makeUpDone }: LeaveCells): LeaveState {
  if (decision === 'refused' || decision === 'cancelled') return decision;
  // A request that was withdrawn before the decision, by the link in the notice, is closed.
  if (decision !== 'approved') return returnedOn ? 'cancelled' : 'pending';
  if (!returnedOn) return 'approved';
  return makeUpDone ? 'madeUp' : 'returned';
}

/** Where the event leads; null when it cannot happen in this state. */
export function nextState(state: LeaveState, event: LeaveEvent): LeaveState | null {
  return NEXT[state][event] ?? null;
}

/** What can happen next, in the order of `LEAVE_EVENTS`. */
export function possibleEvents(state: LeaveState): LeaveEvent[] {
  return LEAVE_EVENTS.filter((event) => nextState(state, event) !== null);
}

/** Whether the leave counts in the attendance. */
export function isInForce(state: LeaveState): boolean {
  return state === 'approved' || state === 'returned' || state === 'madeUp';
}
