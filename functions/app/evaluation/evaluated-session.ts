// One session's results as the sidebar shows them.
import { formatRate } from '#core/attendance/rate';
import type { EvaluatedSession } from '#core/contract/evaluation-report';
import { lastEvaluationDay } from '#core/model/evaluation-time';
import { formatMean, tenthsOfPoints, type EvaluationFigures } from '#core/evaluation/figures';
import { resultLabel, type SessionResult } from '#core/evaluation/results';
import { speakerDraft } from '#core/evaluation/speaker-draft';
import type { Language } from '#core/text/language';
import type { Settings } from '#core/workbook/read/settings';

interface Shown {
  readonly settings: Settings;
  readonly language: Language;
  /** Sessions whose evaluation can be closed now. */
  readonly closable: ReadonlySet<string>;
}

export function evaluatedSession(
  result: SessionResult,
  { settings, language, closable }: Shown,
): EvaluatedSession {
  const { id, number, date, title, speaker, came, received, state, figures } = result;
  return {
    id,
    number,
    date,
    title,
    speaker,
    came,
    received,
    response: formatRate({ numerator: received, denominator: came }),
    state,
    stateLabel: resultLabel(result, language),
    lastDay: lastEvaluationDay(date, settings),
    canClose: state === 'sealed' && closable.has(id),
    figures: figures && shownFigures(figures, settings),
    draft: speakerDraft(result, settings),
  };
}

function shownFigures(
  figures: EvaluationFigures,
  { evaluationItems }: Settings,
): EvaluatedSession['figures'] {
  const { answers, items, overall, satisfied, excellent } = figures;
  const tenths = tenthsOfPoints(overall);
  return {
    answers,
    items: evaluationItems.map((label, at) => ({ label, mean: formatMean(items[at]) })),
    mean: formatMean(overall),
    points: tenths === null ? '—' : (tenths / 10).toFixed(1),
    satisfied: formatRate(satisfied),
    excellent: formatRate(excellent),
  };
}
