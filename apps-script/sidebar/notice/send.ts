// Sends what the preview showed, after the clerk has confirmed it.
import type { NoticePreview } from '#core/contract/weekly-notice';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import { askToConfirm } from '../confirm';
import type { PanelContext } from '../panel-context';
import { runAction } from '../run-action';
import { CALL_SECONDS, nothingSent, sendRemaining, type SendTotals } from './continue-send';
import { followOwnSend } from './progress';
import { sentOutcome } from './sent';

interface SendActions {
  readonly shown: NoticePreview;
  readonly previewAgain: () => void;
  /** The response did not arrive, but mails may still be on their way. */
  readonly broken: () => void;
}

export async function confirmAndSend(
  context: PanelContext,
  card: Card,
  { shown, previewAgain, broken }: SendActions,
): Promise<void> {
  const { say } = context;
  const { kind, occasion, messages } = shown;
  const sure = await askToConfirm(say, {
    title: say('notice.sure', { n: messages }),
    lines: [say(`kind.${kind}`), occasion.title, occasion.when, say('notice.final')],
    yes: say('notice.yes'),
    action: 'notice-send',
  });
  if (!sure) return;
  const outcome = { isBroken: false };
  await runAction(context, card, {
    busy: say('notice.sending', { n: messages }),
    isFollowed: true,
    work: () => send(context, card, shown),
    show: (sent) => sentOutcome(say, sent),
    // Never send again without looking: a new preview shows who has not received the mail.
    retry: { label: say('notice.preview.again'), run: previewAgain },
    note: (error) => {
      outcome.isBroken = !nothingSent(error);
      return outcome.isBroken ? say('notice.broken') : null;
    },
  });
  if (outcome.isBroken) broken();
}

async function send(
  context: PanelContext,
  card: Card,
  { kind, occasion, fingerprint }: NoticePreview,
): Promise<SendTotals> {
  const stopFollowing = followOwnSend(context, card, { kind, occasionId: occasion.id });
  const request = {
    ...(kind !== 'weekly' && { kind }),
    occasionId: occasion.id,
    fingerprint,
    seconds: CALL_SECONDS,
  };
  try {
    const answer = await callFunction('weeklyNotice', { action: 'send', ...request });
    if (answer.action !== 'send') throw new Error('asked to send, got something else');
    return await sendRemaining(answer, context.say);
  } finally {
    stopFollowing();
  }
}
