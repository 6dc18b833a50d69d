// Options of a fee. The defaults are the cap, today, and taxed with the month.
import type { LectureFeesRequest } from '#core/contract/lecture-fees';
import { h } from '../dom';
import type { Say } from '../say';

export type FeeChoiceInput = Pick<
  LectureFeesRequest,
  'perHourCents' | 'paidOn' | 'taxBasis' | 'taxReason' | 'approvalNumber'
>;

export interface FeeChoiceFields {
  readonly element: HTMLElement;
  /** Null while a field is invalid; the field shows why. */
  read(): FeeChoiceInput | null;
}

export function feeChoiceFields(say: Say): FeeChoiceFields {
  const perHour = h('input', {
    type: 'number',
    min: 0,
    max: 10000,
    step: '0.01',
    inputmode: 'decimal',
    'data-field': 'fee-rate',
  });
  const paidOn = h('input', { type: 'date', max: '9999-12-31', 'data-field': 'fee-day' });
  const separate = h('input', { type: 'checkbox', 'data-field': 'fee-separate' });
  const reason = h('input', { type: 'text', maxlength: 200, 'data-field': 'fee-reason' });
  const approval = h('input', { type: 'text', maxlength: 100, 'data-field': 'fee-approval' });
  const element = h(
    'details',
    { class: 'period fee-choice' },
    h('summary', {}, say('fee.choice')),
    h('label', {}, say('fee.perHour'), perHour),
    h('label', {}, say('fee.paidOn'), paidOn),
    h('label', {}, say('fee.approval'), approval),
    h('label', {}, say('fee.separate'), separate),
    h('label', {}, say('fee.reason'), reason),
  );
  const read = (): FeeChoiceInput | null => {
    reason.required = separate.checked;
    const fields = [perHour, paidOn, approval, reason];
    if (fields.some((field) => !field.checkValidity())) element.open = true;
    if (!fields.every((field) => field.reportValidity())) return null;
    return choiceOf({ perHour, paidOn, separate, reason, approval });
  };
  return { element, read };
}

type Fields = Readonly<
  Record<'perHour' | 'paidOn' | 'separate' | 'reason' | 'approval', HTMLInputElement>
>;

function choiceOf({ perHour, paidOn, separate, reason, approval }: Fields): FeeChoiceInput {
  const [why, number] = [reason.value.trim(), approval.value.trim()];
  return {
    ...(perHour.value === '' ? {} : { perHourCents: Math.round(perHour.valueAsNumber * 100) }),
    ...(paidOn.value === '' ? {} : { paidOn: paidOn.value }),
    ...(separate.checked ? { taxBasis: 'separate', taxReason: why } : {}),
    ...(number === '' ? {} : { approvalNumber: number }),
  };
}
