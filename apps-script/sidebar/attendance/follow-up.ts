// Who was absent without leave: the list, then one mail to each of them and a digest to each unit's contact, sent after confirmation.
import type { FollowUpPreview, FollowUpSent } from '#core/contract/absence-follow-up';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { askToConfirm } from '../confirm';
import { expectAction } from '../expect-action';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { findingsView } from '../findings-view';
import { CALL_SECONDS, nothingSent, sendRemaining, type SendTotals } from '../notice/continue-send';
import { sentDetails, stoppedView } from '../notice/sent';
import { occasionView } from '../notice/preview';
import { runAction, type ActionOutcome } from '../run-action';
import type { Say } from '../say';
import { sessionChoice } from '../session-choice';

const KINDS = ['absence', 'digest'] as const;
type Kind = (typeof KINDS)[number];

/** Of this session; without one, of the last session held. */
export function showFollowUp(context: PanelContext, card: Card, sessionId?: string): Promise<void> {
  const request = { action: 'preview', ...(sessionId !== undefined && { sessionId }) } as const;
  return runAction(context, card, {
    busy: context.say('followUp.busy'),
    work: async () => expectAction('preview', await callFunction('absenceFollowUp', request)),
    show: (shown) => previewOutcome(context, card, shown),
  });
}

function previewOutcome(context: PanelContext, card: Card, shown: FollowUpPreview): ActionOutcome {
  const { say } = context;
  const { session, absent, notRecorded, unclear } = shown;
  const choices = KINDS.filter((kind) => canSend(shown[kind])).map((kind) =>
    choiceOf(say, shown[kind], kind),
  );
  const chosen = (): Kind[] => choices.flatMap(({ kind, box }) => (box.checked ? [kind] : []));
  const blocking = distinct(KINDS.flatMap((kind) => shown[kind].findings));
  return {
    tone: blocking.length > 0 ? 'bad' : absent.length > 0 ? 'warning' : 'good',
    status: absent.length > 0 ? say('followUp.found', { n: absent.length }) : say('followUp.none'),
    details: [
      sessionChoice(say, 'follow-up-session', {
        shown: session.id,
        sessions: shown.sessions,
        choose: (id) => void showFollowUp(context, card, id),
      }),
      occasionView(session),
      notRecorded === 0
        ? null
        : h('p', { class: 'note' }, say('followUp.unrecorded', { n: notRecorded })),
      unclear.length === 0
        ? null
        : h(
            'p',
            { class: 'note' },
            say('followUp.unclear', { n: unclear.length, names: unclear.join(say('list')) }),
          ),
      absent.length === 0 ? null : absentView(say, absent),
      ...findingsView(context, blocking),
      ...KINDS.map((kind) => sampleView(say, shown[kind])),
      ...choices.map(({ element }) => element),
      choices.length === 0
        ? null
        : button(
            say('followUp.send'),
            { class: 'button filled', 'data-action': 'follow-up-send' },
            () => void confirmAndSend(context, card, { shown, kinds: chosen() }),
          ),
    ],
  };
}

/** Both kinds of mail check the same entries of the session: a finding is shown once. */
function distinct(findings: NoticePreview['findings']): NoticePreview['findings'] {
  const seen = new Set<string>();
  return findings.filter(({ rule, tab, cell, message }) => {
    const key = [rule, tab, cell, message].join('|');
    return !seen.has(key) && seen.add(key);
  });
}

const canSend = ({ findings, messages }: NoticePreview): boolean =>
  findings.length === 0 && messages > 0;

function choiceOf(say: Say, { messages }: NoticePreview, kind: Kind) {
  const box = h('input', { type: 'checkbox', checked: true, 'data-action': `follow-up-${kind}` });
  const words = say(`followUp.${kind}`, { n: messages });
  return { kind, box, element: h('label', { class: 'send-choice' }, box, words) };
}

function absentView(say: Say, absent: FollowUpPreview['absent']): HTMLElement {
  const rows = absent.map(({ name, unit, inARow, noMail }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name, h('div', { class: 'small' }, unit)),
      h('td', {}, String(inARow)),
      h('td', {}, noMail ?? say('followUp.mail')),
    ),
  );
  const labels = (['followUp.name', 'followUp.inARow', 'followUp.mailed'] as const).map((key) =>
    h('th', { scope: 'col' }, say(key)),
  );
  return h(
    'table',
    { 'data-testid': 'follow-up-absent' },
    h('thead', {}, h('tr', {}, ...labels)),
    h('tbody', {}, ...rows),
  );
}

function sampleView(say: Say, { kind, sample }: NoticePreview): HTMLElement | null {
  if (sample === null) return null;
  return h(
    'details',
    { class: 'group', 'data-testid': `follow-up-sample-${kind}` },
    h('summary', {}, `${say('notice.sample')} · ${say(`kind.${kind}`)}`),
    h('p', { class: 'small' }, `${sample.to} · ${sample.subject}`),
    h('pre', { tabindex: 0 }, sample.text),
  );
}

interface Choice {
  readonly shown: FollowUpPreview;
  readonly kinds: readonly Kind[];
}

async function confirmAndSend(
  context: PanelContext,
  card: Card,
  { shown, kinds }: Choice,
): Promise<void> {
  const { say } = context;
  const { session } = shown;
  const n = kinds.reduce((sum, kind) => sum + shown[kind].messages, 0);
  if (n === 0) return;
  const lines = kinds.map((kind) => say(`followUp.${kind}`, { n: shown[kind].messages }));
  const sure = await askToConfirm(say, {
    title: say('followUp.sure', { n }),
    lines: [session.title, session.when, ...lines, say('notice.final')],
    yes: say('notice.yes'),
    action: 'follow-up-send',
  });
  if (!sure) return;
  const fingerprints = Object.fromEntries(kinds.map((kind) => [kind, shown[kind].fingerprint]));
  const request = {
    action: 'send',
    sessionId: session.id,
    ...fingerprints,
    seconds: CALL_SECONDS,
  } as const;
  await runAction(context, card, {
    busy: say('followUp.sending', { n }),
    work: async () =>
      sendAll(expectAction('send', await callFunction('absenceFollowUp', request)), say),
    show: (sent) => sentOutcome(say, sent),
    // Never send again without looking: a new preview shows who has not received the mail.
    retry: {
      label: say('notice.preview.again'),
      run: () => void showFollowUp(context, card, session.id),
    },
    note: (error) => (nothingSent(error) ? null : say('notice.broken')),
  });
}

interface SentAll {
  readonly mails: readonly SendTotals[];
  readonly refused: string | null;
}

/** Mails that did not fit into one call are sent in further calls. */
async function sendAll({ absence, digest, refused }: FollowUpSent, say: Say): Promise<SentAll> {
  const mails: SendTotals[] = [];
  for (const sent of [absence, digest]) if (sent) mails.push(await sendRemaining(sent, say));
  return { mails, refused };
}

function sentOutcome(say: Say, { mails, refused }: SentAll): ActionOutcome {
  const isComplete = mails.every(
    ({ failed, unknown, stopped }) => failed.length + unknown.length === 0 && stopped === null,
  );
  return {
    tone: isComplete && refused === null ? 'good' : 'warning',
    status: say('notice.sent', { n: mails.reduce((sum, one) => sum + one.sent, 0) }),
    details: [
      refused === null
        ? null
        : h('p', { class: 'note' }, say('followUp.refused', { reason: refused })),
      ...mails.flatMap((one) => [
        h('h3', {}, say(`kind.${one.kind}`)),
        stoppedView(one.stopped),
        ...sentDetails(say, one),
      ]),
    ],
  };
}
