// Leave of one person over a range of days, as a clerk enters it.
import type { LeaveKind } from '#core/workbook/tabs/leave-kinds';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';

export interface LeaveRequestFields {
  readonly member: string;
  readonly kind: LeaveKind;
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

export function leaveRequestForm(
  { say, leaveKinds }: PanelContext,
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
  // The tab lists the rarest kind first; here the most frequent comes first.
  const kinds = [...leaveKinds].reverse();
  const options = kinds.map((kind) => h('option', { value: kind }, say(`ask.${kind}`)));
  const kind = h('select', { 'data-field': 'ask-kind' }, ...options);
  const ask = (): void => {
    if (![member, from, to].every((field) => field.reportValidity())) return;
    const why = reason.value.trim();
    onAsk({
      member: member.value.trim(),
      from: from.value,
      to: to.value,
      kind: kinds.find((each) => each === kind.value) ?? 'personal',
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
