// A running send as the ledger tells it: seen after the sidebar was closed and opened again, and by a colleague's sidebar too.
import type { NoticeProgressResponse } from '#core/contract/notice-progress';
import { callFunction } from '../bridge';
import type { Card } from '../card';
import type { Desk } from '../desk';
import { button, h } from '../dom';
import { explain } from '../problem-view';
import { ACTION_START, showBusy, showOutcome } from '../run-action';
import { callOn, nothingSent } from './go-on';
import { stoppedView } from './sent';

export type Send = NoticeProgressResponse['sends'][number];

/** Each question costs three of Google's reads, of which there are sixty a minute. */
const WAITS_MS = [1_500, 3_000, 5_000, 7_000];

const waitAfter = (questions: number): number =>
  WAITS_MS[Math.min(questions, WAITS_MS.length) - 1] ?? 0;

async function fetchSends(desk: Desk): Promise<readonly Send[]> {
  try {
    const { sends, isDeploymentAdmin } = await callFunction('noticeProgress', {});
    if (isDeploymentAdmin) desk.adviseOtherAccount();
    return sends;
  } catch {
    return []; // what the clerk did not ask for must not trouble them
  }
}

/** Shows in the busy line how far this sidebar's own send has come; ends with what it returns. */
export function followOwnSend(
  desk: Desk,
  card: Card,
  own: { readonly kind: Send['kind']; readonly sessionId: string },
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = async (questions: number): Promise<void> => {
    const sends = await fetchSends(desk);
    if (isOver) return;
    const send = sends.find(
      ({ kind, session }) => kind === own.kind && session.id === own.sessionId,
    );
    if (send?.state === 'running') showBusy(card, progressText(desk, send));
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
  readonly resume: (send: Send) => void;
  /** The answer to this sidebar's own send did not arrive, and the card says so. */
  readonly isBroken: boolean;
}

/**
 * Looks once whether a send is running or at rest. One that runs is followed, and one that goes on by itself is called on, while
 * nothing else is done here.
 */
export async function lookForSend(desk: Desk, card: Card, look: Look): Promise<void> {
  let last: Send | null = null;
  let mayCallOn = true;
  const isTaken = takenBySomethingElse(card);
  for (let questions = 1; ; questions += 1) {
    const sends = await fetchSends(desk);
    if (isTaken()) return;
    const found = sends.find((send) => (last ? isSame(send, last) : send.state !== 'finished'));
    if (!found) return;
    const isNews = last === null && !look.isBroken;
    if (found.state !== 'running' && !(found.state === 'paused' && mayCallOn)) {
      // A broken send already has its problem and its way on.
      if (!look.isBroken || last) showStopped(desk, card, { send: found, resume: look.resume });
      if (isNews) bringIntoView(card);
      return;
    }
    last = found;
    showBusy(card, progressText(desk, found));
    if (isNews) bringIntoView(card);
    if (found.state === 'paused') {
      const { isOver, reason } = await goOn(desk, card, found);
      if (isTaken()) return;
      if (reason !== null) {
        showStopped(desk, card, { send: found, resume: look.resume, reason });
        return;
      }
      mayCallOn = !isOver;
    }
    await new Promise((resolve) => setTimeout(resolve, waitAfter(questions)));
    if (isTaken()) return;
  }
}

/** One more call for the rest of a send, which says meanwhile how far it has come. */
async function goOn(
  desk: Desk,
  card: Card,
  send: Send,
): Promise<{ readonly isOver: boolean; readonly reason: string | null }> {
  const { kind, session } = send;
  const stopFollowing = followOwnSend(desk, card, { kind, sessionId: session.id });
  const isTaken = takenBySomethingElse(card, stopFollowing);
  try {
    return { isOver: (await callOn(send)).waiting === 0, reason: null };
  } catch (error) {
    // Somebody else goes on with it, or Google is busy: the next look tells.
    if (!nothingSent(error) || isTaken()) return { isOver: false, reason: null };
    const { detail, nextStep } = explain(error, desk.say);
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

/** The card stands far down; whoever has scrolled already is looking at something else. */
function bringIntoView(card: Card): void {
  if (window.scrollY === 0) card.reveal();
}

const isSame = (a: Send, b: Send): boolean => a.kind === b.kind && a.session.id === b.session.id;

const progressText = ({ say }: Desk, { kind, total, waiting }: Send): string =>
  say('notice.progress', { kind: say(`kind.${kind}`), done: total - waiting, total });

interface Stopped {
  readonly send: Send;
  readonly resume: Look['resume'];
  /** Why it does not go on by itself. */
  readonly reason?: string | null;
}

function showStopped({ say }: Desk, card: Card, { send, resume, reason = null }: Stopped): void {
  const { kind, session, state, total, sent, failed, unknown, waiting } = send;
  const isDone = state === 'finished';
  const numbers = { sent, failed, unknown, waiting, total };
  showOutcome(card, {
    tone: isDone && failed + unknown === 0 ? 'good' : 'warning',
    status: say(isDone ? 'notice.finished' : 'notice.interrupted', numbers),
    details: [
      h(
        'div',
        { class: 'session', 'data-testid': 'notice-progress' },
        h('strong', {}, `${say(`kind.${kind}`)} · ${session.title}`),
        h('span', {}, session.when),
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
