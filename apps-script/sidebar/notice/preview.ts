// What the clerk checks before sending: the session, who gets the mail and who does not, and the mail itself.
import type { NoticePreview } from '#core/contract/weekly-notice';
import type { Desk } from '../desk';
import { button, h } from '../dom';
import { findingsView } from '../findings-view';
import type { Outcome } from '../run-action';
import type { Say } from '../say';
import { doubtView } from './doubt';
import { mailView, type PreviewActions } from './mail';
import { peopleView } from './people';

export function previewOutcome(
  desk: Desk,
  preview: NoticePreview,
  actions: PreviewActions,
): Outcome {
  const { say } = desk;
  const { messages, recipients, skipped, findings } = preview;
  const blocked = findings.length > 0;
  return {
    ...verdict(say, preview),
    details: [
      sessionView(preview.session),
      ...findingsView(desk, findings),
      recipients.length === 0 ? null : recipientsView(say, recipients),
      doubtView(desk, preview, () => actions.again()),
      peopleView(say, 'notice.skipped', skipped),
      preview.sample === null
        ? null
        : mailView(desk, { ...preview, sample: preview.sample }, actions),
      blocked || messages === 0 ? null : sendBar(say, messages, actions),
    ],
  };
}

function verdict(
  say: Say,
  { findings, messages }: NoticePreview,
): Pick<Outcome, 'tone' | 'status'> {
  if (findings.length > 0) {
    return { tone: 'bad', status: say('notice.blocked', { n: findings.length }) };
  }
  if (messages === 0) return { tone: 'warning', status: say('notice.nobody') };
  return { tone: 'good', status: say('notice.ready', { n: messages }) };
}

export function sessionView({ title, when, venue }: NoticePreview['session']): HTMLElement {
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
