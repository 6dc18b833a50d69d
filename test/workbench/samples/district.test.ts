import { describe, expect, it, test } from '@jest/globals';
import { SETTING_DECLARATIONS } from '#core/workbook/read/settings';
import { weekdayOf, type Day } from '#core/calendar/day';
import { withoutSpaces } from '#core/text/clean';
import { LEAVE, isDueAt } from '#workbench/samples/marks';
import { districtSample } from '#workbench/samples/district';
import { emptySample } from '#workbench/samples/empty';
import { MEMBERS } from '#workbench/samples/people';
import { NEXT_SESSION, SESSIONS, TODAY } from '#workbench/samples/sessions';
import { statusLabel } from '#workbench/samples/starting-rows';

const district = districtSample();
const word = (value: unknown): string => String(value);
const ids = (rows: readonly { readonly id?: unknown }[] | undefined): string[] =>
  (rows ?? []).map((row) => String(row.id));

describe('the sample district', () => {
  it('is the same in every run', () => {
    expect(districtSample()).toEqual(districtSample());
  });

  it.each([
    ['roster', 112],
    ['schedule', 14],
    ['speakers', 12],
    ['topics', 20],
    ['orders', 150],
    ['wishes', 3],
    ['leave', 95],
    ['attendance', 1079],
    ['budget', 5],
    ['expenses', 27],
    ['statuses', 8],
    ['standards', 13],
    ['holidays', 14],
    ['roles', 3],
    ['settings', Object.keys(SETTING_DECLARATIONS).length],
  ] as const)('has in %s %i rows', (tab, rows) => {
    expect(district[tab]).toHaveLength(rows);
  });

  it.each(['roster', 'schedule', 'speakers', 'topics', 'wishes', 'leave', 'expenses'] as const)(
    'repeats no id in %s',
    (tab) => {
      const all = ids(district[tab]);
      expect(new Set(all).size).toBe(all.length);
    },
  );

  it('names only people, sessions, speakers and topics that exist', () => {
    const people = new Set(ids(district.roster));
    const sessions = new Set(ids(district.schedule));
    const speakers = new Set([...ids(district.speakers), 'null']);
    const topics = new Set(ids(district.topics));
    const marks = [...(district.attendance ?? []), ...(district.leave ?? [])];
    expect(marks.filter((row) => !people.has(word(row.memberId)))).toEqual([]);
    expect(marks.filter((row) => !sessions.has(word(row.sessionId)))).toEqual([]);
    expect(district.orders?.filter((row) => !people.has(word(row.memberId)))).toEqual([]);
    expect(district.orders?.filter((row) => !topics.has(word(row.topicId)))).toEqual([]);
    expect(district.wishes?.filter((row) => !people.has(word(row.memberId)))).toEqual([]);
    expect(district.expenses?.filter((row) => !sessions.has(word(row.sessionId)))).toEqual([]);
    expect(district.schedule?.filter((row) => !topics.has(word(row.topicId)))).toEqual([]);
    const proposals = [...(district.schedule ?? []), ...(district.topics ?? [])];
    expect(proposals.filter((row) => !speakers.has(word(row.speakerId)))).toEqual([]);
  });
});

