// Each rule of the clerks' work with entries on either side of it: run as tests, and printed into docs/rules.md.
import { toClockTime, toDay } from '#core/calendar/day';
import { toCents } from '#core/money/cents';
import { grossOfNet } from '#core/fees/lecture-fee-tax';
import { aLeave, aHoliday, aMark, aMember, anExpense, anApprover, aRate, aSession, aSpeaker } from '#test/support/builders/rows'; // prettier-ignore
import type { aWorkbook } from '#test/support/builders/tables';

type Rows = NonNullable<Parameters<typeof aWorkbook>[0]>;

interface Entry {
  /** What varies, as it is printed. */
  readonly entry: string;
  readonly isFound: boolean;
}

export interface RuleCase extends Entry {
  readonly code: string;
  readonly about: string;
  readonly side: 'violates' | 'boundary' | 'just inside' | 'fine';
  readonly rows: Rows;
}

const cases: RuleCase[] = [];

/** Values in this order: one that violates, the boundary's two sides (found, then not), one well inside. */
function rule<Value extends string | number | null>(
  code: string,
  about: string,
  rowsOf: (value: Value) => Rows,
  values: readonly [Value, Value, Value, Value],
): void {
  const sides = ['violates', 'boundary', 'just inside', 'fine'] as const;
  for (const [index, value] of values.entries()) {
    const side = sides[index] ?? 'fine';
    cases.push({ code, about, side, entry: String(value ?? '—'), isFound: index < 2, rows: rowsOf(value) }); // prettier-ignore
  }
}

type Session = NonNullable<Parameters<typeof aSession>[0]>;
const session = (part: Session = {}): Rows => ({ roster: PEOPLE, schedule: [aSession({ speakerId: null, ...part })] }); // prettier-ignore
const PEOPLE = [
  aMember(),
  aMember({ id: 'R002', name: '沈国栋', unit: '区人大', personOrder: 20 }),
];
const yuan = (amount: number) => toCents(Math.round(amount * 100));
const held = aSession({
  date: toDay('2026-02-27'),
  state: 'held',
  noticeNumber: '区组通〔2026〕1号',
  signInProof: '档-01',
});
type Expense = NonNullable<Parameters<typeof anExpense>[0]>;
const bothCame = (sessionId: string) => PEOPLE.map(({ id }) => aMark({ sessionId, memberId: id }));
/** Net with the gross and tax that belong to it. */
const paidNet = (net: number): Expense => {
  const gross = grossOfNet(yuan(net));
  return { net: yuan(net), gross, tax: toCents(gross - yuan(net)), amount: gross };
};
const fee = (part: Expense, speaker: Parameters<typeof aSpeaker>[0] = {}, more: Rows = {}): Rows => ({ roster: PEOPLE, schedule: [held], attendance: bothCame('S01'), speakers: [aSpeaker(speaker)], expenses: [anExpense(part)], ...more }); // prettier-ignore
const bill = (part: Expense): Expense => ({ head: 'materials', payee: '某书店', net: null, gross: null, tax: null, ...part }); // prettier-ignore
const amountOnly = (amount: number): Expense => ({
  net: null,
  gross: null,
  tax: null,
  amount: yuan(amount),
});
const caps = [aRate(), aRate({ scope: 'academician', value: 1500 }), aRate({ scope: 'associate', value: 500 }), aRate({ item: 'halfDayHours', scope: null, value: 4 })]; // prettier-ignore
const leave = (part: Parameters<typeof aLeave>[0], more: Rows = {}): Rows => ({ roster: PEOPLE, schedule: [aSession({ speakerId: null })], leave: [aLeave(part)], ...more }); // prettier-ignore
const weeks = (count: number) => ['03-06', '03-13', '03-20', '03-27', '04-10', '04-17', '04-24'].slice(0, count).map((day, at) => aSession({ id: `S${at}`, number: at + 1, speakerId: null, date: toDay(`2026-${day}`) })); // prettier-ignore
const at = (time: string) => toClockTime(time);
const friday = (start: string, end: string): Session => ({ start: at(start), end: at(end) });

