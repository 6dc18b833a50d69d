// Results of the sessions of a period, and of their speakers. A session with too few answers has none.
import type { PersonRecord } from '../attendance/person-record';
import type { Day } from '../calendar/day';
import type { Book } from '../model/book';
import { lastEvaluationDay } from '../model/evaluation-time';
import { byDay } from '../model/session';
import { groupBy } from '../text/group-by';
import { fill, type Language } from '../text/language';
import type { Answer } from './answer';
import type { AnswerRows } from './answer-rows';
import { EVALUATION_TEXTS } from './evaluation.texts';
import { byMean, figuresOf, type EvaluationFigures } from './figures';

export interface SessionResult {
  readonly id: string;
  readonly number: number | null;
  readonly date: Day;
  readonly title: string;
  readonly speakerId: string | null;
  readonly speaker: string;
  /** Who came: everybody who may answer. */
  readonly came: number;
  /** Answers received, sealed ones included. */
  readonly received: number;
  /** Null while the answers are sealed, or when they are too few. */
  readonly figures: EvaluationFigures | null;
  readonly state: 'shown' | 'sealed' | 'tooFew' | 'none';
  /** Null in any other state than `tooFew`. */
  readonly tooFew: TooFew | null;
  /** Sorted by content; empty without figures. */
  readonly comments: readonly string[];
}

/** How many answers a session has, and how many it needs before any is shown. */
export interface TooFew {
  readonly answers: number;
  readonly least: number;
}

export interface SpeakerResult {
  readonly speakerId: string;
  readonly speaker: string;
  readonly sessions: number;
  readonly figures: EvaluationFigures;
  /** Equal means have equal ranks; null with too few answers. */
  readonly rank: number | null;
}

export interface EvaluationResults {
  /** Held sessions of the period, by date. */
  readonly sessions: readonly SessionResult[];
  /** Ranked ones first, by rank; the others by name. */
  readonly speakers: readonly SpeakerResult[];
  /** Rows of the evaluations tab that are no whole answer. */
  readonly leftOut: number;
}

export interface ResultSources {
  /** Of everybody due at the period's sessions. */
  readonly records: readonly PersonRecord[];
  readonly rows: AnswerRows;
  /** What opening found: sessions whose answers stay sealed for ever. Without it, as far as the day and the settings say. */
  readonly tooFew?: ReadonlyMap<string, TooFew>;
}

export function evaluationResults(
  book: Book,
  period: { readonly from: Day; readonly to: Day },
  { records, rows, tooFew }: ResultSources,
): EvaluationResults {
  const { settings, today } = book;
  const came = attendedBySession(records);
  const sessions = byDay(book.entries.schedule).flatMap(({ cells }): SessionResult[] => {
    const { id, date, state, speakerId = null } = cells;
    if (id === undefined || date === undefined || state !== 'held') return [];
    if (date < period.from || date > period.to) return [];
    return [
      {
        id,
        number: cells.number ?? null,
        date,
        title: cells.title ?? '',
        speakerId,
        speaker: book.speakers.get(speakerId ?? '')?.cells.name ?? '',
        came: came.get(id) ?? 0,
        ...resultOf(id, rows, {
          least: settings.evaluationLeast,
          tooFew: tooFew?.get(id) ?? null,
          isOver: today > lastEvaluationDay(date, settings),
        }),
      },
    ];
  });
  return { sessions, speakers: speakerResults(book, sessions, rows), leftOut: rows.leftOut };
}

function attendedBySession(records: readonly PersonRecord[]): Map<string, number> {
  const came = new Map<string, number>();
  for (const { sessions } of records)
    for (const { session, outcome } of sessions)
      if (outcome === 'attended') came.set(session.id, (came.get(session.id) ?? 0) + 1);
  return came;
}

type Result = Pick<SessionResult, 'received' | 'figures' | 'state' | 'tooFew' | 'comments'>;

interface Closing {
  readonly least: number;
  readonly tooFew: TooFew | null;
  readonly isOver: boolean;
}

function resultOf(id: string, { readable, sealed, opened }: AnswerRows, closing: Closing): Result {
  const { least, isOver } = closing;
  const answers = readable.get(id) ?? [];
  const closed = sealed.get(id)?.length ?? 0;
  const received = answers.length + closed;
  const hidden = { received, figures: null, tooFew: null, comments: [] };
  const few = (tooFew: TooFew): Result => ({ ...hidden, state: 'tooFew', tooFew });
  if (received === 0) return { ...hidden, state: 'none' };
  // Answers given by name are counted with the sealed ones once those are opened.
  if (closed > 0 && !opened.has(id)) {
    if (closing.tooFew) return few(closing.tooFew);
    return isOver && closed < least
      ? few({ answers: closed, least })
      : { ...hidden, state: 'sealed' };
  }
  if (answers.length < least) return few({ answers: answers.length, least });
  const comments = answers.flatMap(({ comment }) => comment ?? []).toSorted();
  return { ...hidden, figures: figuresOf(answers), comments, state: 'shown' };
}

/** As a clerk reads it. */
export function resultLabel({ state, tooFew }: SessionResult, language: Language): string {
  return tooFew
    ? fill(EVALUATION_TEXTS.tooFewOf[language], { ...tooFew })
    : EVALUATION_TEXTS[state][language];
}

/** Of the sessions whose results are shown: a speaker's figures must not reveal those of a session that has too few answers. */
function speakerResults(
  { settings }: Book,
  sessions: readonly SessionResult[],
  { readable }: AnswerRows,
): SpeakerResult[] {
  const shown = sessions.filter(({ state }) => state === 'shown');
  const unranked = [...groupBy(shown, ({ speakerId }) => speakerId)].map(
    ([speakerId, theirs]): Omit<SpeakerResult, 'rank'> => {
      const answers = theirs.flatMap(({ id }): readonly Answer[] => readable.get(id) ?? []);
      const speaker = theirs[0]?.speaker ?? '';
      return { speakerId, speaker, sessions: theirs.length, figures: figuresOf(answers) };
    },
  );
  const isRanked = ({ figures }: Omit<SpeakerResult, 'rank'>): boolean =>
    figures.answers >= settings.rankingLeast;
  const ranked = unranked
    .filter(isRanked)
    .toSorted((a, b) => byMean(a.figures.overall, b.figures.overall) || byName(a, b));
  const rankOf = (one: Omit<SpeakerResult, 'rank'>): number =>
    ranked.findIndex(({ figures }) => byMean(figures.overall, one.figures.overall) === 0) + 1;
  const others = unranked.filter((one) => !isRanked(one)).toSorted(byName);
  return [
    ...ranked.map((one) => ({ ...one, rank: rankOf(one) })),
    ...others.map((one) => ({ ...one, rank: null })),
  ];
}

function byName(
  a: Pick<SpeakerResult, 'speaker' | 'speakerId'>,
  b: Pick<SpeakerResult, 'speaker' | 'speakerId'>,
): number {
  const [left, right] = [a.speaker + a.speakerId, b.speaker + b.speakerId];
  return left < right ? -1 : left > right ? 1 : 0;
}
