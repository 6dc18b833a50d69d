// The year's budget and what the held sessions cost.
import { addDays } from '#core/calendar/day';
import { toCents, type Cents } from '#core/money/cents';
import type { SampleRow } from './sample';
import { HELD_SESSIONS } from './sessions';
import { SPEAKERS } from './speakers';

type Head = NonNullable<SampleRow<'budget'>['head']>;
type Session = (typeof HELD_SESSIONS)[number];
type Level = NonNullable<SampleRow<'speakers'>['titleLevel']>;

const yuan = (amount: number): Cents => toCents(Math.round(amount * 100));

const PLANNED: readonly (readonly [Head, number, number | null])[] = [
  ['lecturer', 120_000, null],
  ['venue', 20_000, null],
  ['materials', 30_000, -4_000],
  ['transport', 12_000, 4_000],
  ['other', 6_000, null],
];

export const BUDGET: readonly SampleRow<'budget'>[] = PLANNED.map(([head, planned, adjusted]) => ({
  year: 2026,
  head,
  planned: yuan(planned),
  adjusted: adjusted === null ? null : yuan(adjusted),
  documentNumber: '云财预〔2026〕18号',
}));

/** Net, gross and tax of three class hours at the central cap of each level. */
const FEES: Partial<Readonly<Record<Level, readonly [net: number, gross: number, tax: number]>>> = {
  associate: [1500, 1675, 175],
  senior: [3000, 3550, 550],
  academician: [4500, 5357.14, 857.14],
};
/** Rail and local travel of lecturers from outside the city. */
const TRAVEL = { national: 1286, province: 318.5, city: null, district: null };
const HANDOUTS_EACH = 8;

type Payment = Omit<SampleRow<'expenses'>, 'id' | 'date' | 'sessionId' | 'voucherNumber'>;

function paymentsFor(session: Session, people: number): Payment[] {
  const speaker = SPEAKERS.find(({ id }) => id === session.speakerId);
  const payee = speaker?.name ?? '';
  const fee = speaker?.titleLevel ? FEES[speaker.titleLevel] : undefined;
  const travel = speaker?.tier ? TRAVEL[speaker.tier] : null;
  const payments: Payment[] = [];
  if (fee) {
    const [net, gross, tax] = fee;
    const amounts = { net: yuan(net), gross: yuan(gross), tax: yuan(tax), amount: yuan(gross) };
    payments.push({ head: 'lecturer', payee, ...amounts });
  }
  if (travel !== null) payments.push({ head: 'transport', payee, amount: yuan(travel) });
  payments.push({
    head: 'materials',
    payee: '云溪印务社',
    amount: yuan(people * HANDOUTS_EACH),
  });
  if (session.venue === '区文化馆剧场')
    payments.push({ head: 'venue', payee: '区文化馆', amount: yuan(800) });
  return payments;
}

/** `peopleAt`: how many came, by session. */
export function expenseRows(peopleAt: ReadonlyMap<string, number>): SampleRow<'expenses'>[] {
  return HELD_SESSIONS.flatMap((session) =>
    paymentsFor(session, peopleAt.get(session.id) ?? 0).map((payment) => ({ session, payment })),
  ).map(({ session, payment }, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      id: `E${number}`,
      date: addDays(session.date, 5),
      sessionId: session.id,
      ...payment,
      voucherNumber: `记-${number}`,
      approvalNumber: `云组审〔2026〕${index + 1}号`,
    };
  });
}
