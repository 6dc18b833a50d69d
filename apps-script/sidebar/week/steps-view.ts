// The week as a list: a line leads to its place in the workbook, its button does what that panel's button does.
import type { DashboardWeek, Step, StepAction } from '#core/contract/dashboard';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { button, h } from '../dom';
import { wantNotice } from '../notice/wanted';
import type { PanelContext } from '../panel-context';

export function stepsView(context: PanelContext, { steps, role }: DashboardWeek): HTMLElement {
  const next = steps.find(({ state }) => state === 'todo');
  return h(
    'ol',
    { class: 'steps', 'data-testid': 'steps' },
    ...steps.map((step) =>
      h(
        'li',
        { 'data-step': step.key, 'data-state': step.state },
        placeButton(context, step, step === next),
        step.action === null || role === 'viewer' || step.state === 'done'
          ? null
          : goButton(context, step, step.action),
      ),
    ),
  );
}

function placeButton(context: PanelContext, step: Step, isNext: boolean): HTMLElement {
  const { say } = context;
  const { target } = step;
  const state = isNext ? `${step.stateLabel} · ${say('week.next')}` : step.stateLabel;
  const lines = [
    h('span', { class: 'step-head' }, h('strong', {}, step.label), h('span', {}, state)),
    h('span', { class: 'step-words' }, step.words),
  ];
  return target === null
    ? h('span', { class: 'step-place' }, ...lines)
    : button(h('span', {}, ...lines), { class: 'step-place' }, () =>
        context.goTo(target.sheetId, target.cell),
      );
}

function goButton({ say }: PanelContext, { label }: Step, action: StepAction): HTMLElement {
  const attributes = {
    class: 'button outlined',
    'data-action': `step-${action}`,
    'aria-label': say('week.go.label', { step: label }),
  };
  return button(say('week.go'), attributes, () => start(action));
}

type NoticeAction = Extract<StepAction, NoticePreview['kind']>;

/** The buttons of the panels; a kind of notice is previewed in its panel. */
const BUTTONS: Readonly<Record<Exclude<StepAction, NoticeAction>, string>> = {
  check: 'check',
  leave: 'leave-list',
  makeSheet: 'sign-in-make',
  closeSheet: 'sign-in-close',
  fee: 'budget-fee',
  followUp: 'follow-up',
};

const isNotice = (action: StepAction): action is NoticeAction => !(action in BUTTONS);

function start(action: StepAction): void {
  if (isNotice(action)) wantNotice({ kind: action });
  else document.querySelector<HTMLButtonElement>(`[data-action="${BUTTONS[action]}"]`)?.click();
}
