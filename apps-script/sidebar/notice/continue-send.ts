// A send larger than one call: the sidebar calls again until nothing is left.
import type { NoticeSent } from '#core/contract/weekly-notice';
import type { ProblemCode } from '#core/contract/problem';
import { callFunction, RefusedCall } from '../bridge';
import { explain } from '../problem-view';
import type { Say } from '../say';

/** Each call must return within this time, because UrlFetchApp may stop waiting after a minute. */
export const CALL_SECONDS = 50;

const SHORT_WAIT_MS = 1_000;
/** The mail server's limit a minute was reached. */
const LONG_WAIT_MS = 15_000;

/** All calls of one send together. */
export interface SendTotals extends NoticeSent {
  /** Why the rest was not sent; null when everything was sent. */
  readonly stopped: string | null;
}

type Which = Pick<NoticeSent, 'kind'> & { readonly occasion: { readonly id: string } };

/** Another call for what is left of a send. */
export async function continueSend({ kind, occasion }: Which): Promise<NoticeSent> {
  const request = {
    action: 'continue',
    kind,
    occasionId: occasion.id,
    seconds: CALL_SECONDS,
  } as const;
  const answer = await callFunction('weeklyNotice', request);
  if (answer.action !== 'send') throw new Error('asked to send, got something else');
  return answer;
}

/** Returns what was sent, also when the rest is refused. Throws when the outcome of the last call is unknown. */
export async function sendRemaining(first: NoticeSent, say: Say): Promise<SendTotals> {
  let whole = first;
  while (whole.waiting > 0) {
    try {
      const next = await continueSend(whole);
      whole = addUp(whole, next);
      if (next.waiting > 0) await pause(next.sent > 0 ? SHORT_WAIT_MS : LONG_WAIT_MS);
    } catch (error) {
      if (!nothingSent(error)) throw error;
      const { detail, nextStep } = explain(error, say);
      return { ...whole, stopped: `${detail} ${nextStep}` };
    }
  }
  return { ...whole, stopped: null };
}

/** Temporary failures of one call are tried again in the next. */
function addUp(before: NoticeSent, next: NoticeSent): NoticeSent {
  const forGood = before.failed.filter(({ code }) => code === 'failed');
  return {
    ...next,
    sent: before.sent + next.sent,
    failed: [...forGood, ...next.failed],
    unknown: [...before.unknown, ...next.unknown],
    skipped: [...before.skipped, ...next.skipped],
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** These refusals come before the first mail; after any other failure some mails may have been sent. */
const BEFORE_THE_FIRST_MAIL: readonly ProblemCode[] = [
  'bad-request',
  'not-authenticated',
  'not-allowed',
  'not-found',
  'workbook-incomplete',
  'preview-outdated',
];

export function nothingSent(error: unknown): boolean {
  return error instanceof RefusedCall && BEFORE_THE_FIRST_MAIL.includes(error.problem.code);
}
