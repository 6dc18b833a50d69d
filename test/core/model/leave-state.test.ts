import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import {
  nextState,
  isInForce,
  LEAVE_EVENTS,
  LEAVE_STATES,
  possibleEvents,
  leaveStateOf,
  type LeaveCells,
} from '#core/model/leave-state';

const DAY = toDay('2026-03-09');

describe('the state of a leave', () => {
  test.each<[string, LeaveCells, string]>([
    ['nothing', {}, 'pending'],
    ['pending', { decision: 'pending' }, 'pending'],
    ['refused', { decision: 'refused' }, 'refused'],
    [
      'cancelled, though it was closed before',
      { decision: 'cancelled', returnedOn: DAY, makeUpDone: DAY },
      'cancelled',
    ],
    ['approved', { decision: 'approved' }, 'approved'],
    ['approved and made up, but not closed', { decision: 'approved', makeUpDone: DAY }, 'approved'],
    [
      'approved and closed',
      { decision: 'approved', returnedOn: DAY, makeUp: '观看录像' },
      'returned',
    ],
    [
      'approved, closed and made up',
      { decision: 'approved', returnedOn: DAY, makeUpDone: DAY },
      'madeUp',
    ],
    ['taken back before it was decided', { decision: 'pending', returnedOn: DAY }, 'cancelled'],
  ])('of a row that says %s', (_, cells, expected) => {
    expect(leaveStateOf(cells)).toBe(expected);
  });
});

/** Every event in every state; — where it cannot happen. */
const TABLE = `
  pending:   approve approved, refuse refused, cancel cancelled, return —, makeUp —
  refused:   approve approved, refuse —, cancel —, return —, makeUp —
  cancelled: approve —, refuse —, cancel —, return —, makeUp —
  approved:  approve —, refuse refused, cancel cancelled, return returned, makeUp —
  returned:  approve —, refuse refused, cancel cancelled, return —, makeUp madeUp
  madeUp:    approve —, refuse —, cancel —, return —, makeUp —`;

describe('what can happen to a leave', () => {
  it('is this, and nothing else', () => {
    const written = LEAVE_STATES.map((state) => {
      const events = LEAVE_EVENTS.map((event) => `${event} ${nextState(state, event) ?? '—'}`);
      return `${state}: ${events.join(', ')}`;
    });
    const expected = TABLE.trim()
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '));
    expect(written).toEqual(expected);
  });

  it('is offered in the order of a leave’s life', () => {
    expect(possibleEvents('pending')).toEqual(['approve', 'refuse', 'cancel']);
    expect(possibleEvents('returned')).toEqual(['refuse', 'cancel', 'makeUp']);
    expect(possibleEvents('madeUp')).toEqual([]);
  });

  it('is in the attendance from approval on', () => {
    expect(LEAVE_STATES.filter(isInForce)).toEqual(['approved', 'returned', 'madeUp']);
  });
});
