import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { leaveGrants } from '#core/leave/leave-grants';
import { aLeave, aSession } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

type Leave = NonNullable<Parameters<typeof aLeave>[0]>;

/** The session lasts 150 minutes. */
const granted = (...leave: Leave[]) =>
  leaveGrants(aWorkbook({ schedule: [aSession()], leave: leave.map((part) => aLeave(part)) }))(
    'S01',
  ).get('R001');

describe('leave from a session', () => {
  test.each<[Leave, ReturnType<typeof granted>]>([
    [{}, 'whole'],
    [{ minutes: 0 }, 'whole'],
    [{ minutes: 30 }, 'notGranted'],
    [{ minutes: 149 }, 'notGranted'],
    [{ minutes: 150 }, 'whole'],
    [{ returnedOn: toDay('2026-03-07'), makeUpDone: toDay('2026-03-20') }, 'whole'],
    [{ decision: 'refused' }, 'notGranted'],
    [{ decision: 'cancelled' }, 'notGranted'],
    [{ decision: 'pending' }, undefined],
    [{ decision: null }, undefined],
    [{ decision: 'pending', returnedOn: toDay('2026-03-05') }, 'notGranted'], // taken back
    [{ memberId: 'R002' }, undefined],
    [{ sessionId: 'S02' }, undefined],
  ])('%j: %p', (part, expected) => {
    expect(granted(part)).toBe(expected);
  });

  it('is what the best of several requests says, whichever comes first', () => {
    const refused = { decision: 'refused' } as const;
    expect(granted(refused, {})).toBe('whole');
    expect(granted({}, refused)).toBe('whole');
    expect(granted({ decision: 'pending' }, refused)).toBeUndefined();
    expect(granted({ minutes: 30 }, refused)).toBe('notGranted');
  });

  test.each<[string, readonly Leave[], ReturnType<typeof granted>]>([
    ['75 + 75 of 150 minutes', [{ minutes: 75 }, { minutes: 75 }], 'whole'],
    ['75 + 74', [{ minutes: 75 }, { minutes: 74 }], 'notGranted'],
    ['100 + 100', [{ minutes: 100 }, { minutes: 100 }], 'whole'],
    ['three of 50', [{ minutes: 50 }, { minutes: 50 }, { minutes: 50 }], 'whole'],
    ['of two kinds', [{ minutes: 75, kind: 'official' }, { minutes: 75 }], 'whole'],
    ['one refused', [{ minutes: 75 }, { minutes: 75, decision: 'refused' }], 'notGranted'],
    ['one undecided', [{ minutes: 75 }, { minutes: 75, decision: null }], undefined],
    ['one of another session', [{ minutes: 75 }, { minutes: 75, sessionId: 'S02' }], 'notGranted'],
  ])('for parts: %s', (_, leave, expected) => {
    expect(granted(...leave)).toBe(expected);
  });

  it('is nobody’s without a leave tab', () => {
    expect(leaveGrants({})('S01').size).toBe(0);
  });
});
