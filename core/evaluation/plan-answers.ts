// Answers → rows to write: the answer, and apart from it the proof that a person has answered.
import { rowsIn } from '../model/book';
import { maskNumbers } from '../text/mask';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import { SCORE_KEYS, writeSealedText, type Answer } from './answer';
import { planBallots } from './plan-ballots';
import { readEvaluationStates, type EvaluationState } from './evaluation-state';

/** One person's answer to one session's evaluation. */
export interface AnswerClaim {
  readonly memberId: string;
  readonly answer: Answer;
  /** What the page said when it was filled in: whether the answer is kept without the person's ID. */
  readonly isAnonymous: boolean;
}

export interface AnswerContext {
  readonly sessionId: string;
  readonly now: Date;
  readonly settings: Settings;
  readonly ballotOf: (memberId: string) => string;
  readonly seal: (answer: string) => string;
  /**
   * Rows by ballot that an earlier try of this write planned. Where rows were moved meanwhile a try may have been taken back in one of
   * the two tabs only: then a ballot without its answer, or an answer without its ballot, is completed.
   */
  readonly earlier: ReadonlyMap<string, AnswerRow>;
}

export type AnswerRow = Parameters<typeof appendRows<'evaluations'>>[2]['rows'][number];

/** `changed`: since the page was shown the setting was changed, and the answer was not written. */
export type AnswerResult =
  { readonly written: boolean; readonly state: EvaluationState } | 'notInvited' | 'changed';

interface PlannedAnswers {
  readonly changes: readonly WorkbookChange[];
  /** In the order of the claims. */
  readonly results: readonly AnswerResult[];
  /** By ballot, those of earlier tries with them. */
  readonly rows: ReadonlyMap<string, AnswerRow>;
}

/** Of several answers of one person the first counts. */
export function planAnswers(
  snapshot: Snapshot,
  claims: readonly AnswerClaim[],
  context: AnswerContext,
): PlannedAnswers {
  const known = rowsIn(snapshot, 'ballots').flatMap(({ cells: { sessionId, ballot } }) =>
    sessionId !== undefined && ballot !== undefined ? [{ sessionId, ballot }] : [],
  );
  const { earlier, sessionId, settings } = context;
  const kept = rowsIn(snapshot, 'evaluations').map(({ cells }) => cells);
  const isKept = (row: AnswerRow): boolean =>
    kept.some((cells) =>
      row.sealed
        ? cells.sealed === row.sealed
        : cells.sessionId === sessionId && cells.memberId === row.memberId,
    );
  const isLost = (ballot: string): boolean => {
    const row = earlier.get(ballot);
    return row !== undefined && !isKept(row);
  };
  const taken: { readonly ballot: string; readonly row: AnswerRow }[] = [];
  const stateOf = readEvaluationStates(snapshot, context);
  const results = claims.map((claim): AnswerResult => {
    const { memberId } = claim;
    const ballot = context.ballotOf(memberId);
    const state = stateOf({ memberId, ballot });
    if (!state) return 'notInvited';
    if (claim.isAnonymous !== context.settings.evaluationAnonymous) return 'changed';
    const isAnswered = state.hasAnswered && !isLost(ballot);
    const isFirst = !isAnswered && taken.every((one) => one.ballot !== ballot);
    const counts = state.isOpen && isFirst;
    if (counts) taken.push({ ballot, row: earlier.get(ballot) ?? rowOf(claim, context) });
    return { written: counts, state: isFirst ? state : { ...state, hasAnswered: true } };
  });
  if (taken.length === 0) return { changes: [], results, rows: earlier };
  const proven = new Set(known.map(({ ballot }) => ballot));
  const added = taken.filter(({ ballot }) => !proven.has(ballot));
  const ballots = [...known, ...added.map(({ ballot }) => ({ sessionId, ballot }))];
  const rows = taken.map(({ row }) => row).filter((row) => !isKept(row));
  return {
    changes: [
      ...appendRows(snapshot, 'evaluations', { rows, language: settings.language }),
      ...planBallots(snapshot, ballots, settings.language),
    ],
    results,
    rows: new Map([...earlier, ...taken.map(({ ballot, row }) => [ballot, row] as const)]),
  };
}

function rowOf(
  { memberId, answer: given, isAnonymous }: AnswerClaim,
  { sessionId, settings, seal }: AnswerContext,
): AnswerRow {
  const answer = withoutNumbers(given);
  if (isAnonymous)
    return {
      sessionId,
      sealed: seal(writeSealedText({ answer, least: settings.evaluationLeast })),
    };
  const scores = Object.fromEntries(SCORE_KEYS.map((key, item) => [key, answer.scores[item]]));
  return { sessionId, ...scores, comment: answer.comment, memberId };
}

/** A number of an identity or bank card in a comment is not kept: the report would print it. */
function withoutNumbers({ scores, comment }: Answer): Answer {
  return { scores, comment: comment === null ? null : maskNumbers(comment) };
}
