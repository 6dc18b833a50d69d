// Import: files and tabs that clerks have. Its controls come with a script of their own, which is fetched when they are wanted.
import { callFunction, run } from '../bridge';
import { createCard } from '../card';
import { button, fillWith, h } from '../dom';
import { tabLink } from '../findings-view';
import type { ImportPanel } from '../import/import-panel';
import type { PanelContext } from '../panel-context';
import type { Panel } from '../panel';
import { runAction } from '../run-action';

/** What the late script takes from this one; the build replaces its imports by it. */
const SHARED = { callFunction, button, fillWith, h, tabLink, runAction };

declare global {
  /** Set by the late script. */
  var lecternImport: ImportPanel | undefined;
  /** Read by the late script. */
  var lecternShared: typeof SHARED | undefined;
}

export function importPanel(context: PanelContext): Panel {
  const { say } = context;
  const start = (): void =>
    void runAction(context, card, {
      busy: say('loading'),
      work: async () => (await latePanel()).open(context, card),
      show: (opened) => opened,
    });
  const card = createCard(say, {
    name: 'import',
    drawing: ['M10 3v9', 'M6.5 9 10 12.5 13.5 9', 'M3.5 13v3.5h13V13'],
    title: 'import.title',
    about: 'import.about',
    controls: [
      button(say('import.open'), { class: 'button outlined', 'data-action': 'import' }, start),
    ],
  });
  return { card, start };
}

async function latePanel(): Promise<ImportPanel> {
  if (!globalThis.lecternImport) {
    globalThis.lecternShared = SHARED;
    document.head.append(h('script', {}, await run('getImportPanel')));
  }
  return globalThis.lecternImport as unknown as ImportPanel; // a script has run when it is appended
}
