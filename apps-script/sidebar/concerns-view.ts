// What speaks against a plan or an invitation, in the sidebar.
import type { Child } from './dom';
import { foldedList } from './folded-list';
import type { Say } from './say';

/** Open: what is not met must be seen. Null when there is nothing. */
export function concernsView(say: Say, concerns: readonly string[]): Child {
  return foldedList(say('concerns'), { testId: 'concerns', items: concerns, isOpen: true });
}
