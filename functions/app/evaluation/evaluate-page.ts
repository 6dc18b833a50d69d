// The page behind the link to an evaluation: five scores and a comment, once for each person who came.
import { LONGEST_COMMENT, SCORE_KEYS, toScores, type Answer } from '#core/evaluation/answer';
import { readEvaluationStates, type EvaluationState } from '#core/evaluation/evaluation-state';
import {
  planAnswers,
  type AnswerClaim,
  type AnswerResult,
  type AnswerRow,
} from '#core/evaluation/plan-answers';
import { tidyLines } from '#core/text/clean';
import { readSettings } from '#core/model/read-settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { AppError } from '../../errors';
import type { BallotPort } from '../../ports/ballots';
import { createBatcher } from '../runtime/batching';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { PageCase, Visit } from '../runtime/page-case';
import { createReadCache } from '../runtime/read-cache';
import { checkTabs, type Ports } from '../runtime/use-case';
import { answeredView, evaluateView, type EnteredAnswer } from './evaluate-view';

const REQUIRED: readonly TabKey[] = [
  'schedule',
  'roster',
  'attendance',
  'statuses',
  'evaluations',
  'ballots',
];
const TABS: readonly TabKey[] = ['settings', ...REQUIRED, 'leave', 'speakers'];

interface EvaluationTarget {
  readonly spreadsheetId: string;
  readonly sessionId: string;
}

/** Made once for a process: answers that arrive at the same moment are written together. */
export function evaluatePage(): PageCase {
  const answer = createBatcher({
    keyOf: ({ spreadsheetId, sessionId }: EvaluationTarget) =>
      JSON.stringify([spreadsheetId, sessionId]),
    write: writeBatch,
  });
  let read = createReadCache();
  return {
    purpose: 'evaluate',
    tabs: TABS,
    required: REQUIRED,
    read: (...at) => read(...at),
    show(visit, ports) {
      const state = openState(visit, ballotsOf(ports));
      return state.hasAnswered ? answeredView(state, visit) : evaluateView(state, visit, null);
    },
    async submit(visit, form, ports) {
      const { spreadsheetId, occasionId: sessionId, memberId } = visit.claims;
      if (memberId === null) throw new AppError('testLink');
      const entered = readForm(form);
      const answered = toAnswer(entered);
      if (!answered) {
        const state = openState(visit, ballotsOf(ports));
        return evaluateView(state, visit, entered);
      }
      const claim = { memberId, answer: answered, isAnonymous: entered.isAnonymous };
      const result = await answer({ spreadsheetId, sessionId }, claim, ports);
      // A person who looks again at once must see that the answer has arrived.
      read = createReadCache();
      if (result === 'notInvited') throw new AppError('badLink');
      if (result === 'changed') throw new AppError('evaluationChanged');
      if (!result.written && !result.state.hasAnswered) throw new AppError('evaluationOver');
      return answeredView(result.state, visit);
    },
  };
}

function writeBatch(
  target: EvaluationTarget,
  claims: readonly AnswerClaim[],
  ports: Ports,
): Promise<readonly AnswerResult[]> {
  const { spreadsheetId, sessionId } = target;
  const ballots = ballotsOf(ports);
  const read = async (): Promise<Snapshot> => {
    const snapshot = await ports.workbook.read(spreadsheetId, TABS);
    checkTabs({ required: REQUIRED, exact: REQUIRED }, snapshot);
    return snapshot;
  };
  let earlier: ReadonlyMap<string, AnswerRow> = new Map();
  const decide = (snapshot: Snapshot) => {
    const { changes, results, rows } = planAnswers(snapshot, claims, {
      sessionId,
      now: ports.clock.now(),
      settings: readSettings(snapshot.tables.settings).settings,
      ballotOf: (memberId) => ballots.ballot({ ...target, memberId }),
      seal: (words) => ballots.seal(words, target),
      earlier,
    });
    earlier = rows;
    return { changes, result: results };
  };
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'answersBusy' }, ports);
}

/** Throws `AppError` badLink for somebody who did not come, evaluationOver after the last day. */
function openState(
  { snapshot, claims, settings, now }: Visit,
  ballots: BallotPort,
): EvaluationState {
  const { spreadsheetId, occasionId: sessionId, memberId } = claims;
  // A test mail's link is nobody's.
  if (memberId === null) throw new AppError('testLink');
  const ballot = ballots.ballot({ spreadsheetId, sessionId, memberId });
  const state = readEvaluationStates(snapshot, { sessionId, now, settings })({ memberId, ballot });
  if (!state) throw new AppError('badLink');
  if (!state.isOpen && !state.hasAnswered) throw new AppError('evaluationOver');
  return state;
}

function ballotsOf({ ballots }: Pick<Ports, 'ballots'>): BallotPort {
  if (!ballots) throw new AppError('pagesNotSetUp');
  return ballots;
}

/** Signs that no keyboard makes; they would also make a sealed answer longer than the others. */
const CONTROLS = /[^\P{Cc}\r\n\t]/gu;

function readForm(form: URLSearchParams): EnteredAnswer {
  const action = form.get('action');
  if (action !== 'anonymous' && action !== 'named') throw new AppError('badAnswer');
  return {
    scores: SCORE_KEYS.map((key) => form.get(key)),
    comment: tidyLines((form.get('comment') ?? '').replace(CONTROLS, '')),
    isAnonymous: action === 'anonymous',
  };
}

/** Null when a score is missing or the comment is too long: the page is shown again with what was entered. */
function toAnswer({ scores, comment }: EnteredAnswer): Answer | null {
  const numbers = toScores(scores.map((score) => (score === null ? null : Number(score))));
  if (!numbers || Array.from(comment).length > LONGEST_COMMENT) return null;
  return { scores: numbers, comment: comment === '' ? null : comment };
}
