// What listeners thought of each speaker, from the evaluations of the workbook.
import { readAnswerRows } from '#core/evaluation/answer-rows';
import { hundredthsOf } from '#core/evaluation/figures';
import { evaluationResults } from '#core/evaluation/results';
import { toDay } from '#core/calendar/day';
import type { Book } from '#core/model/book';
import type { SpeakerScore } from '#core/speakers/usage';

/** All that a schedule can hold. */
const ALL_DAYS = { from: toDay('1950-01-01'), to: toDay('9999-12-31') };

/** By the speaker's id; of sessions whose results may be shown. A workbook without evaluations has none. */
export function speakerScores(book: Book): ReadonlyMap<string, SpeakerScore> {
  // Who came decides about response rates only, and those are not asked for.
  const sources = { records: [], rows: readAnswerRows(book.tables) };
  const { speakers } = evaluationResults(book, ALL_DAYS, sources);
  return new Map(
    speakers.flatMap(({ speakerId, figures }) => {
      const mean = hundredthsOf(figures.overall);
      return mean === null ? [] : [[speakerId, { mean, answers: figures.answers }] as const];
    }),
  );
}
