// The sections of a bulletin on hours, lectures, evaluation, money and what comes next.
import { formatRate } from '../attendance/rate';
import { executionRate } from '../budget/execution';
import { bodyLine, type DocumentTable } from '../document/official-document';
import { formatMean } from '../evaluation/figures';
import type { SessionResult } from '../evaluation/results';
import { formatCents } from '../money/cents';
import { formatDate } from '../notice/words/notice-date';
import { fill, type Language } from '../text/language';
import { BULLETIN_TEXTS } from './bulletin.texts';
import type { ListedSession } from './figures';
import { periodWords } from './period-words';
import type { BulletinFacts, BulletinSection } from './section';

export function hoursSection({ figures, settings, today }: BulletinFacts): BulletinSection {
  const { language } = settings;
  const { hours, period } = figures;
  const counts = {
    day: formatDate(today, language),
    year: period.year,
    withTarget: hours.withTarget,
    reached: hours.reached,
    onCourse: hours.onCourse,
    short: hours.short.length,
  };
  return {
    heading: BULLETIN_TEXTS.hours[language],
    blocks: [
      bodyLine(
        hours.withTarget === 0
          ? BULLETIN_TEXTS.noTarget[language]
          : fill(BULLETIN_TEXTS.hoursCount[language], counts),
      ),
    ],
  };
}

export function taughtSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language } = settings;
  const { taught } = figures;
  return {
    heading: BULLETIN_TEXTS.taught[language],
    blocks:
      taught.length === 0
        ? [bodyLine(BULLETIN_TEXTS.nothingHeld[language])]
        : [sessionTable(taught, language)],
  };
}

export function evaluationSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language, evaluationLeast: least } = settings;
  const { sessions } = figures.evaluation;
  const shown = sessions.filter(({ state }) => state === 'shown');
  const count = (wanted: SessionResult['state']): number =>
    sessions.filter(({ state }) => state === wanted).length;
  const hidden = { sealed: count('sealed'), tooFew: count('tooFew') };
  return {
    heading: BULLETIN_TEXTS.evaluation[language],
    blocks: [
      bodyLine(
        shown.length === 0
          ? BULLETIN_TEXTS.noEvaluation[language]
          : fill(BULLETIN_TEXTS.evaluationMeaning[language], { least }),
      ),
      ...(shown.length === 0 ? [] : [evaluationTable(shown, language)]),
      ...(hidden.sealed + hidden.tooFew === 0
        ? []
        : [bodyLine(fill(BULLETIN_TEXTS.notShown[language], hidden))]),
    ],
  };
}

function evaluationTable(shown: readonly SessionResult[], language: Language): DocumentTable {
  const label = (key: keyof typeof BULLETIN_TEXTS) => BULLETIN_TEXTS[key][language];
  const figure = (key: keyof typeof BULLETIN_TEXTS, width: number) =>
    ({ label: label(key), width, align: 'right' }) as const;
  return {
    kind: 'table',
    columns: [
      { label: label('number'), width: 6, align: 'centre' },
      { label: label('topic'), width: 28 },
      { label: label('speaker'), width: 10 },
      figure('answers', 10),
      figure('response', 9),
      figure('mean', 8),
      figure('satisfied', 9),
      figure('excellent', 9),
    ],
    rows: shown.flatMap(({ figures, number, title, speaker, received, came }) => {
      if (!figures) return [];
      return [
        [
          number === null ? '' : String(number),
          title,
          speaker,
          `${received}/${came}`,
          formatRate({ numerator: received, denominator: came }),
          formatMean(figures.overall),
          formatRate(figures.satisfied),
          formatRate(figures.excellent),
        ],
      ];
    }),
  };
}

export function moneySection({ figures, settings, today }: BulletinFacts): BulletinSection {
  const { language } = settings;
  const { budget, spent, period } = figures;
  const { total, spent: yearSpent, committed, left } = budget.overall;
  const year = {
    day: formatDate(today, language),
    year: period.year,
    total: formatCents(total),
    yearSpent: formatCents(yearSpent),
    rate: formatRate(executionRate(budget.overall)),
    committed: formatCents(committed),
    left: formatCents(left),
  };
  const lines = [
    fill(BULLETIN_TEXTS.moneySpent[language], { spent: formatCents(spent) }),
    total === 0
      ? fill(BULLETIN_TEXTS.noBudget[language], { year: period.year })
      : fill(BULLETIN_TEXTS.moneyYear[language], year),
  ];
  return {
    heading: BULLETIN_TEXTS.money[language],
    blocks: [bodyLine(lines.join(language === 'en' ? ' ' : ''))],
  };
}

export function planSection({ figures, settings }: BulletinFacts): BulletinSection {
  const { language } = settings;
  const { open, planned, next } = figures;
  const facts = { period: periodWords(next, language), count: planned.length };
  const sentences = [
    ...(open.length === 0
      ? []
      : [fill(BULLETIN_TEXTS.openCount[language], { count: open.length })]),
    fill(BULLETIN_TEXTS[planned.length === 0 ? 'noPlan' : 'planCount'][language], facts),
  ];
  const listed = [...open, ...planned];
  return {
    heading: BULLETIN_TEXTS.plan[language],
    blocks: [
      bodyLine(sentences.join(language === 'en' ? ' ' : '')),
      ...(listed.length === 0 ? [] : [sessionTable(listed, language)]),
    ],
  };
}

function sessionTable(sessions: readonly ListedSession[], language: Language): DocumentTable {
  const label = (key: keyof typeof BULLETIN_TEXTS) => BULLETIN_TEXTS[key][language];
  return {
    kind: 'table',
    columns: [
      { label: label('number'), width: 6, align: 'centre' },
      { label: label('date'), width: 17 },
      { label: label('topic'), width: 32 },
      { label: label('speaker'), width: 22 },
      { label: label('taughtHours'), width: 7, align: 'right' },
    ],
    rows: sessions.map(({ number, date, title, speaker, speakerUnit, taughtHours }) => [
      number === null ? '' : String(number),
      formatDate(date, language),
      title,
      speakerUnit === ''
        ? speaker
        : language === 'en'
          ? `${speaker} (${speakerUnit})`
          : `${speaker}（${speakerUnit}）`,
      taughtHours === null ? '' : String(taughtHours),
    ]),
  };
}
