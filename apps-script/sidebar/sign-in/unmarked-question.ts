// People without a mark, each with a box: ticked was absent, the others stay unrecorded. Nothing is ticked beforehand.
import type { SignInPerson } from '#core/contract/sign-in-sheet';
import { button, h } from '../dom';
import type { Say } from '../say';

export interface Answer {
  readonly absent: string[];
  readonly notRecorded: string[];
}

export function unmarkedQuestion(
  say: Say,
  people: readonly SignInPerson[],
  onAnswer: (answer: Answer) => void,
): HTMLElement {
  const boxes = people.map((person) => ({ person, box: h('input', { type: 'checkbox' }) }));
  const ids = (ticked: boolean): string[] =>
    boxes.filter(({ box }) => box.checked === ticked).map(({ person }) => person.memberId);
  const tickAll = (): void => boxes.forEach(({ box }) => (box.checked = true));
  const answer = (): void => onAnswer({ absent: ids(true), notRecorded: ids(false) });
  return h(
    'div',
    { 'data-testid': 'unmarked' },
    h('p', {}, say('signIn.question')),
    h(
      'ul',
      { class: 'boxes' },
      ...boxes.map(
        ({ person, box }) =>
        h('li', {}, h('label', {}, box, h('span', {}, person.name), h('span', { class: 'small' }, person.unit))), // prettier-ignore
      ),
    ),
    h(
      'div',
      { class: 'leave-buttons' },
      button(say('signIn.all'), { class: 'button small-button outlined' }, tickAll),
      button(say('signIn.answer'), { class: 'button small-button filled', 'data-action': 'sign-in-answer' }, answer), // prettier-ignore
    ),
  );
}
