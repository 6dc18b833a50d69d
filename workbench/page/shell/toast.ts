// Short messages in the line under the workbook: one at a time, and never over the cells.
import { el } from '../dom';

const SHOWN_MILLISECONDS = 7000;
/** When another message waits. */
const SHORT_MILLISECONDS = 3000;

export interface Toasts {
  readonly element: HTMLElement;
  readonly warn: (message: string) => void;
  /** About the cell just typed: takes the place of what was said about the one before. */
  readonly aboutEntry: (message: string) => void;
  /** Stays until it is taken back. */
  readonly hold: (key: string, message: string | null) => void;
}

interface Message {
  readonly text: string;
  readonly isAboutEntry: boolean;
}

/** `rest` is what the line says while there is no message. */
export function createToasts(rest: string): Toasts {
  const live = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  const hint = el('p', { class: 'status-hint' }, rest);
  const held = new Map<string, string>();
  let waiting: Message[] = [];
  let shown: { readonly message: Message; readonly since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (text: string | null, kind: string) => {
    hint.hidden = text !== null;
    if (text === null) live.replaceChildren();
    else if (live.textContent !== text) {
      live.replaceChildren(el('p', { class: kind, title: text }, text));
    }
  };
  const draw = () => {
    clearTimeout(timer);
    const [important] = held.values();
    if (important !== undefined) {
      show(important, 'toast toast-held');
      return;
    }
    const now = performance.now();
    const lasts = waiting.length > 0 ? SHORT_MILLISECONDS : SHOWN_MILLISECONDS;
    if (shown === null || now - shown.since >= lasts) {
      const message = waiting.shift();
      shown = message === undefined ? null : { message, since: now };
    }
    show(shown?.message.text ?? null, 'toast');
    if (shown !== null) timer = setTimeout(draw, shown.since + lasts - now + 1);
  };
  const add = (message: Message) => {
    if (message.isAboutEntry) {
      waiting = waiting.filter(({ isAboutEntry }) => !isAboutEntry);
      if (shown?.message.isAboutEntry === true) shown = null;
    }
    waiting.push(message);
    draw();
  };
  return {
    element: el('footer', { class: 'status-line' }, live, hint),
    warn: (text) => add({ text, isAboutEntry: false }),
    aboutEntry: (text) => add({ text, isAboutEntry: true }),
    hold(key, message) {
      if (message === null) held.delete(key);
      else held.set(key, message);
      draw();
    },
  };
}
