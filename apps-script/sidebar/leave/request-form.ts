// Leave of one person over a range of days, as a clerk enters it.
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';

const KINDS = ['personal', 'sick', 'official'] as const;

export interface LeaveRequestFields {
  readonly member: string;
  readonly kind: (typeof KINDS)[number];
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

export function leaveRequestForm(
  { say }: PanelContext,
  onAsk: (asked: LeaveRequestFields) => void,
): HTMLElement {
  const input = (name: string, type: string, required: boolean) =>
    h('input', {
      type,
      required: required ? true : null,
      maxlength: 100,
      'data-field': `ask-${name}`,
    });
  const [member, reason] = [input('member', 'text', true), input('reason', 'text', false)];
  const [from, to] = [input('from', 'date', true), input('to', 'date', true)];
  const options = KINDS.map((kind) => h('option', { value: kind }, say(`ask.${kind}`)));
  const kind = h('select', { 'data-field': 'ask-kind' }, ...options);
  const ask = (): void => {
    if (![member, from, to].every((field) => field.reportValidity())) return;
    const why = reason.value.trim();
    onAsk({
      member: member.value.trim(),
      from: from.value,
      to: to.value,
      kind: KINDS.find((each) => each === kind.value) ?? 'personal',
      ...(why === '' ? {} : { reason: why }),
    });
  };
  return h(
    'details',
    { class: 'group' },
    h('summary', {}, say('ask.title')),
    h('label', { class: 'field' }, say('ask.member'), member),
    h('label', { class: 'field' }, say('ask.kind'), kind),
    h('label', { class: 'field' }, say('ask.from'), from),
    h('label', { class: 'field' }, say('ask.to'), to),
    h('label', { class: 'field' }, say('ask.reason'), reason),
    button(say('ask.preview'), { class: 'button outlined', 'data-action': 'ask-preview' }, ask),
  );
}
