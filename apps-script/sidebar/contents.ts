// One icon for each panel, always in view: the sidebar is narrow and the panels are many.
import type { Card } from './card';
import { button, h } from './dom';
import { draw } from './icons';
import type { Say } from './say';

export function contents(cards: readonly Card[], say: Say): HTMLElement {
  const buttons = cards.map((card) =>
    button(
      draw(card.drawing),
      { title: say(card.title), 'aria-label': say(card.title), 'data-jump': card.name },
      () => jumpTo(card),
    ),
  );
  return h('nav', { class: 'contents', 'aria-label': say('contents') }, ...buttons);
}

/** For the keyboard: the focus goes to the panel's first control. */
function jumpTo(card: Card): void {
  card.reveal();
  card.element
    .querySelector<HTMLElement>('.controls :is(button, select, input, summary)')
    ?.focus({ preventScroll: true });
}
