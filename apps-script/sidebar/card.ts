// The frame of a panel: title, purpose, controls, a status line and the result.
import { button, fillWith, h, type Child } from './dom';
import { draw, icon, type Drawing } from './icons';
import type { Say, TextKey } from './say';

export type Tone = 'good' | 'warning' | 'bad' | 'busy';

export interface Card {
  readonly name: string;
  readonly drawing: Drawing;
  readonly title: TextKey;
  readonly element: HTMLElement;
  /** Announced to screen readers. A folded card keeps its line folded, so that one line at a time reports. */
  setStatus(tone: Tone, ...children: readonly Child[]): void;
  /** Replaces the result and unfolds it. */
  setResult(...children: readonly Child[]): void;
  fold(folded: boolean): void;
  /** Brings the card into view and puts the focus there unless the user has taken it elsewhere. */
  reveal(): void;
}

/** The names that have both texts of a card. */
type CardName = {
  [Key in TextKey]: Key extends `${infer Name}.about`
    ? `${Name}.title` extends TextKey
      ? Name
      : never
    : never;
}[TextKey];

interface CardParts {
  /**
   * The panel's name in the keys of its texts, <name>.title and <name>.about, and in data attributes: data-panel,
   * <name>-status, <name>-result, <name>-error.
   */
  readonly name: CardName;
  readonly drawing: Drawing;
  readonly controls: readonly Node[];
}

export function createCard(say: Say, parts: CardParts): Card {
  const { name } = parts;
  const title = `${name}.title` as const;
  const status = h('div', { class: 'status', role: 'status', 'data-testid': `${name}-status` });
  const result = h('div', {
    class: 'result',
    id: `${name}-result`,
    tabindex: -1,
    'data-testid': `${name}-result`,
  });
  const foldButton = button(icon('fold'), foldAttributes(say, name), () => fold(!result.hidden));
  const heading = h('h2', { id: `${name}-title` }, draw(parts.drawing), say(title));
  const element = h(
    'section',
    { class: 'card', 'data-panel': name, 'aria-labelledby': heading.id },
    h('div', { class: 'card-head' }, heading, foldButton),
    h('p', { class: 'about' }, say(`${name}.about`)),
    h('div', { class: 'controls' }, ...parts.controls),
    status,
    result,
  );

  function fold(folded: boolean): void {
    result.hidden = folded;
    status.hidden = folded;
    foldButton.setAttribute('aria-expanded', String(!folded));
  }

  function offerFold(): void {
    foldButton.hidden = [status, result].every((part) => part.childNodes.length === 0);
  }

  return {
    name,
    drawing: parts.drawing,
    title,
    element,
    fold,
    setStatus: (tone, ...children) => {
      status.dataset['tone'] = tone;
      fillWith(status, ...children);
      offerFold();
    },
    setResult: (...children) => {
      fillWith(result, ...children);
      result.setAttribute('aria-labelledby', heading.id);
      offerFold();
      fold(false);
    },
    reveal: () => {
      if (focusIsFree(element)) result.focus({ preventScroll: true });
      // Not scrollIntoView: that would move the page around the sidebar as well.
      window.scrollTo({ top: element.offsetTop - contentsHeight() });
    },
  };
}

/** The contents stay at the top and would cover the card's first lines. */
function contentsHeight(): number {
  return document.querySelector<HTMLElement>('.contents')?.offsetHeight ?? 0;
}

function foldAttributes(say: Say, name: string) {
  return {
    class: 'fold',
    hidden: true,
    'aria-expanded': 'true',
    'aria-controls': `${name}-result`,
    'aria-label': say('fold'),
  } as const;
}

/** The pressed button lost the focus when it was disabled; any other focus was chosen by the user. */
function focusIsFree(element: HTMLElement): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || element.contains(active);
}
