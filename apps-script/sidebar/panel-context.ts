// What every panel works with: the user's language, one action at a time, the way to a cell.
import type { Role } from '#core/contract/functions';
import type { SidebarStart } from '../server/sidebar-calls';
import { run, writeCount } from './bridge';
import { h } from './dom';
import { explainInLine } from './problem-view';
import { sayIn, type Say } from './say';
import { createToast } from './toast';

/** Sent to the sidebar's root element when an action has ended that may have written, well or not. */
export const ACTION_END = 'lectern-action-end';

export interface PanelContext {
  readonly say: Say;
  readonly noticeKinds: SidebarStart['noticeKinds'];
  readonly leaveKinds: SidebarStart['leaveKinds'];
  /** Whether rows were checked while typing when the sidebar opened. */
  readonly isCheckingEdits: boolean;
  /** Does `work` with every action button disabled; does nothing while other work is going on. */
  runExclusively(work: () => Promise<void>): Promise<void>;
  /** Selects the cell, or without one opens the tab. */
  goTo(sheetId: number, cell: string | null): void;
  /** The caller's role, once it is known: a viewer's reports are read, not written. */
  role: Role | null;
  /** Says, once and above all panels, that this account is not meant for daily work. */
  adviseOtherAccount(): void;
}

/** For the request of a report: a viewer gets the answer, and no tab is written. */
export const readingOnly = ({ role }: PanelContext): { action?: 'read' } =>
  role === 'viewer' ? { action: 'read' } : {};

export function createPanelContext(
  root: HTMLElement,
  {
    language,
    texts,
    noticeKinds,
    leaveKinds,
    isCheckingEdits,
  }: Omit<SidebarStart, 'spreadsheetId' | 'title' | 'userEmail' | 'start'>,
): PanelContext {
  const say = sayIn(language, texts);
  const toast = createToast(root);
  let held = false;
  const setHeld = (value: boolean) => {
    held = value;
    for (const control of root.querySelectorAll<HTMLButtonElement | HTMLSelectElement>(
      '[data-action]',
    ))
      control.disabled = value;
  };
  return {
    say,
    noticeKinds,
    leaveKinds,
    isCheckingEdits,
    role: null,
    runExclusively: async (work) => {
      if (held) return;
      setHeld(true);
      const before = writeCount();
      try {
        await work();
      } finally {
        setHeld(false);
        if (writeCount() > before) root.dispatchEvent(new CustomEvent(ACTION_END));
      }
    },
    goTo: (sheetId, cell) => {
      run('goToCell', sheetId, cell).then(
        (found) => (found ? toast.hide() : toast.show(say('tab.gone'))),
        (error: unknown) => toast.show(explainInLine(error, say)),
      );
    },
    adviseOtherAccount: () => {
      if (root.querySelector('.advice') !== null) return;
      const advice = say('deploymentAdmin');
      root
        .querySelector('main')
        ?.before(
          h('p', { class: 'advice', role: 'note', 'data-testid': 'deployment-admin' }, advice),
        );
    },
  };
}
