import { h } from './dom';

const SECONDS = 6;

interface Toast {
  show(message: string): void;
  hide(): void;
}

/** A line at the bottom of the sidebar that disappears by itself. */
export function createToast(root: HTMLElement): Toast {
  const line = h('div', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  root.append(line);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (message: string) => {
    clearTimeout(timer);
    line.textContent = message;
    if (message !== '') timer = setTimeout(() => show(''), SECONDS * 1000);
  };
  return { show, hide: () => show('') };
}
