// The page behind a notice's link: "I attend" or "I ask for leave", for one person and one session.
import { planReplies, type GivenAnswer, type ReplyClaim } from '#core/reply/plan-reply';
import { readReplyState, type ReplyState } from '#core/reply/reply-state';
import { tidy } from '#core/text/clean';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { LEAVE_KIND_KEYS, type LeaveKind } from '#core/workbook/tabs/leave-kinds';
import { AppError } from '../../errors';
import { createBatcher } from '../runtime/batching';
import type { PageCase, Visit } from '../runtime/page-case';
import { LONGEST_REASON, replyView } from './reply-view';
import { createReadCache } from '../runtime/read-cache';
import { checkTabs, type Ports } from '../runtime/use-case';
import { optimisticWrite } from '../runtime/optimistic-write';

const REQUIRED: readonly TabKey[] = ['schedule', 'roster', 'leave', 'replies'];
const TABS: readonly TabKey[] = ['settings', ...REQUIRED];

interface ReplyTarget {
  readonly spreadsheetId: string;
  readonly sessionId: string;
}

/** Made once for a process: it gathers those who answer at once. */
export function replyPage(): PageCase {
  const answer = createBatcher({
    keyOf: ({ spreadsheetId, sessionId }: ReplyTarget) =>
      JSON.stringify([spreadsheetId, sessionId]),
    write: writeBatch,
  });
  let read = createReadCache();
  return {
    purpose: 'reply',
    tabs: TABS,
    required: REQUIRED,
    read: (...at) => read(...at),
    closed: closedReply,
    show: (visit) => replyView(openState(visit), visit),
    async submit(visit, form, ports) {
      const { spreadsheetId, occasionId: sessionId, memberId } = visit.claims;
      if (memberId === null) throw new AppError('testLink');
      const claim = { memberId, given: readAnswer(form) };
      const state = await answer({ spreadsheetId, sessionId }, claim, ports);
      // A person who looks again at once must see the answer.
      read = createReadCache();
      return replyView(checkOpen(state), visit);
    },
  };
}

function writeBatch(
  { spreadsheetId, sessionId }: ReplyTarget,
  claims: readonly ReplyClaim[],
  ports: Ports,
): Promise<readonly (ReplyState | null)[]> {
  const read = async (): Promise<Snapshot> => {
    const snapshot = await ports.workbook.read(spreadsheetId, TABS);
    checkTabs({ required: REQUIRED, exact: REQUIRED }, snapshot);
    return snapshot;
  };
  const decide = (snapshot: Snapshot) => {
    const { timeZone, language } = readSettings(snapshot.tables.settings).settings;
    const at = { sessionId, now: ports.clock.now(), timeZone, language };
    const { changes, results } = planReplies(snapshot, claims, at);
    return { changes, result: results };
  };
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'answersBusy' }, ports);
}

function openState({ snapshot, claims, settings, now }: Visit): ReplyState {
  const { occasionId: sessionId, memberId } = claims;
  const { timeZone } = settings;
  // A test mail's link is nobody's.
  if (memberId === null) throw new AppError('testLink');
  return checkOpen(readReplyState(snapshot, { sessionId, memberId, now, timeZone }));
}

const CLOSED = {
  cancelled: 'sessionCancelled',
  over: 'sessionOver',
  begun: 'sessionBegun',
} as const;

/** Throws `AppError` badLink for somebody who is not on that day's roster, and why no answer is taken once the session has begun. */
function checkOpen(state: ReplyState | null): ReplyState {
  if (!state) throw new AppError('badLink');
  if (state.closed !== null) throw new AppError(CLOSED[state.closed]);
  return state;
}

function closedReply({ snapshot, claims, settings, now }: Visit): AppError | null {
  const { occasionId: sessionId, memberId } = claims;
  if (memberId === null) return null;
  const { timeZone } = settings;
  const closed = readReplyState(snapshot, { sessionId, memberId, now, timeZone })?.closed ?? null;
  return closed && new AppError(CLOSED[closed]);
}

/** Throws `AppError` badAnswer. */
function readAnswer(form: URLSearchParams): GivenAnswer {
  const action = form.get('action');
  if (action === 'attend') return { answer: 'attend' };
  const kind = kindOf(form.get('kind') ?? '');
  const reason = tidy(form.get('reason') ?? '');
  const proof = tidy(form.get('proof') ?? '');
  const minutes = tidy(form.get('minutes') ?? '').normalize('NFKC');
  const isTooLong = [reason, proof].some((words) => Array.from(words).length > LONGEST_REASON);
  if (
    action !== 'leave' ||
    !kind ||
    reason === '' ||
    isTooLong ||
    !/^(?:[1-9]\d{0,3})?$/.test(minutes)
  )
    throw new AppError('badAnswer');
  return {
    answer: 'leave',
    kind,
    reason,
    proof: proof === '' ? null : proof,
    minutes: minutes === '' ? null : Number(minutes),
  };
}

function kindOf(word: string): LeaveKind | undefined {
  return LEAVE_KIND_KEYS.find((kind) => kind === word);
}
