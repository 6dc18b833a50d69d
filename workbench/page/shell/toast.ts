// Short messages that come and go above the workbook.
import { el } from '../dom';

const SHOWN_MILLISECONDS = 7000;

export interface Toasts {
  readonly element: HTMLElement;
  readonly warn: (message: string) => void;
  /** Stays until it is taken back. */
  readonly hold: (key: string, message: string | null) => void;
}

export function createToasts(): Toasts {
  const element = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  const held = new Map<string, HTMLElement>();
  return {
    element,
    warn(message) {
      const toast = el('p', { class: 'toast' }, message);
      element.append(toast);
      setTimeout(() => toast.remove(), SHOWN_MILLISECONDS);
    },
    hold(key, message) {
      const before = held.get(key);
      if (before?.textContent === message) return;
      before?.remove();
      held.delete(key);
      if (message === null) return;
      const toast = el('p', { class: 'toast toast-held' }, message);
      held.set(key, toast);
      element.append(toast);
    },
  };
}
