// Each rule of the clerks' work with entries on either side of it: run as tests, and printed into docs/rules.md.
import { toDay } from '#core/calendar/day';
import { planFee } from '#core/fees/plan-fee';
import { readBook } from '#core/model/book';
import { MONDAY, placeOf, placesIn } from '#test/support/builders/places';
import { aHoliday, anExpense, aStandard, aSession, aSpeaker } from '#test/support/builders/rows';
import { aWorkbook } from '#test/support/builders/tables';

import {
  addCases,
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
  twoSpeakers,
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
  { step: 'day', values: ['2026.2.30', '2026-02-29', '2026-02-28', '2026-03-06'] },
);
rule<string>(
  'V02',
  'day of a session (Dragon Boat holiday 19–21 June)',
  (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }),
  { step: 'day', values: ['2026-06-21', '2026-06-19', '2026-06-18', '2026-06-26'] },
);
rule<string>(
  'V03',
  'Saturday of a session (28 February is worked)',
  (value) => session({ date: toDay(value), ...friday('09:00', '11:30') }),
  { step: 'week', values: ['2026-10-10', '2026-02-28', '2026-03-07', '2026-03-14'] },
);
rule<string>(
  'V04',
  'day of a session (data to 2026)',
  (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }),
  { step: 'day', values: ['2027-03-05', '2027-01-01', '2026-12-31', '2026-12-18'] },
);
rule<string>(
  'V05',
  'start on a Friday, slot 14:30–17:00',
  (value) => session(friday(value, '17:00')),
  { step: 'minute', values: ['13:00', '14:29', '14:30', '14:45'] },
);
rule<string>('V06', 'weekday beside Friday 6 March', (value) => session({ weekday: value }), {
  step: 'character',
  values: ['周六', '周四', '周五', '6'],
});
rule<string>(
  'V07',
  'end of a session that starts at 14:30',
  (value) => session({ ...friday('14:30', value), taughtHours: null }),
  { step: 'minute', values: ['09:00', '14:30', '14:31', '17:00'] },
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
  { step: 'minute', values: ['14:30', '16:59', '17:00', '18:00'] },
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
  { step: 1, values: [1, 3, 2, 2] },
);
rule<number>(
  'V10',
  'taught hours of a half-day, limit 4',
  (value) => ({
    ...session({ taughtHours: value, start: at('08:00'), end: at('17:00') }),
    settings: ALL_DAY,
  }),
  { step: 0.01, values: [5, 4.01, 4, 3] },
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
  { step: 0.01, values: [4, 2.01, 2, 1] },
);
rule<string>(
  'V11',
  'end of 3 hours from 14:30, 45 minutes each',
  (value) => session(friday('14:30', value)),
  { step: 'minute', values: ['16:00', '16:44', '16:45', '17:00'] },
);
rule<number>(
  'V12',
  'net for 3 hours of a full senior, cap 1,000',
  (value) => fee({ ...paidNet(value) }),
  { step: 0.01, values: [3600, 3000.01, 3000, 2000] },
);
rule<string | null>('V12', 'session of a lecture fee', (value) => fee({ sessionId: value }), {
  step: 'choice',
  values: [null, '', 'S01', 'S01'],
});
rule<number>(
  'V12',
  'net of a full senior from out of town without approval, cap 3,000, no uplift in the standards',
  (value) => fee({ ...paidNet(value) }, { farAway: true }),
  { step: 0.01, values: [5000, 3000.01, 3000, 2000] },
);
rule<number>(
  'V13',
  'net for 3 hours of an academician, usually 1,500',
  (value) => fee({ ...paidNet(value) }, { titleLevel: 'academician' }),
  { step: 0.01, values: [6000, 4500.01, 4500, 3000] },
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
  { step: 'choice', values: [null, null, 'senior', 'other'] },
);
rule<string>(
  'V14',
  'payee of a lecture fee of 陆明哲 (安宁 is in the pool)',
  (value) => fee({ payee: value }, {}, { speakers: twoSpeakers('安宁') }),
  { step: 'character', values: ['孟昭然', '陆明喆', '陆明哲', '安宁'] },
);
rule<number>(
  'V14',
  'amount only under Lecturers to 孟昭然, who is not in the pool',
  (value) => fee({ ...amountOnly(value), payee: '孟昭然' }),
  { step: 0.01, values: [420, 0.01, 0, 0] },
);
rule<string>(
  'V14',
  'head of an amount only to a hotel',
  (value) => fee({ ...amountOnly(420), payee: '云溪宾馆', head: value as 'lodging' }),
  { step: 'choice', values: ['lecturer', 'lecturer', 'lodging', 'transport'] },
);
rule<number>(
  'V15',
  'tax on gross 3,550',
  (value) => fee({ tax: yuan(value), net: yuan(3550 - value) }),
  { step: 0.01, values: [400, 549.99, 550, 550] },
);
rule<number>(
  'V15',
  'amount under Lecturers to the speaker, without net, gross and tax',
  (value) => fee(amountOnly(value)),
  { step: 0.01, values: [9000, 0.01, 0, 0] },
);
rule<number>(
  'V16',
  'net and gross alike, tax 0 (at 800.03 it is a cent)',
  (value) => {
    const alike = yuan(value);
    return fee({ net: alike, gross: alike, amount: alike, tax: yuan(0) });
  },
  { step: 0.01, values: [3000, 800.03, 800.02, 600] },
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
  { step: 'day', values: ['2026-03-20', '2026-03-31', '2026-04-01', '2026-05-09'] },
);
addCases<string>(
  'V17',
  'day of payment of a fee to be booked, one of 20 March is booked already',
  (value) => {
    const first = aSession({ ...held, id: 'S02', date: toDay('2026-02-06'), title: '基层治理' });
    const tables = aWorkbook({
      roster: PEOPLE,
      schedule: [first, { ...held, number: 2 }],
      attendance: [...bothCame('S01'), ...bothCame('S02')],
      speakers: [aSpeaker()],
      expenses: [anExpense({ date: toDay('2026-03-20') })],
    });
    const { book } = readBook(tables, MONDAY);
    const { findings } = planFee(book, book.sessions.get('S02')!, {
      perHour: null,
      paidOn: toDay(value),
      taxBasis: 'month',
      taxReason: null,
      approvalNumber: null,
    });
    return [...placesIn(tables), ...findings.map(placeOf)];
  },
  { step: 'day', values: ['2026-03-01', '2026-03-19', '2026-03-20', '2026-03-30'] },
);
rule<string>(
  'V18',
  'second payee of one talk',
  (value) =>
    fee(
      {},
      {},
      {
        speakers: [
          ...twoSpeakers('陆明喆'),
          aSpeaker({ id: 'T03', name: '安宁', unit: '市委党校' }),
        ],
        expenses: [anExpense(), anExpense({ id: 'E002', payee: value })],
      },
    ),
  { step: 'character', values: ['陆 明哲', '陆明哲', '陆明喆', '安宁'] },
);
rule<number>(
  'V19',
  'net of a leader of the district',
  (value) =>
    fee(
      {
        ...(value === 0 ? amountOnly(0) : paidNet(value)),
        approvalNumber: value === 800 ? '区财〔2026〕3号' : null,
      },
      { titleLevel: 'localLeader' },
    ),
  { step: 0.01, values: [1000, 0.01, 0, 800] },
);
rule<string>(
  'V19',
  'title level of a leader on the roster who is in the pool',
  (value) => ({
    roster: PEOPLE,
    speakers: [aSpeaker({ name: '周文远', titleLevel: value as 'senior' })],
  }),
  { step: 'choice', values: ['senior', 'other', 'localLeader', 'localLeader'] },
);
rule<number>(
  'V20',
  'cap of a full senior, paid net 2,000 for 1 hour (the old price of a half-day)',
  (value) =>
    fee(
      paidNet(2000),
      {},
      {
        schedule: [{ ...held, taughtHours: 1 }],
        standards: [aStandard({ value }), ...caps.slice(1)],
      },
    ),
  { step: 0.01, values: [1000, 1999.99, 2000, 2500] },
);
rule<number>(
  'V20',
  'cap of a full senior, paid net 4,000 for 2 hours (twice the old price)',
  (value) =>
    fee(
      paidNet(4000),
      {},
      {
        schedule: [{ ...held, taughtHours: 2 }],
        standards: [aStandard({ value }), ...caps.slice(1)],
      },
    ),
  { step: 0.01, values: [1000, 1999.99, 2000, 2500] },
);
rule<number>(
  'V21',
  'approved net of a full senior from out of town, 3,000 raised by 50 %',
  (value) =>
    fee(
      { ...paidNet(value), approvalNumber: '区财〔2026〕9号' },
      { farAway: true },
      { standards: [...caps, aStandard({ item: 'farUplift', scope: null, value: 0.5 })] },
    ),
  { step: 0.01, values: [5000, 4500.01, 4500, 4000] },
);

rule<number>(
  'V21',
  'net of a full senior from out of town without approval, cap 3,000, may be raised by 50 %',
  (value) =>
    fee(
      { ...paidNet(value) },
      { farAway: true },
      { standards: [...caps, aStandard({ item: 'farUplift', scope: null, value: 0.5 })] },
    ),
  { step: 0.01, values: [4500, 3000.01, 3000, 2000] },
);

export const RULE_CASES: readonly RuleCase[] = cases.toSorted((a, b) =>
  a.code.localeCompare(b.code),
);
