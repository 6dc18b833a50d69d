// Choose a kind, preview, then send exactly what was previewed.
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction } from '../bridge';
import { expectAction } from '../expect-action';
import { createCard } from '../card';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { previewOutcome } from '../notice/preview';
import { lookForSend, type SendState } from '../notice/progress';
import { confirmAndSend } from '../notice/send';
import { onNoticeWanted } from '../notice/wanted';
import type { Panel } from '../panel';
import { runAction, showOutcome } from '../run-action';

type Kind = NoticePreview['kind'];
export function noticePanel(context: PanelContext): Panel {
  const { say, noticeKinds } = context;
  const kinds = kindChoice(context);
  const chosen = (): Kind => noticeKinds.find((kind) => kind === kinds.value) ?? 'weekly';

  const preview = (): void => previewOf();
  const previewOf = (occasionId?: string): void =>
    void runAction(context, card, {
      busy: say('notice.busy'),
      work: () => fetchPreview(chosen(), occasionId === undefined ? {} : { occasionId }),
      show: (shown) => {
        previewButton.textContent = say('notice.preview.again');
        return outcomeOf(shown, occasionId);
      },
    });

  /** `occasionId`: what the clerk chose; a new preview is about the same. */
  const outcomeOf = (shown: NoticePreview, occasionId?: string) =>
    previewOutcome(context, shown, {
      fetchFor: (memberId) => fetchPreview(shown.kind, { occasionId: shown.occasion.id, memberId }),
      send: () =>
        void confirmAndSend(context, card, {
          shown,
          previewAgain: () => previewOf(occasionId),
          broken: () => look(true),
        }),
      again: () => previewOf(occasionId),
      choose: previewOf,
      changed: (newer) =>
        showOutcome(card, {
          ...outcomeOf(newer, occasionId),
          tone: 'warning',
          status: say('notice.changed'),
        }),
    });

  /** Mails that are not sent yet are shown once more before they are sent. */
  const resume = ({ kind, occasion }: SendState): void => {
    kinds.value = kind;
    previewOf(occasion.id);
  };
  const look = (isBroken = false): void => void lookForSend(context, card, { resume, isBroken });

  const previewButton = button(
    say('notice.preview'),
    { class: 'button tonal', 'data-action': 'notice-preview' },
    preview,
  );
  const card = createCard(say, {
    name: 'notice',
    drawing: ['M3 5h14v10.5H3z', 'M3.5 5.5 10 11l6.5-5.5'],
    controls: [
      h('label', { class: 'whose' }, h('span', { class: 'small' }, say('notice.kind')), kinds),
      previewButton,
    ],
  });
  onNoticeWanted(({ kind, occasionId }) => {
    kinds.value = kind;
    previewOf(occasionId);
  });
  kinds.addEventListener('change', preview);
  const opened: Panel['opened'] = (week) =>
    void lookForSend(context, card, {
      resume,
      isBroken: false,
      first: week.then(
        ({ sends }) => sends,
        () => [], // the week says what is wrong
      ),
    });
  return { card, start: preview, opened };
}

function kindChoice({ say, noticeKinds }: PanelContext): HTMLSelectElement {
  const options = noticeKinds.map((kind) => h('option', { value: kind }, say(`kind.${kind}`)));
  return h('select', { 'data-action': 'notice-kind' }, ...options);
}

async function fetchPreview(
  kind: Kind,
  choice: { occasionId?: string; memberId?: string },
): Promise<NoticePreview> {
  const request = { action: 'preview', ...(kind !== 'weekly' && { kind }), ...choice } as const;
  return expectAction('preview', await callFunction('weeklyNotice', request));
}
