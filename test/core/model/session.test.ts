import { describe, expect, test } from '@jest/globals';
import { toClockTime, toDay } from '#core/calendar/day';
import { entriesOf, readBook } from '#core/model/book';
import {
  findSession,
  sessionChoices,
  sessionNamed,
  sessionToPay,
  type SessionPurpose,
} from '#core/model/session';
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

describe('sessionNamed', () => {
  const schedule = entriesOf(
    aWorkbook({
      schedule: [
        aSession({ id: 'S11', number: 11 }),
        aSession({ id: 'S12', number: 12 }),
        aSession({ id: 'X12', number: 12 }),
        aSession({ id: '13', number: 14 }),
        aSession({ id: 'S13', number: 13 }),
      ],
    }),
    'schedule',
  );

  test.each([
    ['S11', 'S11'],
    ['s11', 'S11'],
    ['Ｓ１１', 'S11'],
    [' S 11 ', 'S11'],
    ['11', 'S11'],
    ['第11期', 'S11'],
    ['第 １１ 期', 'S11'],
    ['11期', 'S11'],
    ['No. 11', 'S11'],
    ['13', '13'], // an ID before a number
    ['第13期', 'S13'],
    ['12', undefined], // two have the number
    ['第12期', undefined],
    ['x12', 'X12'],
    ['99', undefined],
    ['第期', undefined],
    ['', undefined],
  ])('%j is %s', (words, expected) => {
    expect(sessionNamed(schedule, words)?.cells.id).toBe(expected);
  });
});

describe('sessionChoices', () => {
  const schedule = entriesOf(
    aWorkbook({
      schedule: [
        aSession({ id: 'S01', date: toDay('2026-03-06'), state: 'held' }),
        aSession({ id: 'S02', date: toDay('2026-03-13'), state: 'held' }),
        aSession({ id: 'S03', date: toDay('2026-03-14'), state: 'cancelled' }),
        aSession({ id: 'S05', date: toDay('2026-03-27') }),
        aSession({ id: 'S04', date: toDay('2026-03-20') }),
        aSession({ id: 'S00', date: toDay('2026-03-02') }), // planned, and over
      ],
    }),
    'schedule',
  );

  test.each([
    [['planned'], ['S04', 'S05']],
    [['held'], ['S02', 'S01']],
    [['cancelled'], ['S03']],
    [
      ['held', 'planned'],
      ['S02', 'S01', 'S04', 'S05'],
    ],
  ] as const)('of %j offers %j', (states, expected) => {
    const ids = sessionChoices(schedule, states, toDay('2026-03-14')).map(({ id }) => id);
    expect(ids).toEqual(expected);
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

  test('stays with the last held session when all fees are booked', () => {
    const expenses = ['S01', 'S02'].map((sessionId) => anExpense({ sessionId }));
    expect(toPay({ schedule, expenses })).toBe('S02');
  });

  test('is the next planned session while none that costs a fee was held', () => {
    expect(toPay({ schedule: schedule.slice(2) })).toBe('S03');
    const speakers = [aSpeaker({ titleLevel: 'localLeader' })];
    expect(toPay({ schedule, speakers })).toBe('S03');
  });
});
