// Says beside the workbook's title whether everything typed is with the server.
import { fill } from '#core/text/language';
import { el } from '../dom';
import type { OutboxEvents } from '../grid/outbox';
import type { Texts } from '../texts';

export interface SaveState {
  readonly element: HTMLElement;
  readonly show: OutboxEvents['state'];
}

export function createSaveState(texts: Texts): SaveState {
  const element = el('span', { class: 'save-state', role: 'status' }, texts.saved);
  return {
    element,
    show({ unsaved, offline }) {
      element.classList.toggle('save-state-bad', offline);
      if (offline) element.textContent = fill(texts.offline, { count: unsaved });
      else element.textContent = unsaved > 0 ? texts.saving : texts.saved;
    },
  };
}
