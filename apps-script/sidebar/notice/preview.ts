// What the clerk checks before sending: the session, who gets the mail and who does not, and the mail itself.
import type { NoticePreview } from '#core/contract/weekly-notice';
import type { PanelContext } from '../panel-context';
import { concernsView } from '../concerns-view';
import { button, h } from '../dom';
import { findingsView } from '../findings-view';
import type { ActionOutcome } from '../run-action';
import type { Say } from '../say';
import { doubtView } from './doubt';
import { mailView, type PreviewActions } from './mail';
import { peopleView } from './people';
import { sessionChoice } from '../session-choice';

export function previewOutcome(
  context: PanelContext,
  preview: NoticePreview,
  actions: PreviewActions,
): ActionOutcome {
  const { say } = context;
  const { messages, recipients, skipped, findings, warnings } = preview;
  const blocked = findings.length > 0;
  return {
    ...previewStatus(say, preview),
    details: [
      sessionChoice(say, 'notice-session', {
        shown: preview.occasion.id,
        sessions: preview.sessions,
        choose: (id) => actions.choose(id),
      }),
      occasionView(preview.occasion),
      ...findingsView(context, findings),
      concernsView(say, warnings),
      recipients.length === 0 ? null : recipientsView(say, recipients),
      doubtView(context, preview, () => actions.again()),
      peopleView(say, 'notice.skipped', skipped),
      preview.sample === null
        ? null
        : mailView(context, { ...preview, sample: preview.sample }, actions),
      blocked || messages === 0 ? null : sendBar(say, messages, actions),
    ],
  };
}

function previewStatus(
  say: Say,
  { findings, messages, warnings }: NoticePreview,
): Pick<ActionOutcome, 'tone' | 'status'> {
  if (findings.length > 0) {
    return { tone: 'bad', status: say('notice.blocked', { n: findings.length }) };
  }
  if (messages === 0) return { tone: 'warning', status: say('notice.nobody') };
  if (warnings.length > 0)
    return { tone: 'warning', status: say('notice.warned', { n: messages }) };
  return { tone: 'good', status: say('notice.ready', { n: messages }) };
}

export function occasionView({ title, when, venue }: NoticePreview['occasion']): HTMLElement {
  return h(
    'div',
    { class: 'session', 'data-testid': 'notice-session' },
    h('strong', {}, title),
    h('span', {}, when),
    h('span', {}, venue),
  );
}

function recipientsView(say: Say, recipients: NoticePreview['recipients']): HTMLElement {
  const rows = recipients.map(({ name, address }) =>
    h('li', {}, h('span', {}, name), h('span', { class: 'address' }, address)),
  );
  return h(
    'details',
    { class: 'group', 'data-testid': 'notice-recipients' },
    h(
      'summary',
      {},
      say('notice.recipients'),
      h('span', { class: 'count' }, say('notice.people', { n: recipients.length })),
    ),
    h('ul', { class: 'people' }, ...rows),
  );
}

function sendBar(say: Say, messages: number, actions: PreviewActions): HTMLElement {
  const label = say('notice.send', { n: messages });
  const attributes = { class: 'button filled', 'data-action': 'notice-send' };
  return h(
    'div',
    { class: 'send-bar' },
    button(label, attributes, () => actions.send()),
  );
}
