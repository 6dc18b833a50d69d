// Runs an action: busy, then the result, or the problem with a next step.
import type { Card, Tone } from './card';
import type { PanelContext } from './panel-context';
import { h, type Child } from './dom';
import { icon } from './icons';
import { explain, problemView, type Retry } from './problem-view';

const LONG_AFTER_MS = 8000;

/** Bubbles from a card when its action starts. */
export const ACTION_START = 'lectern-action-start';

export interface ActionOutcome {
  readonly tone: Tone;
  readonly status: string;
  readonly details: readonly Child[];
}

interface Action<T> {
  readonly busy: string;
  work(): Promise<T>;
  show(value: T): ActionOutcome;
  /** The action of the button below the problem, in place of a retry. */
  readonly retry?: Retry;
  /** The action shows its own progress. */
  readonly isFollowed?: true;
  /** Shown with the problem. */
  readonly note?: (error: unknown) => string | null;
}

export function runAction<T>(context: PanelContext, card: Card, action: Action<T>): Promise<void> {
  return context.runExclusively(async () => {
    card.element.dispatchEvent(new CustomEvent(ACTION_START, { bubbles: true }));
    card.element.setAttribute('aria-busy', 'true');
    card.setResult();
    showBusy(card, action.busy);
    const long = setTimeout(() => {
      if (!action.isFollowed) showBusy(card, `${action.busy} ${context.say('working.long')}`);
    }, LONG_AFTER_MS);
    try {
      showOutcome(card, action.show(await action.work()));
    } catch (error) {
      showProblem(context, card, { action, error });
    } finally {
      clearTimeout(long);
      card.element.removeAttribute('aria-busy');
    }
    card.reveal();
  });
}

export function showBusy(card: Card, message: string): void {
  card.setStatus('busy', h('span', { class: 'spinner' }), h('span', {}, message));
}

export function showOutcome(card: Card, { tone, status, details }: ActionOutcome): void {
  card.setStatus(tone, icon(tone === 'good' ? 'done' : 'alert'), h('span', {}, status));
  card.setResult(...details);
}

function showProblem<T>(
  context: PanelContext,
  card: Card,
  { action, error }: { action: Action<T>; error: unknown },
): void {
  const { say } = context;
  const again: Retry = {
    label: say('retry'),
    run: () => void runAction(context, card, action),
  };
  card.setStatus('bad');
  card.setResult(
    problemView(explain(error, say), {
      say,
      retry: action.retry ?? again,
      note: action.note?.(error) ?? null,
      testId: `${card.name}-error`,
    }),
  );
}
