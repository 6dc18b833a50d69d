// What listeners thought of each speaker, from the evaluations of the workbook.
import type { Book } from '#core/model/book';
import type { SpeakerScore } from '#core/speakers/usage';

/** By the speaker's id. */
export function speakerScores(_: Book): ReadonlyMap<string, SpeakerScore> {
  return new Map();
}
