// Each rule of the clerks' work with entries on either side of it: run as tests, and printed into docs/rules.md.
import { toDay } from '#core/calendar/day';
import { aHoliday, anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';

import {
  cases,
  rule,
  session,
  PEOPLE,
  yuan,
  held,
  bothCame,
  paidNet,
  fee,
  amountOnly,
  caps,
  at,
  friday,
  ALL_DAY,
  type RuleCase,
} from './rule-case';
import './rule-table-from-v22';

rule<string>(
  'V01',
  'date of a holiday, as typed',
  (value) => ({ holidays: [{ ...aHoliday(), date: value as never }] }),
  ['2026.2.30', '2026-02-29', '2026-02-28', '2026-03-06'],
);
rule<string>(
  'V02',
  'day of a session (Dragon Boat holiday 19–21 June)',
  (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }),
  ['2026-06-19', '2026-06-21', '2026-06-18', '2026-06-26'],
);
rule<string>(
  'V03',
  'Saturday of a session (28 February is worked)',
  (value) => session({ date: toDay(value), ...friday('09:00', '11:30') }),
  ['2026-02-28', '2026-10-10', '2026-03-07', '2026-03-14'],
);
rule<string>(
  'V04',
  'day of a session (data to 2026)',
  (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }),
  ['2027-03-05', '2027-01-01', '2026-12-31', '2026-12-18'],
);
rule<string>(
  'V05',
  'start on a Friday, slot 14:30–17:00',
  (value) => session(friday(value, '17:00')),
  ['13:00', '14:29', '14:30', '14:45'],
);
rule<string>('V06', 'weekday beside Friday 6 March', (value) => session({ weekday: value }), [
  '周六',
  '周四',
  '6',
  '周五',
]);
rule<string>(
  'V07',
  'end of a session that starts at 14:30',
  (value) => session({ ...friday('14:30', value), taughtHours: null }),
  ['09:00', '14:30', '14:31', '17:00'],
);
rule<string>(
  'V08',
  'start of a second session in the hall that is taken until 17:00',
  (value) => ({
    roster: PEOPLE,
    schedule: [
      aSession({ speakerId: null }),
      aSession({ id: 'S02', number: 2, speakerId: null, ...friday(value, '21:00') }),
    ],
    settings: ALL_DAY,
  }),
  ['14:30', '16:59', '17:00', '18:00'],
);
rule<number>(
  'V09',
  'number of the session after number 1',
  (value) => ({
    roster: PEOPLE,
    schedule: [
      aSession({ speakerId: null }),
      aSession({ id: 'S02', number: value, speakerId: null, date: toDay('2026-03-13') }),
    ],
  }),
  [1, 3, 2, 2],
);
rule<number>(
  'V10',
  'taught hours of a half-day, limit 4',
  (value) => ({
    ...session({ taughtHours: value, start: at('08:00'), end: at('17:00') }),
    settings: ALL_DAY,
  }),
  [5, 4.5, 4, 3],
);
rule<number>(
  'V10',
  'taught hours of a second session of one lecturer on one afternoon, the first has 2',
  (value) => ({
    roster: PEOPLE,
    speakers: [aSpeaker()],
    schedule: [
      aSession({ taughtHours: 2, ...friday('13:00', '15:00') }),
      aSession({ id: 'S02', number: 2, taughtHours: value, ...friday('15:30', '18:30') }),
    ],
    settings: ALL_DAY,
  }),
  [4, 2.25, 2, 1],
);
rule<string>(
  'V11',
  'end of 3 hours from 14:30, 45 minutes each',
  (value) => session(friday('14:30', value)),
  ['16:00', '16:44', '16:45', '17:00'],
);
rule<number>(
  'V12',
  'net for 3 hours of a full senior, cap 1,000',
  (value) => fee({ ...paidNet(value) }),
  [3600, 3000.01, 3000, 2000],
);
rule<string | null>('V12', 'session of a lecture fee', (value) => fee({ sessionId: value }), [
  null,
  '',
  'S01',
  'S01',
]);
rule<number>(
  'V12',
  'net of a far-away full senior without approval, 3,000 raised by 50 %',
  (value) =>
    fee(
      { ...paidNet(value) },
      { farAway: true },
      { standards: [...caps, aStandard({ item: 'farUplift', scope: null, value: 0.5 })] },
    ),
  [5000, 4500.01, 4500, 3000],
);
rule<number>(
  'V13',
  'net for 3 hours of an academician, usually 1,500',
  (value) => fee({ ...paidNet(value) }, { titleLevel: 'academician' }),
  [6000, 4500.01, 4500, 3000],
);
rule<string | null>(
  'V14',
  'title level of a paid speaker',
  (value) =>
    fee(
      paidNet(600),
      { titleLevel: value as 'senior' | null },
      { standards: [...caps, aStandard({ scope: 'other', value: 300 })] },
    ),
  [null, null, 'senior', 'other'],
);
rule<string>('V14', 'payee of a lecture fee of 陆明哲', (value) => fee({ payee: value }), [
  '孟昭然',
  '陆明哲教授',
  '陆明哲',
  '陆 明哲',
]);
rule<string>(
  'V14',
  'payee of an amount only under Lecturers (of 陆明哲’s session)',
  (value) =>
    fee({
      ...amountOnly(420),
      payee: value,
      head: value === '云溪饭店（住宿费）' ? 'lodging' : 'lecturer',
    }),
  ['孟昭然', '云溪宾馆', '陆明哲', '云溪饭店（住宿费）'],
);
rule<number>(
  'V15',
  'tax on gross 3,550',
  (value) => fee({ tax: yuan(value), net: yuan(3550 - value) }),
  [400, 549.99, 550, 550],
);
rule<number>(
  'V15',
  'amount under Lecturers to the speaker, without net, gross and tax',
  (value) => fee(amountOnly(value)),
  [9000, 0.01, 0, 0],
);
rule<number>(
  'V16',
  'net beside gross 3,550',
  (value) => fee({ net: yuan(value), tax: yuan(550) }),
  [3550, 3550, 3000, 3000],
);
rule<string>(
  'V17',
  'day of a second fee taxed alone, first on 9 March',
  (value) =>
    fee(
      {},
      {},
      {
        schedule: [
          aSession({ ...held, id: 'S02', date: toDay('2026-02-06'), title: '基层治理' }),
          { ...held, number: 2 },
        ],
        attendance: [...bothCame('S01'), ...bothCame('S02')],
        expenses: [anExpense(), anExpense({ id: 'E002', sessionId: 'S02', date: toDay(value) })],
      },
    ),
  ['2026-03-20', '2026-03-31', '2026-04-01', '2026-05-09'],
);
rule<string>(
  'V18',
  'second payee of one talk',
  (value) =>
    fee(
      {},
      {},
      {
        speakers: [aSpeaker(), aSpeaker({ id: 'T02', name: '安宁' })],
        expenses: [anExpense(), anExpense({ id: 'E002', payee: value })],
      },
    ),
  ['陆明哲', '陆 明哲', '安宁', '安宁'],
);
rule<number>(
  'V19',
  'net of a leader of the district',
  (value) =>
    fee(
      {
        ...(value === 0 ? { net: null } : paidNet(value)),
        approvalNumber: value === 800 ? '区财〔2026〕3号' : null,
      },
      { titleLevel: 'localLeader' },
    ),
  [1000, 0.01, 0, 800],
);
rule<string>(
  'V19',
  'title level of a leader on the roster who is in the pool',
  (value) => ({
    roster: PEOPLE,
    speakers: [aSpeaker({ name: '周文远', titleLevel: value as 'senior' })],
  }),
  ['senior', 'other', 'localLeader', 'localLeader'],
);
rule<number>(
  'V20',
  'net for 1 hour of a full senior (old half-day price 2,000)',
  (value) =>
    fee(
      { ...paidNet(value) },
      {},
      { schedule: [{ ...held, taughtHours: value === 4000 ? 2 : 1 }] },
    ),
  [2000, 4000, 1999.99, 1000],
);
rule<number>(
  'V21',
  'approved net of a far-away full senior, 3,000 raised by 50 %',
  (value) =>
    fee(
      { ...paidNet(value), approvalNumber: '区财〔2026〕9号' },
      { farAway: true },
      { standards: [...caps, aStandard({ item: 'farUplift', scope: null, value: 0.5 })] },
    ),
  [5000, 4500.01, 4500, 4000],
);

export const RULE_CASES: readonly RuleCase[] = cases.toSorted((a, b) =>
  a.code.localeCompare(b.code),
);
