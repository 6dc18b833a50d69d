// People who get no mail, grouped by reason.
import { h } from '../dom';
import { groupByReason, type PersonWithReason } from '../group-by-reason';
import type { Say, TextKey } from '../say';

export function peopleView(
  say: Say,
  title: TextKey,
  people: readonly PersonWithReason[],
): HTMLElement | null {
  if (people.length === 0) return null;
  const reasons = groupByReason(people).map(({ reason, names }) =>
    h('li', {}, h('span', { class: 'reason' }, reason), h('span', {}, names.join(say('list')))),
  );
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': title.replace('.', '-') },
    h(
      'summary',
      {},
      say(title),
      h('span', { class: 'count' }, say('notice.people', { n: people.length })),
    ),
    h('ul', { class: 'reasons' }, ...reasons),
  );
}
