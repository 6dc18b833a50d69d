// The progress of a running send, read from the ledger: visible after the sidebar was reopened, and to colleagues.
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import type { PanelContext } from '../panel-context';
import { button, h } from '../dom';
import { explain } from '../problem-view';
import { ACTION_START, showBusy, showOutcome } from '../run-action';
import { continueSend, nothingSent } from './continue-send';
import { stoppedView } from './sent';

export type SendState = NoticeProgressResponse['sends'][number];

/** Each call costs three of Google's sixty reads a minute. */
const WAITS_MS = [1_500, 3_000, 5_000, 7_000];

const waitAfter = (questions: number): number =>
  WAITS_MS[Math.min(questions, WAITS_MS.length) - 1] ?? 0;

async function fetchSends(context: PanelContext): Promise<readonly SendState[]> {
  try {
    const { sends, isDeploymentAdmin } = await callFunction('noticeProgress', {});
    if (isDeploymentAdmin) context.adviseOtherAccount();
    return sends;
  } catch {
    return []; // the clerk did not start this: a failure is not shown
  }
}

/** Shows in the busy line how far this sidebar's own send has come; ends with what it returns. */
export function followOwnSend(
  context: PanelContext,
  card: Card,
  own: { readonly kind: SendState['kind']; readonly occasionId: string },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = async (questions: number): Promise<void> => {
    const sends = await fetchSends(context);
    if (isOver) return;
    const send = sends.find(
      ({ kind, occasion }) => kind === own.kind && occasion.id === own.occasionId,
    );
    if (send?.state === 'running') showBusy(card, progressText(context, send));
    askLater(questions + 1);
  };
  const askLater = (questions: number): void => {
    timer = setTimeout(() => void ask(questions), waitAfter(questions));
  };
  askLater(1);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

interface Look {
  readonly resume: (send: SendState) => void;
  /** The response to this sidebar's own send did not arrive; the card shows it. */
  readonly isBroken: boolean;
}

/**
 * Looks once whether a send is running or at rest. One that runs is followed, and one that goes on by itself is called on, while
 * nothing else is done here.
 */
export async function lookForSend(context: PanelContext, card: Card, look: Look): Promise<void> {
  let last: SendState | null = null;
  let mayCallOn = true;
  const isTaken = takenBySomethingElse(card);
  for (let questions = 1; ; questions += 1) {
    const sends = await fetchSends(context);
    if (isTaken()) return;
    const found = sends.find((send) => (last ? isSame(send, last) : send.state !== 'finished'));
    if (!found) return;
    const isNews = last === null && !look.isBroken;
    if (found.state !== 'running' && !(found.state === 'paused' && mayCallOn)) {
      // A broken send already has its problem and its way on.
      if (!look.isBroken || last) showStopped(context, card, { send: found, resume: look.resume });
      if (isNews) bringIntoView(card);
      return;
    }
    last = found;
    showBusy(card, progressText(context, found));
    if (isNews) bringIntoView(card);
    if (found.state === 'paused') {
      const { isOver, reason } = await resumeSend(context, card, found);
      if (isTaken()) return;
      if (reason !== null) {
        showStopped(context, card, { send: found, resume: look.resume, reason });
        return;
      }
      mayCallOn = !isOver;
    }
    await new Promise((resolve) => setTimeout(resolve, waitAfter(questions)));
    if (isTaken()) return;
  }
}

/** One more call for the rest of a send, which says meanwhile how far it has come. */
async function resumeSend(
  context: PanelContext,
  card: Card,
  send: SendState,
): Promise<{ readonly isOver: boolean; readonly reason: string | null }> {
  const { kind, occasion } = send;
  const stopFollowing = followOwnSend(context, card, { kind, occasionId: occasion.id });
  const isTaken = takenBySomethingElse(card, stopFollowing);
  try {
    return { isOver: (await continueSend(send)).waiting === 0, reason: null };
  } catch (error) {
    // Somebody else continues it, or Google is busy: the next poll shows which.
    if (!nothingSent(error) || isTaken()) return { isOver: false, reason: null };
    const { detail, nextStep } = explain(error, context.say);
    return { isOver: true, reason: `${detail} ${nextStep}` };
  } finally {
    stopFollowing();
  }
}

/** Whether the clerk has begun something of their own on this card since. */
function takenBySomethingElse(card: Card, taken: () => void = () => undefined): () => boolean {
  let isTaken = false;
  const take = (): void => {
    isTaken = true;
    taken();
  };
  card.element.addEventListener(ACTION_START, take, { once: true });
  return () => isTaken;
}

/** The card is far down; a user who has scrolled already is looking at something else. */
function bringIntoView(card: Card): void {
  if (window.scrollY === 0) card.reveal();
}

const isSame = (a: SendState, b: SendState): boolean =>
  a.kind === b.kind && a.occasion.id === b.occasion.id;

const progressText = ({ say }: PanelContext, { kind, total, waiting }: SendState): string =>
  say('notice.progress', { kind: say(`kind.${kind}`), done: total - waiting, total });

interface Stopped {
  readonly send: SendState;
  readonly resume: Look['resume'];
  /** Why it does not go on by itself. */
  readonly reason?: string | null;
}

function showStopped(
  { say }: PanelContext,
  card: Card,
  { send, resume, reason = null }: Stopped,
): void {
  const { kind, occasion, state, total, sent, failed, unknown, waiting } = send;
  const isDone = state === 'finished';
  const numbers = { sent, failed, unknown, waiting, total };
  showOutcome(card, {
    tone: isDone && failed + unknown === 0 ? 'good' : 'warning',
    status: say(isDone ? 'notice.finished' : 'notice.interrupted', numbers),
    details: [
      h(
        'div',
        { class: 'session', 'data-testid': 'notice-progress' },
        h('strong', {}, `${say(`kind.${kind}`)} · ${occasion.title}`),
        h('span', {}, occasion.when),
        h('span', {}, say('notice.counts', numbers)),
      ),
      stoppedView(reason),
      isDone
        ? null
        : button(
            say('notice.continue'),
            { class: 'button filled', 'data-action': 'notice-continue' },
            () => resume(send),
          ),
    ],
  });
}
