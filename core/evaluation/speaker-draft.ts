// What a speaker is told of the evaluation: figures only. Comments stay with the office, because they may reveal who wrote them.
import { formatRate } from '../attendance/rate';
import { formatDate } from '../notice/words/notice-date';
import { fill } from '../text/language';
import type { Settings } from '../workbook/read/settings';
import { EVALUATION_TEXTS } from './evaluation.texts';
import { formatMean } from './figures';
import type { SessionResult } from './results';

/** A draft that a clerk copies into a mail. */
export interface SpeakerDraft {
  readonly subject: string;
  readonly text: string;
}

/** Null while the session's results are not shown. */
export function speakerDraft(result: SessionResult, settings: Settings): SpeakerDraft | null {
  const { figures, number, speaker, title, date, came, received } = result;
  if (!figures) return null;
  const { language, programme, organiser, evaluationItems } = settings;
  const response = formatRate({ numerator: received, denominator: came });
  const subject =
    number === null
      ? fill(EVALUATION_TEXTS.draftSubjectUnnumbered[language], { programme })
      : fill(EVALUATION_TEXTS.draftSubject[language], { programme, number });
  const opening = { programme, title, date: formatDate(date, language) };
  const lines = [
    fill(EVALUATION_TEXTS.draftGreeting[language], { speaker }),
    '',
    fill(EVALUATION_TEXTS.draftOpening[language], opening),
    '',
    fill(EVALUATION_TEXTS.draftResponse[language], { answers: received, came, response }),
    ...evaluationItems.map((item, at) =>
      fill(EVALUATION_TEXTS.draftScore[language], { item, mean: formatMean(figures.items[at]) }),
    ),
    fill(EVALUATION_TEXTS.draftOverall[language], {
      mean: formatMean(figures.overall),
      satisfied: formatRate(figures.satisfied),
      excellent: formatRate(figures.excellent),
    }),
    '',
    EVALUATION_TEXTS.draftClosing[language],
    '',
    organiser,
  ];
  return { subject, text: lines.join('\n') };
}
