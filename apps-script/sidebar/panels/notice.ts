// Preview, then send exactly what was previewed.
import type { ProblemCode } from '#core/contract/problem';
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction, RefusedCall } from '../bridge';
import { createCard } from '../card';
import { askToConfirm } from '../confirm';
import { button } from '../dom';
import type { Desk } from '../desk';
import { previewOutcome } from '../notice/preview';
import { sentOutcome } from '../notice/sent';
import type { Panel } from '../panel';
import { runAction, showOutcome } from '../run-action';

export function noticePanel(desk: Desk): Panel {
  const { say } = desk;

  const preview = (): void =>
    void runAction(desk, card, {
      busy: say('notice.busy'),
      work: () => fetchPreview({}),
      show: (shown) => {
        previewButton.textContent = say('notice.preview.again');
        return outcomeOf(shown);
      },
    });

  const outcomeOf = (shown: NoticePreview) =>
    previewOutcome(desk, shown, {
      fetchFor: (memberId) => fetchPreview({ sessionId: shown.session.id, memberId }),
      send: () => void confirmAndSend(shown),
      changed: (newer) =>
        showOutcome(card, {
          ...outcomeOf(newer),
          tone: 'warning',
          status: say('notice.changed'),
        }),
    });

  const confirmAndSend = async (shown: NoticePreview): Promise<void> => {
    const { session, messages, digest } = shown;
    const sure = await askToConfirm(say, {
      title: say('notice.sure', { n: messages }),
      lines: [session.title, session.when, say('notice.final')],
      yes: say('notice.yes'),
      action: 'notice-send',
    });
    if (!sure) return;
    await runAction(desk, card, {
      busy: say('notice.sending', { n: messages }),
      work: () => send(session.id, digest),
      show: (sent) => sentOutcome(say, sent),
      // Sending blindly again is never right: a new preview shows who is still to get the mail.
      retry: { label: say('notice.preview.again'), run: preview },
      note: (error) => (nothingSent(error) ? null : say('notice.broken')),
    });
  };

  const previewButton = button(
    say('notice.preview'),
    { class: 'button tonal', 'data-action': 'notice-preview' },
    preview,
  );
  const card = createCard(say, {
    name: 'notice',
    icon: 'notice',
    title: 'notice.title',
    about: 'notice.about',
    controls: [previewButton],
  });
  return { card, start: preview };
}

/** These refusals come before the first mail; after any other failure some may have left. */
const BEFORE_THE_FIRST_MAIL: readonly ProblemCode[] = [
  'bad-request',
  'not-authenticated',
  'not-allowed',
  'not-found',
  'workbook-incomplete',
  'preview-outdated',
];

function nothingSent(error: unknown): boolean {
  return error instanceof RefusedCall && BEFORE_THE_FIRST_MAIL.includes(error.problem.code);
}

async function fetchPreview(choice: {
  sessionId?: string;
  memberId?: string;
}): Promise<NoticePreview> {
  const answer = await callFunction('weeklyNotice', { action: 'preview', ...choice });
  if (answer.action !== 'preview') throw new Error('asked for a preview, got something else');
  return answer;
}

async function send(sessionId: string, digest: string) {
  const answer = await callFunction('weeklyNotice', { action: 'send', sessionId, digest });
  if (answer.action !== 'send') throw new Error('asked to send, got something else');
  return answer;
}
