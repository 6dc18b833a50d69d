import { describe, expect, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { entriesOf, readBook } from '#core/model/book';
import { findSession, sessionToPay, type SessionPurpose } from '#core/model/session';
import { anExpense, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

const find = (
  schedule: readonly ReturnType<typeof aSession>[],
  purpose: SessionPurpose,
  today: string,
  sessionId?: string,
) =>
  findSession(entriesOf(aWorkbook({ schedule }), 'schedule'), {
    purpose,
    sessionId,
    today: toDay(today),
  })?.cells;

describe('findSession', () => {
  const schedule = [
    aSession({ id: 'S03', date: toDay('2026-03-20') }),
    aSession({ id: 'S01', date: toDay('2026-03-06'), state: 'held' }),
    aSession({ id: 'S02', date: toDay('2026-03-13') }),
    aSession({ id: 'S04', date: toDay('2026-03-16'), state: 'cancelled' }),
  ];

  test.each([
    ['2026-03-01', 'S02'],
    ['2026-03-13', 'S02'],
    ['2026-03-14', 'S03'],
  ])('finds, on %s, the next planned session', (today, expected) => {
    expect(find(schedule, 'planned', today)?.id).toBe(expected);
  });

  test('finds nothing when nothing is planned any more', () => {
    expect(find(schedule, 'planned', '2026-03-21')).toBeUndefined();
  });

  test('finds a session by its id, whatever its date', () => {
    expect(find(schedule, 'planned', '2026-12-01', 'S01')?.state).toBe('held');
  });

  test.each([
    ['cancelled', '2026-03-01', 'S04'],
    ['cancelled', '2026-03-17', undefined],
    ['held', '2026-03-20', 'S01'],
    ['held', '2026-03-05', undefined],
    ['signIn', '2026-03-13', 'S02'],
    ['signIn', '2026-03-14', 'S03'],
    ['signIn', '2026-03-21', 'S03'],
    ['closeSignIn', '2026-03-13', 'S02'],
    ['closeSignIn', '2026-03-19', 'S02'],
    ['closeSignIn', '2026-03-01', 'S01'],
    ['settlement', '2026-03-20', 'S01'],
  ] as const)('for the purpose %s finds, on %s, %s', (purpose, today, expected) => {
    expect(find(schedule, purpose, today)?.id).toBe(expected);
  });

  test('of two on one day, whatever the order of their rows, takes the earlier as the next and the later as the last', () => {
    const [afternoon, morning] = [
      aSession({ id: 'S02', start: toClockTime('14:30'), end: toClockTime('17:00') }),
      aSession({ id: 'S01', start: toClockTime('09:00'), end: toClockTime('11:30') }),
    ];
    expect(find([afternoon, morning], 'planned', '2026-03-06')?.id).toBe('S01');
    const held = [afternoon, morning].map((session) => ({ ...session, state: 'held' as const }));
    expect(find(held, 'held', '2026-03-06')?.id).toBe('S02');
  });
});

describe('sessionToPay', () => {
  const today = toDay('2026-03-14');
  const toPay = (rows: Parameters<typeof aWorkbook>[0]) =>
    sessionToPay(readBook(aWorkbook({ speakers: [aSpeaker()], ...rows }), today).book, today)?.cells
      .id;
  const schedule = [
    aSession({ id: 'S02', date: toDay('2026-03-13'), state: 'held' }),
    aSession({ id: 'S01', date: toDay('2026-03-06'), state: 'held' }),
    aSession({ id: 'S03', date: toDay('2026-03-20') }),
  ];

  test('is the first held session whose fee is not booked', () => {
    expect(toPay({ schedule })).toBe('S01');
    expect(toPay({ schedule, expenses: [anExpense({ sessionId: 'S01' })] })).toBe('S02');
  });

  test('is the next planned session where no held one awaits its fee', () => {
    expect(toPay({ schedule: schedule.slice(2) })).toBe('S03');
    const speakers = [aSpeaker({ titleLevel: 'localLeader' })];
    expect(toPay({ schedule, speakers })).toBe('S03');
  });
});
