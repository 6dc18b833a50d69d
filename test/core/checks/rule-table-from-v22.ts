// The second half of the rule table: V22 and later.
import { toDay } from '#core/calendar/day';
import {
  aLeave,
  aMark,
  aMember,
  anExpense,
  anApprover,
  aStandard,
  aSession,
  aSpeaker,
} from '#test/support/builders/rows';

import { rule, session, PEOPLE, yuan, held, bill, caps, leave, weeks } from './rule-case';

rule<number>(
  'V22',
  'cost for one who came, quota 550',
  (value) => ({
    roster: PEOPLE,
    schedule: [{ ...held, speakerId: null }],
    attendance: [aMark(), aMark({ memberId: 'R002', status: '缺席' })],
    expenses: [anExpense(bill({ amount: yuan(value) }))],
    standards: [...caps, aStandard({ item: 'quota', scope: '三类', value: 550 })],
  }),
  { step: 0.01, values: [900, 550.01, 550, 100] },
);
rule<string>(
  'V23',
  'payee',
  (value) => ({ expenses: [anExpense(bill({ payee: value, sessionId: null }))] }),
  { step: 'character', values: ['茶叶礼盒店', '某旅行社', '某旅行舍', '某印务社'] },
);
rule<string>(
  'V23',
  'payee, by whole words',
  (value) => ({ expenses: [anExpense(bill({ payee: value, sessionId: null }))] }),
  { step: 'character', values: ['中华烟', '景区打印社', '景区路打印社', '手机银行回单'] },
);
rule<number>(
  'V24',
  'staff at a session for two, ratio 1',
  (value) => ({
    ...session({ staffCount: value }),
    standards: [
      ...caps,
      aStandard({ item: 'staffRatio', scope: null, value: 1 }),
      aStandard({ item: 'staffLimit', scope: null, value: 10 }),
    ],
  }),
  { step: 1, values: [15, 3, 2, 1] },
);
rule<string | null>('V25', 'plan number', (value) => session({ planNumber: value }), {
  step: 'character',
  values: [null, '', '1', '区组培〔2026〕9号'],
});
rule<string | null>(
  'V26',
  'bill of an expense',
  (value) => ({ expenses: [anExpense(bill({ proof: value, sessionId: null }))] }),
  { step: 'character', values: [null, '', '1', '合同-02'] },
);
rule<number>(
  'V27',
  'people paid for, two came',
  (value) => ({
    roster: PEOPLE,
    schedule: [{ ...held, speakerId: null }],
    attendance: [aMark(), aMark({ memberId: 'R002' })],
    expenses: [anExpense(bill({ headCount: value }))],
  }),
  { step: 1, values: [120, 3, 2, 1] },
);
rule<string>(
  'V28',
  'last day of a rate valid from 1 January 2017',
  (value) => ({ standards: [...caps.slice(1), aStandard({ to: toDay(value) })] }),
  { step: 'day', values: ['2016-01-01', '2016-12-31', '2017-01-01', '2026-12-31'] },
);
rule<string>('V29', 'mark', (value) => ({ ...session(), attendance: [aMark({ status: value })] }), {
  step: 'character',
  values: ['到', '出席', '出勤', '迟到'],
});
rule<string>(
  'V30',
  'day of an approval, session on 6 March',
  (value) => leave({ decidedOn: toDay(value) }),
  { step: 'day', values: ['2026-03-09', '2026-03-07', '2026-03-06', '2026-03-04'] },
);
rule<string>(
  'V31',
  'approver of the secretary’s leave (entitled: 区人大主任、区委副书记)',
  (value) =>
    leave({ approver: value }, { approvers: [anApprover({ approver: '区人大主任、区委副书记' })] }),
  { step: 'character', values: ['周文远', '区人大主席', '区人大主任', '区委副书记'] },
);
rule<number>(
  'V32',
  'marks of a held session to which two are due',
  (value) => ({
    roster: PEOPLE,
    schedule: [{ ...held, speakerId: null, date: toDay('2026-02-27') }],
    attendance: [aMark(), aMark({ memberId: 'R002' })].slice(0, value),
  }),
  { step: 1, values: [0, 1, 2, 2] },
);
rule<number>(
  'V33',
  'whole leaves of seven sessions, limit 1/7',
  (value) => ({
    roster: PEOPLE,
    schedule: weeks(7),
    leave: Array.from({ length: value }, (_, index) =>
      aLeave({ id: `L${index}`, sessionId: `S${index}` }),
    ),
  }),
  { step: 1, values: [3, 2, 1, 0] },
);
rule<string>(
  'V34',
  'last day on the roster, marked on 6 March',
  (value) => ({
    roster: [aMember({ to: toDay(value) })],
    schedule: [aSession({ speakerId: null })],
    attendance: [aMark()],
  }),
  { step: 'day', values: ['2025-12-31', '2026-03-05', '2026-03-06', '2026-12-31'] },
);
rule<string>(
  'V34',
  'first day at the new unit of a cadre who left the old one on 28 February, marked on 6 March',
  (value) => ({
    roster: [aMember({ to: toDay('2026-02-28') }), aMember({ unit: '区政府', from: toDay(value) })],
    schedule: [aSession({ speakerId: null })],
    attendance: [aMark()],
  }),
  { step: 'day', values: ['2026-04-01', '2026-03-07', '2026-03-06', '2026-03-01'] },
);
rule<string>(
  'V34',
  'unit of a second speaker of the same name (the first: 省委党校)',
  (value) => ({ speakers: [aSpeaker(), aSpeaker({ id: 'T02', unit: value })] }),
  { step: 'character', values: ['省委 党校', '省委党校', '市委党校', '区委党校'] },
);
