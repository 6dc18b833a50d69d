// The evaluations' results, and the bulletin of a month, quarter or year.
import type { BulletinRequest, BulletinResponse } from '#core/contract/bulletin';
import type { EvaluatedSession } from '#core/contract/evaluation-report';
import { callFunction } from '../bridge';
import { evaluationOutcome } from '../bulletin/evaluation-view';
import { createCard, type Card } from '../card';
import { askToConfirm } from '../confirm';
import { documentView } from '../document-view';
import { button, h } from '../dom';
import { wantNotice } from '../notice/wanted';
import type { Panel } from '../panel';
import type { PanelContext } from '../panel-context';
import { runAction } from '../run-action';
import type { TextKey } from '../say';

type Choice = Pick<BulletinRequest, 'length' | 'day' | 'number' | 'withFile'>;

const LENGTHS = ['month', 'quarter', 'year'] as const;

export function bulletinPanel(context: PanelContext): Panel {
  const { say } = context;
  const options = LENGTHS.map((length) =>
    h('option', { value: length }, say(`bulletin.${length}`)),
  );
  const length = h('select', { 'data-action': 'bulletin-length' }, ...options);
  const day = h('input', { type: 'date', max: '9999-12-31', 'data-field': 'bulletin-day' });
  const number = h('input', {
    type: 'text',
    maxlength: 40,
    pattern: '[^\\/\\|]*',
    'data-field': 'bulletin-number',
  });
  const choice = (): Choice => ({
    length: LENGTHS.find((one) => one === length.value) ?? 'month',
    ...(day.value === '' ? {} : { day: day.value }),
    ...(number.value.trim() === '' ? {} : { number: number.value.trim() }),
  });
  const start = (): void => {
    if (!day.reportValidity() || !number.reportValidity()) return;
    void showBulletin(context, card, choice());
  };
  const action = (label: TextKey, name: string, run: () => void, look: string) =>
    button(say(label), { class: `button ${look}`, 'data-action': name }, run);
  const card: Card = createCard(say, {
    name: 'bulletin',
    drawing: ['M4.5 3.5h11v13h-11z', 'M7 7h6', 'M7 10h6', 'M7 13h3.5'],
    controls: [
      h('label', { class: 'whose' }, h('span', { class: 'small' }, say('bulletin.length')), length),
      h(
        'details',
        { class: 'period' },
        h('summary', {}, say('bulletin.choice')),
        h('label', {}, say('bulletin.day'), day),
        h('label', {}, say('bulletin.number'), number),
      ),
      action('bulletin.preview', 'bulletin-preview', start, 'tonal'),
      action(
        'evaluation.report',
        'evaluation-report',
        () => void showResults(context, card),
        'outlined',
      ),
    ],
  });
  return { card, start };
}

function showBulletin(context: PanelContext, card: Card, choice: Choice): Promise<void> {
  const { say } = context;
  const show = ({ period, occasionId, document }: BulletinResponse) => ({
    tone: 'good' as const,
    status: say('bulletin.done', { period }),
    details: [
      ...documentView(context, document, {
        file: () => void showBulletin(context, card, { ...choice, withFile: true }),
      }),
      button(
        say('bulletin.mail'),
        { class: 'button outlined', 'data-action': 'bulletin-mail' },
        () => wantNotice({ kind: 'bulletin', occasionId }),
      ),
    ],
  });
  return runAction(context, card, {
    busy: say(choice.withFile === true ? 'document.fileBusy' : 'bulletin.busy'),
    work: () => callFunction('bulletin', choice),
    show,
  });
}

/** `close`: the session whose evaluation is closed before its last day. */
function showResults(context: PanelContext, card: Card, close?: string): Promise<void> {
  const actions = {
    invite: () => wantNotice({ kind: 'evaluation' }),
    close: (session: EvaluatedSession) => void closeNow(context, card, session),
  };
  return runAction(context, card, {
    busy: context.say('evaluation.busy'),
    work: () => callFunction('evaluationReport', close === undefined ? {} : { close }),
    show: (answer) => evaluationOutcome(context, answer, actions),
    // A session is closed once only; the list shows what is in the workbook.
    ...(close !== undefined && {
      retry: {
        label: context.say('evaluation.report'),
        run: () => void showResults(context, card),
      },
    }),
  });
}

async function closeNow(
  context: PanelContext,
  card: Card,
  session: EvaluatedSession,
): Promise<void> {
  const { say } = context;
  const { id, title, received } = session;
  const sure = await askToConfirm(say, {
    title: say('evaluation.sure'),
    lines: [title, say('evaluation.sure.lines', { n: received })],
    yes: say('evaluation.close'),
    action: 'evaluation-close',
  });
  if (sure) await showResults(context, card, id);
}
