// Panels that only some clerks need. Their controls come with one script of their own, which is fetched when they are wanted.
import { callFunction, run } from '../bridge';
import { createCard } from '../card';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import { foldedList } from '../folded-list';
import type { Drawing } from '../icons';
import type { CreatePanel, LatePanel } from '../panel';
import { runAction } from '../run-action';

/** What the late script takes from this one; the build replaces its imports by it. */
const SHARED = { callFunction, button, h, foldedList, tabLink, runAction };

type LateName = 'import' | 'new-year';

declare global {
  /** Set by the late script. */
  var lecternLate: Readonly<Record<LateName, LatePanel>> | undefined;
  /** Read by the late script. */
  var lecternShared: typeof SHARED | undefined;
}

function latePanel(name: LateName, drawing: Drawing): CreatePanel {
  return (context) => {
    const { say } = context;
    const start = (): void =>
      void runAction(context, card, {
        busy: say('loading'),
        work: async () => (await latePanels())[name].open(context, card),
        show: (opened) => opened,
      });
    const card = createCard(say, {
      name,
      drawing,
      controls: [
        button(say(`${name}.open`), { class: 'button outlined', 'data-action': name }, start),
      ],
    });
    return { card, start };
  };
}

/** Files and tabs that clerks have. */
export const importPanel = latePanel('import', [
  'M10 3v9',
  'M6.5 9 10 12.5 13.5 9',
  'M3.5 13v3.5h13V13',
]);

/** Last year's workbook hands over to this empty one. */
export const newYearPanel = latePanel('new-year', [
  'M3.5 5h13v11h-13z',
  'M3.5 9h13',
  'M7 3v2m6-2v2',
]);

async function latePanels(): Promise<Readonly<Record<LateName, LatePanel>>> {
  if (!window.lecternLate) {
    window.lecternShared = SHARED;
    document.head.append(h('script', {}, await run('getLatePanels')));
  }
  return window.lecternLate as unknown as Readonly<Record<LateName, LatePanel>>; // a script has run when it is appended
}
