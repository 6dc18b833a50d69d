// Shows what failed, what to do now, and the number an administrator finds it by.
import { RefusedCall } from './bridge';
import { button, h } from './dom';
import { icon } from './icons';
import type { Say } from './say';

interface Explanation {
  readonly detail: string;
  readonly nextStep: string;
  /** '' when the call never reached a function. */
  readonly requestId: string;
  /** Where the next step is explained in full. */
  readonly help?: { readonly label: string; readonly address: string };
}

export function explain(error: unknown, say: Say): Explanation {
  if (isWrongAccount(error)) {
    const help = { label: say('accounts.help'), address: say('accounts.link') };
    return { detail: say('accounts'), nextStep: say('accounts.next'), requestId: '', help };
  }
  if (error instanceof RefusedCall) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return { detail: say('broken', { message }), nextStep: say('broken.next'), requestId: '' };
}

/**
 * The errors with which Google refuses the account before Lectern's own code runs. With several accounts in one browser,
 * google.script.run may run as another one than the workbook was opened with. Google then answers with one of these messages, some of them in the user's language.
 */
const REFUSAL =
  /PERMISSION_DENIED|authori[sz]ation|授[权權]|do not have permission|no item with the given id|googleapis\.com\/auth\//i;

function isWrongAccount(error: unknown): boolean {
  // A function's own response has a request id, and its text may come from the workbook.
  if (error instanceof RefusedCall)
    return error.problem.requestId === '' && REFUSAL.test(error.problem.detail);
  return REFUSAL.test(error instanceof Error ? error.message : String(error));
}

/** For a line that has no room for more. */
export function explainInLine(error: unknown, say: Say): string {
  const { detail, nextStep } = explain(error, say);
  return `${detail} ${nextStep}`;
}

export interface Retry {
  readonly label: string;
  readonly run: () => void;
}

export function problemView(
  problem: Explanation,
  options: { say: Say; retry: Retry; note: string | null; testId: string },
): HTMLElement {
  const { say, retry, note, testId } = options;
  const { help } = problem;
  return h(
    'div',
    { class: 'problem', role: 'alert', 'data-testid': testId },
    h('p', { class: 'problem-detail' }, icon('alert'), h('span', {}, problem.detail)),
    h('p', {}, say('next', { step: problem.nextStep })),
    help === undefined
      ? null
      : h('p', {}, h('a', { href: help.address, target: '_blank', rel: 'noreferrer' }, help.label)),
    note === null ? null : h('p', {}, note),
    problem.requestId === ''
      ? null
      : h('p', { class: 'small' }, say('request', { id: problem.requestId })),
    button(retry.label, { class: 'button outlined', 'data-action': 'retry' }, retry.run),
  );
}
