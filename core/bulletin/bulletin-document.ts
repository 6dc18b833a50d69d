// The figures of a period → the bulletin as an official document.
import {
  type DocumentBlock,
  type OfficialDocument,
  bodyLine,
  headingLine,
} from '../document/official-document';
import { formatDate } from '../notice/words/notice-date';
import { fill } from '../text/language';
import {
  absenceSection,
  fullSection,
  overallSection,
  streakSection,
  unitSection,
} from './attendance-sections';
import { BULLETIN_TEXTS, NUMERALS } from './bulletin.texts';
import { periodWords, spanWords } from './period-words';
import type { BulletinFacts, BulletinSection } from './section';
import {
  evaluationSection,
  hoursSection,
  moneySection,
  planSection,
  taughtSection,
} from './programme-sections';

const SECTIONS: readonly ((facts: BulletinFacts) => BulletinSection)[] = [
  overallSection,
  unitSection,
  fullSection,
  absenceSection,
  streakSection,
  hoursSection,
  taughtSection,
  evaluationSection,
  moneySection,
  planSection,
];

/** `number`: the document number that the office gave it; null: none yet. */
export function bulletinDocument(facts: BulletinFacts, number: string | null): OfficialDocument {
  const { figures, settings, today } = facts;
  const { language, programme, organiser } = settings;
  const period = periodWords(figures.period, language);
  const line = (look: 'centred' | 'plain' | 'signature', words: string): DocumentBlock => ({
    kind: 'paragraph',
    look,
    text: words,
  });
  return {
    language,
    title: fill(BULLETIN_TEXTS.title[language], { period, programme }),
    blocks: [
      ...(number === null ? [] : [line('centred', number)]),
      line('centred', spanWords(figures.period, language)),
      line('plain', BULLETIN_TEXTS.addressee[language]),
      bodyLine(fill(BULLETIN_TEXTS.opening[language], { period, programme })),
      ...SECTIONS.map((section) => section(facts)).flatMap(({ heading, blocks }, at) => [
        headingLine(
          fill(BULLETIN_TEXTS.heading[language], {
            numeral: NUMERALS[at] ?? '',
            ordinal: at + 1,
            words: heading,
          }),
        ),
        ...blocks,
      ]),
      line('signature', organiser),
      line('signature', formatDate(today, language)),
    ],
  };
}
