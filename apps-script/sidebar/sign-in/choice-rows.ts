// People with a choice each. Nothing is chosen beforehand.
import type { SignInPerson } from '#core/contract/sign-in-sheet';
import { h } from '../dom';

export interface ChoiceRow<Value extends string> {
  readonly element: HTMLElement;
  readonly id: string;
  chosen(): Value | null;
  /** Only where nothing is chosen yet. */
  propose(value: Value): void;
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export function choiceRow<Value extends string>(
  { memberId, name, unit }: SignInPerson,
  note: string | null,
  choices: readonly Choice<Value>[],
): ChoiceRow<Value> {
  const boxes = choices.map(({ value, label }) => {
    const box = h('input', { type: 'radio', name: `choice-${memberId}`, value });
    return { value, box, element: h('label', {}, box, h('span', {}, label)) };
  });
  const chosen = (): Value | null => boxes.find(({ box }) => box.checked)?.value ?? null;
  return {
    id: memberId,
    chosen,
    propose(value) {
      if (chosen() !== null) return;
      for (const { box, value: own } of boxes) box.checked = own === value;
    },
    element: h(
      'li',
      { class: 'choice' },
      h('div', {}, h('span', {}, name), h('span', { class: 'small' }, ` ${unit}`)),
      note === null ? null : h('div', { class: 'small' }, note),
      h('div', { class: 'choice-options' }, ...boxes.map(({ element }) => element)),
    ),
  };
}

/** The IDs of those for whom this was chosen. */
export const chosenBy = <Value extends string>(
  rows: readonly ChoiceRow<Value>[],
  value: Value | null,
): string[] => rows.filter((row) => row.chosen() === value).map(({ id }) => id);
