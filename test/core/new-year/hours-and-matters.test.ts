// Hours as one earlier total, and what last year leaves open.
import { describe, expect, it, test } from '@jest/globals';
import { toDay, type Day } from '#core/calendar/day';
import {
  aLeave,
  aMark,
  aSession,
  aSpeaker,
  aStandard,
  someOtherHours,
} from '#test/support/builders/rows';
import { column, member, plan, type Rows } from './planned-year';

describe('hours', () => {
  const inFive = aStandard({
    item: 'hoursFiveYears',
    scope: '县处级',
    value: 550,
    from: toDay('2023-01-01'),
  });
  const held = (id: string, date: string) =>
    aSession({ id, date: toDay(date), state: 'held', creditedHours: 3.5 });
  const source: Rows = {
    standards: [inFive],
    roster: [member('R001'), member('R002', { rankClass: 'township', personOrder: 20 })],
    schedule: [held('S01', '2026-03-06'), held('S02', '2026-03-13')],
    attendance: [aMark(), aMark({ sessionId: 'S02' }), aMark({ memberId: 'R002' })],
    otherHours: [
      someOtherHours({ date: toDay('2022-12-31'), hours: 500 }),
      someOtherHours({ date: toDay('2025-12-31'), hours: 270, kind: 'earlier' }),
      someOtherHours({ date: toDay('2027-01-01'), hours: 8 }),
    ],
  };

  it('are one earlier total a person since the running five years began, and rows of the new year as they are', () => {
    const planned = plan({ source });
    expect(planned.period).toEqual({ from: '2023-01-01', to: '2026-12-31' });
    expect([planned.totals, planned.notRecorded]).toEqual([2, 1]);
    const columns = ['memberId', 'hours', 'kind', 'title', 'proof'].map((name) =>
      column(planned, 'otherHours', name),
    );
    const title = '以前累计（2023-01-01 至 2026-12-31，见“云溪区 2026”）';
    expect(columns).toEqual([
      ['R001', 'R002', 'R001'],
      [277, 3.5, 8],
      ['以前累计', '以前累计', '集中培训'],
      [title, title, '区委党校春季班'],
      ['云溪区 2026', '云溪区 2026', undefined],
    ]);
  });

  it('count from the year’s beginning where no five years are running', () => {
    const standards = [aStandard({ ...inFive, from: toDay('2022-01-01') })];
    const planned = plan({ source: { ...source, standards } });
    // The next five years begin on the first day.
    expect(planned.period.from).toBe('2026-01-01');
    expect(column(planned, 'otherHours', 'hours')).toEqual([7, 3.5, 8]);
  });

  it('of people who left stay behind', () => {
    const roster = [member('R001', { to: toDay('2026-12-31') })];
    expect(column(plan({ source: { ...source, roster } }), 'otherHours', 'memberId')).toEqual([]);
  });

  test.each<[string, Parameters<typeof someOtherHours>[0], number]>([
    ['in the total', {}, 0],
    ['of the new year', { date: toDay('2027-01-01') }, 0],
    ['of somebody whom nobody knows', { memberId: 'R999' }, 1],
    ['of somebody who left', { memberId: 'R002' }, 1],
    ['of an earlier period', { date: toDay('2022-12-31') }, 1],
    ['without a day', { date: '' as Day }, 1],
    ['of none', { hours: 0 }, 1],
  ])('%s are counted where they stay behind', (_, part, leftOut) => {
    const roster = [member('R001'), member('R002', { to: toDay('2026-11-30') })];
    const otherHours = [someOtherHours(), someOtherHours(part)];
    const planned = plan({ source: { standards: [inFive], roster, otherHours } });
    expect(planned.tabs.find(({ key }) => key === 'otherHours')?.leftOut).toBe(leftOut);
  });
});

describe('what is open', () => {
  const source: Rows = {
    roster: [member('R001'), member('R002', { personOrder: 20, to: toDay('2026-11-30') })],
    speakers: [aSpeaker()],
    schedule: [
      aSession({ state: 'held' }),
      aSession({ id: 'S02', date: toDay('2026-12-25'), title: '依法行政' }),
      aSession({ id: 'S03', date: toDay('2027-01-08'), title: '数字政府' }),
      aSession({ id: 'S04', date: toDay('2026-04-03'), state: 'cancelled' }),
    ],
    leave: [aLeave(), aLeave({ id: 'L002', memberId: 'R002' })],
  };

  it('is what must be made up by people who go on, fees without an expense, and sessions not held', () => {
    const { matters } = plan({ source });
    expect(
      matters.map(({ kind, sessionId, name, dueOn, gross }) => [
        kind,
        sessionId,
        name,
        dueOn,
        gross,
      ]),
    ).toEqual([
      ['makeUp', 'S01', '周文远', '2026-04-05', null],
      // Three hours at 1000 after tax.
      ['fee', 'S01', '陆明哲', null, 355_000],
      ['session', 'S02', '陆明哲', null, null],
      ['session', 'S03', '陆明哲', null, null],
    ]);
  });

  it('is also a planned session without a date, after those that have one', () => {
    const schedule = [
      aSession({ id: 'S09', date: '' as Day, title: '待定' }),
      aSession({ id: 'S02', date: toDay('2026-12-25') }),
      aSession({ id: 'S08', date: '' as Day, state: 'cancelled' }),
    ];
    const { matters } = plan({ source: { schedule, speakers: [aSpeaker()] } });
    expect(matters.map(({ sessionId, title, date }) => [sessionId, title, date])).toEqual([
      ['S02', '区域经济协调发展', '2026-12-25'],
      ['S09', '待定', null],
    ]);
  });

  it('has nothing when everything is done', () => {
    const done = { ...source, schedule: [], leave: [] };
    expect(plan({ source: done }).matters).toEqual([]);
  });
});
