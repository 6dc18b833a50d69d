// One thing that is wrong with a workbook or its deployment, as data.
import { toLocalTime } from '../calendar/zone';
import { fill, type Language, type Text } from '../text/language';
import { DIAGNOSES, type DiagnosisCode, type DiagnosisText, type Level } from './diagnosis.texts';

export interface Diagnosis {
  readonly code: DiagnosisCode;
  readonly facts: Readonly<Record<string, string | number | Text>>;
}

export const diagnosis = (code: DiagnosisCode, facts: Diagnosis['facts'] = {}): Diagnosis => ({
  code,
  facts,
});

export interface RenderedDiagnosis {
  readonly level: Level;
  readonly says: string;
  readonly next: string;
}

export function renderDiagnosis({ code, facts }: Diagnosis, language: Language): RenderedDiagnosis {
  const { level, says, next }: DiagnosisText = DIAGNOSES[code];
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, wordsOf(fact, language)]),
  );
  return { level, says: fill(says[language], values), next: fill(next[language], values) };
}

const wordsOf = (fact: string | number | Text, language: Language): string | number =>
  typeof fact === 'object' ? fact[language] : fact;

const ORDER: readonly Level[] = ['error', 'warning', 'note'];
const rank = ({ code }: Diagnosis): number => ORDER.indexOf(DIAGNOSES[code].level);

/** What keeps something from working first; otherwise as they were found. */
export const worstFirst = (found: readonly Diagnosis[]): Diagnosis[] =>
  found.toSorted((a, b) => rank(a) - rank(b));

/** Nothing but notes. */
export const isHealthy = (found: readonly Diagnosis[]): boolean =>
  found.every(({ code }) => DIAGNOSES[code].level === 'note');

export const hasErrors = (found: readonly Diagnosis[]): boolean =>
  found.some(({ code }) => DIAGNOSES[code].level === 'error');

/** A moment as the administrator reads it. */
export function shownTime(instant: Date, timeZone: string): string {
  const { day, time } = toLocalTime(instant, timeZone);
  return `${day} ${time}`;
}
