// Preview, then send exactly what was previewed.
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction } from '../bridge';
import { createCard } from '../card';
import type { Desk } from '../desk';
import { button } from '../dom';
import { previewOutcome } from '../notice/preview';
import { confirmAndSend } from '../notice/send';
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
      send: () => void confirmAndSend(desk, card, { shown, previewAgain: preview }),
      changed: (newer) =>
        showOutcome(card, {
          ...outcomeOf(newer),
          tone: 'warning',
          status: say('notice.changed'),
        }),
    });

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

async function fetchPreview(choice: {
  sessionId?: string;
  memberId?: string;
}): Promise<NoticePreview> {
  const answer = await callFunction('weeklyNotice', { action: 'preview', ...choice });
  if (answer.action !== 'preview') throw new Error('asked for a preview, got something else');
  return answer;
}