const ALL_DAY = [{ name: '上课时段', value: '周四 08:00-22:00；周五 08:00-22:00' }];

rule<string>('V01', 'date of a holiday, as typed', (value) => ({ holidays: [{ ...aHoliday(), date: value as never }] }), ['2026.2.30', '2026-02-29', '2026-02-28', '2026-03-06']); // prettier-ignore
rule<string>('V02', 'day of a session (Dragon Boat holiday 19–21 June)', (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }), ['2026-06-19', '2026-06-21', '2026-06-18', '2026-06-26']); // prettier-ignore
rule<string>('V03', 'Saturday of a session (28 February is worked)', (value) => session({ date: toDay(value), ...friday('09:00', '11:30') }), ['2026-02-28', '2026-10-10', '2026-03-07', '2026-03-14']); // prettier-ignore
rule<string>('V04', 'day of a session (data to 2026)', (value) => ({ ...session({ date: toDay(value) }), settings: ALL_DAY }), ['2027-03-05', '2027-01-01', '2026-12-31', '2026-12-18']); // prettier-ignore
rule<string>('V05', 'start on a Friday, slot 14:30–17:00', (value) => session(friday(value, '17:00')), ['13:00', '14:29', '14:30', '14:45']); // prettier-ignore
rule<string>('V06', 'weekday beside Friday 6 March', (value) => session({ weekday: value }), ['周六', '周四', '6', '周五']); // prettier-ignore
rule<string>('V07', 'end of a session that starts at 14:30', (value) => session({ ...friday('14:30', value), taughtHours: null }), ['09:00', '14:30', '14:31', '17:00']); // prettier-ignore
rule<string>('V08', 'start of a second session in the hall that is taken until 17:00', (value) => ({ roster: PEOPLE, schedule: [aSession({ speakerId: null }), aSession({ id: 'S02', number: 2, speakerId: null, ...friday(value, '21:00') })], settings: ALL_DAY }), ['14:30', '16:59', '17:00', '18:00']); // prettier-ignore
rule<number>('V09', 'number of the session after number 1', (value) => ({ roster: PEOPLE, schedule: [aSession({ speakerId: null }), aSession({ id: 'S02', number: value, speakerId: null, date: toDay('2026-03-13') })] }), [1, 3, 2, 2]); // prettier-ignore
rule<number>('V10', 'taught hours of a half-day, limit 4', (value) => ({ ...session({ taughtHours: value, start: at('08:00'), end: at('17:00') }), settings: ALL_DAY }), [5, 4.5, 4, 3]); // prettier-ignore
rule<number>('V10', 'taught hours of a second session of one lecturer on one afternoon, the first has 2', (value) => ({ roster: PEOPLE, speakers: [aSpeaker()], schedule: [aSession({ taughtHours: 2, ...friday('13:00', '15:00') }), aSession({ id: 'S02', number: 2, taughtHours: value, ...friday('15:30', '18:30') })], settings: ALL_DAY }), [4, 2.25, 2, 1]); // prettier-ignore
rule<string>('V11', 'end of 3 hours from 14:30, 45 minutes each', (value) => session(friday('14:30', value)), ['16:00', '16:44', '16:45', '17:00']); // prettier-ignore
rule<number>('V12', 'net for 3 hours of a full senior, cap 1,000', (value) => fee({ ...paidNet(value) }), [3600, 3000.01, 3000, 2000]); // prettier-ignore
rule<string | null>('V12', 'session of a lecture fee', (value) => fee({ sessionId: value }), [null, '', 'S01', 'S01']); // prettier-ignore
rule<number>('V12', 'net of a far-away full senior without approval, 3,000 raised by 50 %', (value) => fee({ ...paidNet(value) }, { farAway: true }, { rates: [...caps, aRate({ item: 'farUplift', scope: null, value: 0.5 })] }), [5000, 4500.01, 4500, 3000]); // prettier-ignore
rule<number>('V13', 'net for 3 hours of an academician, usually 1,500', (value) => fee({ ...paidNet(value) }, { titleLevel: 'academician' }), [6000, 4500.01, 4500, 3000]); // prettier-ignore
rule<string | null>('V14', 'title level of a paid speaker', (value) => fee(paidNet(600), { titleLevel: value as 'senior' | null }, { rates: [...caps, aRate({ scope: 'other', value: 300 })] }), [null, null, 'senior', 'other']); // prettier-ignore
rule<string>('V14', 'payee of a lecture fee of 陆明哲', (value) => fee({ payee: value }), ['孟昭然', '陆明哲教授', '陆明哲', '陆 明哲']); // prettier-ignore
rule<string>('V14', 'payee of an amount only under Lecturers (of 陆明哲’s session)', (value) => fee({ ...amountOnly(420), payee: value, head: value === '云溪饭店（住宿费）' ? 'lodging' : 'lecturer' }), ['孟昭然', '云溪宾馆', '陆明哲', '云溪饭店（住宿费）']); // prettier-ignore
rule<number>('V15', 'tax on gross 3,550', (value) => fee({ tax: yuan(value), net: yuan(3550 - value) }), [400, 549.99, 550, 550]); // prettier-ignore
rule<number>('V15', 'amount under Lecturers to the speaker, without net, gross and tax', (value) => fee(amountOnly(value)), [9000, 0.01, 0, 0]); // prettier-ignore
rule<number>('V16', 'net beside gross 3,550', (value) => fee({ net: yuan(value), tax: yuan(550) }), [3550, 3550, 3000, 3000]); // prettier-ignore
rule<string>('V17', 'day of a second fee taxed alone, first on 9 March', (value) => fee({}, {}, { schedule: [aSession({ ...held, id: 'S02', date: toDay('2026-02-06'), title: '基层治理' }), { ...held, number: 2 }], attendance: [...bothCame('S01'), ...bothCame('S02')], expenses: [anExpense(), anExpense({ id: 'E002', sessionId: 'S02', date: toDay(value) })] }), ['2026-03-20', '2026-03-31', '2026-04-01', '2026-05-09']); // prettier-ignore
rule<string>('V18', 'second payee of one talk', (value) => fee({}, {}, { speakers: [aSpeaker(), aSpeaker({ id: 'T02', name: '安宁' })], expenses: [anExpense(), anExpense({ id: 'E002', payee: value })] }), ['陆明哲', '陆 明哲', '安宁', '安宁']); // prettier-ignore
rule<number>('V19', 'net of a leader of the district', (value) => fee({ ...(value === 0 ? { net: null } : paidNet(value)), approvalNumber: value === 800 ? '区财〔2026〕3号' : null }, { titleLevel: 'localLeader' }), [1000, 0.01, 0, 800]); // prettier-ignore
rule<string>('V19', 'title level of a leader on the roster who is in the pool', (value) => ({ roster: PEOPLE, speakers: [aSpeaker({ name: '周文远', titleLevel: value as 'senior' })] }), ['senior', 'other', 'localLeader', 'localLeader']); // prettier-ignore
rule<number>('V20', 'net for 1 hour of a full senior (old half-day price 2,000)', (value) => fee({ ...paidNet(value) }, {}, { schedule: [{ ...held, taughtHours: value === 4000 ? 2 : 1 }] }), [2000, 4000, 1999.99, 1000]); // prettier-ignore
rule<number>('V21', 'approved net of a far-away full senior, 3,000 raised by 50 %', (value) => fee({ ...paidNet(value), approvalNumber: '区财〔2026〕9号' }, { farAway: true }, { rates: [...caps, aRate({ item: 'farUplift', scope: null, value: 0.5 })] }), [5000, 4500.01, 4500, 4000]); // prettier-ignore
rule<number>('V22', 'cost for one who came, quota 550', (value) => ({ roster: PEOPLE, schedule: [{ ...held, speakerId: null }], attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })], expenses: [anExpense(bill({ amount: yuan(value) }))], rates: [...caps, aRate({ item: 'quota', scope: '三类', value: 550 })] }), [900, 550.01, 550, 100]); // prettier-ignore
rule<string>('V23', 'payee', (value) => ({ expenses: [anExpense(bill({ payee: value, sessionId: null }))] }), ['茶叶礼盒店', '某旅行社', '某书店', '某印务社']); // prettier-ignore
rule<string>('V23', 'payee, by whole words', (value) => ({ expenses: [anExpense(bill({ payee: value, sessionId: null }))] }), ['五粮液专营', '中华烟', '景区路打印社', '手机银行回单']); // prettier-ignore
rule<number>('V24', 'staff at a session for two, ratio 1', (value) => ({ ...session({ staffCount: value }), rates: [...caps, aRate({ item: 'staffRatio', scope: null, value: 1 }), aRate({ item: 'staffLimit', scope: null, value: 10 })] }), [15, 3, 2, 1]); // prettier-ignore
rule<string | null>('V25', 'plan number', (value) => session({ planNumber: value }), [null, '', '区组培〔2026〕1号', '区组培〔2026〕9号']); // prettier-ignore
rule<string | null>('V26', 'bill of an expense', (value) => ({ expenses: [anExpense(bill({ proof: value, sessionId: null }))] }), [null, '', '票-01', '合同-02']); // prettier-ignore
rule<number>('V27', 'people paid for, two came', (value) => ({ roster: PEOPLE, schedule: [{ ...held, speakerId: null }], attendance: [aMark(), aMark({ memberId: 'R002' })], expenses: [anExpense(bill({ headCount: value }))] }), [120, 3, 2, 1]); // prettier-ignore
rule<string>('V28', 'last day of a rate valid from 1 January 2017', (value) => ({ rates: [...caps.slice(1), aRate({ to: toDay(value) })] }), ['2016-01-01', '2016-12-31', '2017-01-01', '2026-12-31']); // prettier-ignore
rule<string>('V29', 'mark', (value) => ({ ...session(), attendance: [aMark({ status: value })] }), ['到', '出席', '出勤', '迟到']); // prettier-ignore
rule<string>('V30', 'day of an approval, session on 6 March', (value) => leave({ decidedOn: toDay(value) }), ['2026-03-09', '2026-03-07', '2026-03-06', '2026-03-04']); // prettier-ignore
rule<string>('V31', 'approver of the secretary’s leave (entitled: 区人大主任)', (value) => leave({ approver: value }, { approvers: [anApprover({ approver: '区人大主任' })] }), ['周文远', '某科长', '区人大主任', '区人大主任']); // prettier-ignore
rule<number>('V32', 'marks of a held session to which two are due', (value) => ({ roster: PEOPLE, schedule: [{ ...held, speakerId: null, date: toDay('2026-02-27') }], attendance: [aMark(), aMark({ memberId: 'R002' })].slice(0, value === 3 ? 2 : value) }), [0, 1, 2, 3]); // prettier-ignore
rule<number>('V33', 'whole leaves of seven sessions, limit 1/7', (value) => ({ roster: PEOPLE, schedule: weeks(7), leave: Array.from({ length: value }, (_, index) => aLeave({ id: `L${index}`, sessionId: `S${index}` })) }), [3, 2, 1, 0]); // prettier-ignore
rule<string>('V34', 'last day on the roster, marked on 6 March', (value) => ({ roster: [aMember({ to: toDay(value) })], schedule: [aSession({ speakerId: null })], attendance: [aMark()] }), ['2025-12-31', '2026-03-05', '2026-03-06', '2026-12-31']); // prettier-ignore
rule<string>('V34', 'first day at the new unit of a cadre who left the old one on 28 February, marked on 6 March', (value) => ({ roster: [aMember({ to: toDay('2026-02-28') }), aMember({ unit: '区政府', from: toDay(value) })], schedule: [aSession({ speakerId: null })], attendance: [aMark()] }), ['2026-04-01', '2026-03-07', '2026-03-06', '2026-03-01']); // prettier-ignore
rule<string>('V34', 'unit of a second speaker of the same name (the first: 省委党校)', (value) => ({ speakers: [aSpeaker(), aSpeaker({ id: 'T02', unit: value })] }), ['省委党校', '省委 党校', '市委党校', '区委党校']); // prettier-ignore

export const RULE_CASES: readonly RuleCase[] = cases;
