import { button, h } from './dom';
import type { Say } from './say';

interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  readonly yes: string;
  /** Names the two buttons: `<action>-confirm` and `<action>-cancel`. */
  readonly action: string;
}

/** Asks before something that cannot be undone. Escape and Enter both mean no; yes must be pressed. */
export function askToConfirm(say: Say, question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title' });
    const no = button(
      say('cancel'),
      { class: 'button text', 'data-action': `${question.action}-cancel`, autofocus: true },
      () => dialog.close(),
    );
    const yes = button(
      question.yes,
      { class: 'button filled', 'data-action': `${question.action}-confirm` },
      () => dialog.close('yes'),
    );
    dialog.append(
      h('h2', { id: 'confirm-title' }, question.title),
      ...question.lines.map((line) => h('p', {}, line)),
      h('div', { class: 'confirm-buttons' }, no, yes),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
