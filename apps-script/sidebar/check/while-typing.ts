// The switch of the check while typing.
import { run } from '../bridge';
import type { PanelContext } from '../panel-context';
import { h } from '../dom';
import { explainInLine } from '../problem-view';

/** Stays as it was when the script could not be reached or was not allowed to. */
export function whileTypingSwitch({ say, isCheckingEdits }: PanelContext): HTMLElement {
  const box = h('input', { type: 'checkbox', 'data-testid': 'while-typing' });
  box.checked = isCheckingEdits;
  const said = h('span', { class: 'small', role: 'status' });
  box.addEventListener('change', () => {
    box.disabled = true;
    run('setCheckingEdits', box.checked)
      .then(
        (isOn) => {
          box.checked = isOn;
          said.textContent = '';
        },
        (error: unknown) => {
          box.checked = !box.checked;
          said.textContent = explainInLine(error, say);
        },
      )
      .finally(() => (box.disabled = false));
  });
  return h('div', { class: 'while-typing' }, h('label', {}, box, say('check.whileTyping')), said);
}
