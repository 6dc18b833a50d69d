// Questions before sign-in is closed: who of the people without a mark attended, and which mark is right where sheet and attendance differ.
import type { SignInClosed } from '#core/contract/sign-in-sheet';
import { button, h } from '../dom';
import type { Say } from '../say';
import { choiceRow, chosenBy, type ChoiceRow } from './choice-rows';

export interface CloseAnswer {
  readonly present: string[];
  readonly absent: string[];
  readonly notRecorded: string[];
  readonly bySheet: string[];
  readonly byAttendance: string[];
}

type Asked = Pick<SignInClosed, 'unmarked' | 'differing'>;
type Marked = 'present' | 'absent';

export function openQuestions(
  say: Say,
  { unmarked, differing }: Asked,
  onAnswer: (answer: CloseAnswer) => void,
): HTMLElement {
  const people = unmarked.map((person) =>
    choiceRow<Marked | 'notRecorded'>(
      person,
      person.note,
      (['present', 'absent', 'notRecorded'] as const).map((value) => ({
        value,
        label: say(`signIn.${value}`),
      })),
    ),
  );
  const pairs = differing.map((person) =>
    choiceRow<'bySheet' | 'byAttendance'>(person, null, [
      { value: 'bySheet', label: say('signIn.bySheet', { word: person.sheet }) },
      { value: 'byAttendance', label: say('signIn.byAttendance', { word: person.known }) },
    ]),
  );
  const answer = (): void =>
    onAnswer({
      present: chosenBy(people, 'present'),
      absent: chosenBy(people, 'absent'),
      notRecorded: [...chosenBy(people, 'notRecorded'), ...chosenBy(people, null)],
      bySheet: chosenBy(pairs, 'bySheet'),
      byAttendance: chosenBy(pairs, 'byAttendance'),
    });
  return h(
    'div',
    {},
    pairs.length === 0 ? null : question('differing', say('signIn.differing'), pairs),
    people.length === 0 ? null : question('unmarked', say('signIn.question'), people),
    h(
      'div',
      { class: 'leave-buttons' },
      ...(people.length === 0
        ? []
        : (['present', 'absent'] as const).map((value) => proposal(say, value, people))),
      button(
        say('signIn.answer'),
        { class: 'button small-button filled', 'data-action': 'sign-in-answer' },
        answer,
      ),
    ),
  );
}

const question = (
  name: 'unmarked' | 'differing',
  words: string,
  rows: readonly ChoiceRow<string>[],
): HTMLElement =>
  h(
    'div',
    { 'data-testid': name },
    h('p', {}, words),
    h('ul', { class: 'boxes' }, ...rows.map(({ element }) => element)),
  );

/** On paper nearly everyone is present: choose the few others first, then this. */
function proposal(
  say: Say,
  value: Marked,
  people: readonly ChoiceRow<Marked | 'notRecorded'>[],
): HTMLElement {
  return button(say(`signIn.others.${value}`), { class: 'button small-button outlined' }, () => {
    for (const row of people) row.propose(value);
  });
}
