// What listeners thought of the sessions whose evaluation is over: opened answers, sorted by content. The last session's is still open.
import { byContent, type Answer, type Scores } from '#core/evaluation/answer';
import { text, type Text } from '#core/text/language';
import type { SampleRow } from './sample';
import { HELD_SESSIONS } from './sessions';

/** Answers to each session in turn; the third has enough to be shown, and too few to rank its speaker. */
const ANSWERS = [46, 52, 8, 61, 44, 39, 57, 48, 63];

/** Out of ten: how many listeners give less than five, session by session. */
const CRITICAL = [3, 5, 2, 4, 6, 3, 1, 5, 2];

const COMMENTS: readonly Text[] = [
  text(
    '案例贴近本区实际，希望多讲操作办法。',
    '案例貼近本區實際，希望多講操作辦法。',
    'The cases fit our district; more on how to proceed, please.',
  ),
  text(
    '信息量大，建议课前发放讲义。',
    '資訊量大，建議課前發放講義。',
    'A lot of material; hand it out before the session.',
  ),
  text(
    '时间稍紧，互动环节可以多留一些。',
    '時間稍緊，互動環節可以多留一些。',
    'A little short of time; leave more for questions.',
  ),
];

/** From 0 to 9: well mixed, yet the same in every run. */
function drawOf(session: number, answer: number, item: number): number {
  const mixed = Math.imul(
    Math.imul(session + 3, 0x9e3779b1) ^ Math.imul(answer + 7, 0x85ebca6b),
    item + 11,
  );
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 10;
}

function scoreOf(session: number, answer: number, item: number): number {
  const draw = drawOf(session, answer, item);
  if (draw >= (CRITICAL[session] ?? 0)) return 5;
  return draw === 0 && drawOf(session, answer, item + 5) < 4 ? 3 : 4;
}

interface Given extends Answer {
  readonly words: Text | null;
}

function answersOf(session: number, count: number): Given[] {
  return Array.from({ length: count }, (_, answer): Given => {
    const item = (at: number): number => scoreOf(session, answer, at);
    const scores: Scores = [item(0), item(1), item(2), item(3), item(4)];
    const words = answer === 5 ? (COMMENTS[session % COMMENTS.length] ?? null) : null;
    return { scores, comment: words?.['zh-CN'] ?? null, words };
  }).toSorted(byContent);
}

export const EVALUATIONS: readonly SampleRow<'evaluations'>[] = ANSWERS.flatMap((count, at) =>
  answersOf(at, count).map(({ scores, words }): SampleRow<'evaluations'> => {
    const [score1, score2, score3, score4, score5] = scores;
    const sessionId = HELD_SESSIONS[at]?.id ?? '';
    return { sessionId, score1, score2, score3, score4, score5, comment: words };
  }),
);
