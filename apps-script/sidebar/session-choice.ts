// Another session in place of the one shown.
import { h } from './dom';
import type { Say } from './say';

interface Choices {
  /** The one shown. */
  readonly shown: string;
  readonly sessions: readonly {
    readonly id: string;
    readonly date: string;
    readonly title: string;
  }[];
  readonly choose: (sessionId: string) => void;
}

/** Null when there is nothing to choose. `name` is the control's `data-action`. */
export function sessionChoice(
  say: Say,
  name: string,
  { shown, sessions, choose }: Choices,
): HTMLElement | null {
  if (sessions.every(({ id }) => id === shown)) return null;
  const options = sessions.map(({ id, date, title }) =>
    h('option', { value: id }, `${date} ${title}`),
  );
  const select = h('select', { 'data-action': name }, ...options);
  // The one shown may be none of them: a notice that repeats one of a session in another state.
  select.value = sessions.some(({ id }) => id === shown) ? shown : '';
  select.addEventListener('change', () => choose(select.value));
  return h(
    'label',
    { class: 'whose' },
    h('span', { class: 'small' }, say('session.choice')),
    select,
  );
}
