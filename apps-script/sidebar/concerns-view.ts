// What speaks against a plan or an invitation, in the sidebar.
import { h, type Child } from './dom';
import type { Say } from './say';

/** Open: what is not met must be seen. Null when there is nothing. */
export function concernsView(say: Say, concerns: readonly string[]): Child {
  if (concerns.length === 0) return null;
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': 'concerns' },
    h('summary', {}, say('concerns'), h('span', { class: 'count' }, `${concerns.length}`)),
    h('ul', { class: 'people' }, ...concerns.map((one) => h('li', {}, one))),
  );
}
