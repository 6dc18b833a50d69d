// What only some clerks need, or need now and then: it comes with one script of its own, which is fetched when it is wanted.
import { callFunction, run } from '../bridge';
import { createCard, type Card } from '../card';
import { concernsView } from '../concerns-view';
import { askToConfirm } from '../confirm';
import { button, h } from '../dom';
import { tabLink } from '../findings-view';
import { foldedList } from '../folded-list';
import type { Drawing } from '../icons';
import { wantNotice } from '../notice/wanted';
import type { CreatePanel, LatePanel } from '../panel';
import type { PanelContext } from '../panel-context';
import type * as PlanView from '../planning/plan-view';
import type * as SpeakerView from '../planning/speaker-view';
import { runAction } from '../run-action';

/** What the late script takes from this one; the build replaces its imports by it. */
const SHARED = {
  callFunction,
  askToConfirm,
  button,
  concernsView,
  h,
  foldedList,
  tabLink,
  runAction,
  wantNotice,
};

type LateName = 'import' | 'leave-many' | 'new-year';

/** The panels, and the views of the panel _Planning_. */
export type LateParts = Readonly<Record<LateName, LatePanel>> &
  typeof PlanView &
  typeof SpeakerView;

declare global {
  /** Set by the late script. */
  var lecternLate: LateParts | undefined;
  /** Read by the late script. */
  var lecternShared: typeof SHARED | undefined;
}

/** Shows the controls in this card. */
export function openLate(context: PanelContext, card: Card, name: LateName): Promise<void> {
  return runAction(context, card, {
    busy: context.say('loading'),
    work: async () => (await lateParts())[name].open(context, card),
    show: (opened) => opened,
  });
}

function latePanel(name: 'import' | 'new-year', drawing: Drawing): CreatePanel {
  return (context) => {
    const { say } = context;
    const start = (): void => void openLate(context, card, name);
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

export async function lateParts(): Promise<LateParts> {
  if (!window.lecternLate) {
    window.lecternShared = SHARED;
    document.head.append(h('script', {}, await run('getLatePanels')));
  }
  return window.lecternLate as unknown as LateParts; // a script has run when it is appended
}