describe('the roster', () => {
  it('goes in official order, by gaps of ten', () => {
    const places = MEMBERS.map(({ unitOrder = 0, personOrder = 0 }) => [unitOrder, personOrder]);
    const sorted = [...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
    expect(places).toEqual(sorted);
    expect(places.flat().every((order) => order > 0 && order % 10 === 0)).toBe(true);
    const categories = MEMBERS.map((member) => member.category);
    expect([...new Set(categories)]).toEqual([
      'leadership',
      'justice',
      'subdistrict',
      'department',
    ]);
  });

  it('repeats neither a name nor an address', () => {
    const names = MEMBERS.map((member) => withoutSpaces(member.name));
    const addresses = MEMBERS.flatMap((member) => member.email ?? []);
    expect(new Set(names).size).toBe(112);
    expect(new Set(addresses).size).toBe(111);
    expect(addresses.every((address) => /^[a-z0-9]+@example\.org$/.test(address))).toBe(true);
  });

  it('has one joiner, one leaver, one person without mail and one without address', () => {
    expect(MEMBERS.filter((member) => member.from).map((member) => member.name)).toEqual([
      '甄若谷',
    ]);
    expect(MEMBERS.filter((member) => member.to).map((member) => member.name)).toEqual(['成百川']);
    expect(MEMBERS.filter((member) => member.notify === false)).toHaveLength(1);
    expect(MEMBERS.filter((member) => member.email === null)).toHaveLength(1);
  });
});

describe('the programme', () => {
  /** Holidays of autumn 2026 and the local one. */
  const OFF = [
    ...['2026-09-25', '2026-09-26', '2026-09-27', '2026-12-11'],
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
  ];

  test('ten sessions are held and four planned, none on a holiday', () => {
    expect(SESSIONS.filter((session) => session.state === 'held')).toHaveLength(10);
    expect(SESSIONS.filter((session) => OFF.includes(session.date))).toEqual([]);
  });

  test('sessions are on Friday afternoons and Saturday mornings', () => {
    const starts = new Map(SESSIONS.map(({ date, start }) => [weekdayOf(date), start]));
    expect([...starts].sort()).toEqual([
      [5, '14:30'],
      [6, '09:00'],
    ]);
  });

  test('the next session is on Friday 2026-11-27 at 14:30, four days ahead', () => {
    const next = SESSIONS.find((session) => session.date > TODAY);
    expect(next).toMatchObject({
      id: NEXT_SESSION,
      date: '2026-11-27' as Day,
      start: '14:30',
      end: '17:00',
    });
  });

  test('everybody due at a held session has exactly one mark', () => {
    const marked = district.attendance?.map(
      (row) => `${word(row.sessionId)}/${word(row.memberId)}`,
    );
    const due = SESSIONS.filter((session) => session.state === 'held').flatMap((session) =>
      MEMBERS.filter((member) => isDueAt(member, session)).map(
        (member) => `${session.id}/${member.id}`,
      ),
    );
    expect(marked).toEqual(due);
  });

  test('each mark of leave has its approved leave of that kind, and the other way round', () => {
    const name = (row: { sessionId?: unknown; memberId?: unknown }, kind: string): string =>
      `${word(row.sessionId)}/${word(row.memberId)} ${kind}`;
    const kinds = ['official', 'sick', 'personal'] as const;
    const marks = (district.attendance ?? []).flatMap((row) =>
      kinds.filter((kind) => statusLabel(kind) === row.status).map((kind) => name(row, kind)),
    );
    const leave = LEAVE.filter((row) => row.sessionId !== NEXT_SESSION).map((row) =>
      name(row, row.kind ?? ''),
    );
    expect(leave.sort()).toEqual(marks.sort());
    expect(LEAVE.filter((row) => row.decision !== 'approved').map(({ id }) => id)).toEqual([
      'L095',
    ]);
  });

  test('leave is decided before its session', () => {
    const dates = new Map(SESSIONS.map((session) => [session.id, session.date]));
    expect(
      LEAVE.filter((row) => (row.decidedOn ?? '') >= (dates.get(word(row.sessionId)) ?? '')),
    ).toEqual([]);
  });
});

describe('money', () => {
  it('pays three hours at the cap of each level, gross as the tax rule has it', () => {
    const fees = (district.expenses ?? [])
      .filter((row) => row.head === 'lecturer')
      .map((row) => [row.net, row.gross, row.tax, row.amount]);
    expect(new Set(fees.map(String))).toEqual(
      new Set([
        '150000,167500,17500,167500',
        '300000,355000,55000,355000',
        '450000,535714,85714,535714',
      ]),
    );
    expect(fees).toHaveLength(9);
  });

  it('pays no lecturer twice in one month', () => {
    const fees = (district.expenses ?? []).filter((row) => row.head === 'lecturer');
    const months = fees.map((row) => `${word(row.payee)} ${(row.date ?? '').slice(0, 7)}`);
    expect(new Set(months).size).toBe(months.length);
  });
});

describe('the empty sample', () => {
  it('has rules and roles, but no people and no sessions', () => {
    expect(Object.keys(emptySample()).sort()).toEqual([
      'roles',
      'settings',
      'standards',
      'statuses',
    ]);
  });
});
