// A fee in the sidebar: the payee, the calculation step by step, what blocks it, and its buttons.
import type { FeePreview } from '#core/contract/lecture-fees';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { findingsView } from '../findings-view';
import { icon } from '../icons';
import type { ActionOutcome } from '../run-action';
import type { Say } from '../say';
import { sessionChoice } from '../session-choice';

export interface FeeActions {
  readonly sheet: () => void;
  readonly confirm: () => void;
  readonly choose: (sessionId: string) => void;
}

export function feeOutcome(
  context: PanelContext,
  fee: FeePreview,
  actions: FeeActions,
): ActionOutcome {
  const { say } = context;
  const { session, speaker, banner, recorded, findings, canConfirm } = fee;
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return {
    tone: hasErrors ? 'bad' : banner === null ? 'good' : 'warning',
    status: statusOf(say, fee),
    details: [
      sessionChoice(say, 'fee-session', {
        shown: session.id,
        sessions: fee.sessions,
        choose: actions.choose,
      }),
      h('p', {}, session.title),
      h('p', { class: 'small' }, session.when),
      speaker && h('p', { class: 'small' }, say('fee.speaker', { ...speaker })),
      banner === null ? null : noteView(banner),
      recorded && noteView(say('fee.recorded', { id: recorded.expenseId, day: recorded.paidOn })),
      stepsView(say, fee),
      ...findingsView(context, findings),
      h(
        'div',
        { class: 'controls' },
        canConfirm
          ? button(
              say('fee.confirm'),
              { class: 'button filled', 'data-action': 'fee-confirm' },
              actions.confirm,
            )
          : null,
        button(
          say('fee.sheet'),
          { class: 'button outlined', 'data-action': 'fee-sheet' },
          actions.sheet,
        ),
      ),
    ],
  };
}

function statusOf(say: Say, { net, gross, tax }: FeePreview): string {
  return net.cents === 0
    ? say('fee.nothing')
    : say('fee.done', { net: net.text, gross: gross.text, tax: tax.text });
}

function stepsView(say: Say, { steps }: FeePreview): HTMLElement {
  const rows = steps.map(({ label, working, result }) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        label,
        working === '' ? null : h('div', { class: 'small' }, working),
      ),
      h('td', {}, result),
    ),
  );
  return h(
    'details',
    { class: 'group', open: true, 'data-testid': 'fee-steps' },
    h('summary', {}, say('fee.steps')),
    h('table', {}, h('tbody', {}, ...rows)),
  );
}

function noteView(message: string): HTMLElement {
  return h('p', { class: 'note' }, icon('alert'), h('span', {}, message));
}
