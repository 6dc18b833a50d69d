// Ticked proposals → sessions in the schedule, each with number, hours and plan number; its topic is planned from then on. What a clerk
// changed in a row is checked as a proposal is; a row with a clash, a holiday or a broken cap is not accepted.
import { weekdayOf, yearOf } from '../calendar/day';
import { weekdayName } from '../calendar/weekday-text';
import type { Book, EntryOf, RowOf } from '../model/book';
import { freeIds } from '../model/free-ids';
import { sessionsOfYear } from '../budget/expected-fees';
import { joinedClauses } from '../text/listed';
import { fill } from '../text/language';
import { appendRows } from '../workbook/write/append-rows';
import type { WorkbookChange } from '../workbook/write/change';
import type { Snapshot } from '../workbook/snapshot';
import { updateRow } from '../workbook/write/update-row';
import { ACCEPT_TEXTS } from './accept.texts';
import { sessionNumbers } from './session-numbers';
import { obstaclesTo, planContext, type Obstacle } from './obstacles';
import { scheduledTopics, type Placement } from './placement';
import type { PlanConcern } from './proposal';
import { placementOf, tickedRows, type ProposalEntry } from './proposal-rows';
import { obstacleText } from './planning-words';

export interface AcceptedSession {
  readonly id: string;
  readonly number: number;
  readonly date: string;
  readonly title: string;
  readonly speaker: string;
}

export interface PlannedAcceptance {
  readonly changes: readonly WorkbookChange[];
  readonly accepted: readonly AcceptedSession[];
  readonly concerns: readonly PlanConcern[];
  /** Rows that were ticked, and not accepted before. */
  readonly ticked: number;
}

interface AcceptContext {
  readonly snapshot: Snapshot;
  readonly caller: string;
  readonly now: Date;
}

interface Acceptable {
  readonly entry: ProposalEntry;
  readonly cells: RowOf<'proposals'>;
  readonly placement: Placement;
  readonly topic: EntryOf<'topics'>;
}

/** A row that has a session is accepted already: doing it again adds nothing. */
export function planAcceptance(book: Book, at: AcceptContext): PlannedAcceptance {
  const ticked = tickedRows(book).toSorted((a, b) =>
    timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : a.row - b.row,
  );
  const { accepted, concerns } = checkRows(book, ticked);
  const nextId = freeIds(book.entries.schedule, 'schedule');
  const nextNumber = sessionNumbers(book);
  const sessions = accepted.map((one) => ({
    ...one,
    session: sessionOf(one, { id: nextId(), number: nextNumber(yearOf(one.cells.date)), book }),
  }));
  return {
    ticked: ticked.length,
    accepted: sessions.map(({ session, placement }) => ({
      id: session.id,
      number: session.number,
      date: session.date,
      title: session.title,
      speaker: placement.speaker.cells.name ?? '',
    })),
    concerns: [...concerns, ...orderConcerns(book, accepted)],
    changes: sessions.length === 0 ? [] : writesOf(book, sessions, at),
  };
}

const timeOf = ({ cells: { date, start } }: ProposalEntry): string =>
  `${date ?? '9999'} ${start ?? ''}`;

/** Row by row: each is checked against the schedule and the rows accepted before it. */
function checkRows(
  book: Book,
  ticked: readonly ProposalEntry[],
): { readonly accepted: readonly Acceptable[]; readonly concerns: readonly PlanConcern[] } {
  const context = planContext(book);
  const { language } = book.settings;
  const accepted: Acceptable[] = [];
  const concerns: PlanConcern[] = [];
  for (const entry of ticked) {
    const { id = '', title = '' } = entry.cells;
    const refuse = (why: string): void => {
      concerns.push({ code: 'rowRefused', facts: { id, title, why } });
    };
    const found = readRow(book, entry, accepted);
    if (typeof found === 'string') {
      refuse(found);
      continue;
    }
    const others = accepted.map(({ placement }) => placement);
    const against = obstaclesTo(context, found.placement, others);
    const words = (weight: Obstacle['weight']): string =>
      joinedClauses(
        against.filter((one) => one.weight === weight).map((one) => obstacleText(one, language)),
        language,
      );
    if (against.some(({ weight }) => weight === 'must')) {
      refuse(words('must'));
      continue;
    }
    accepted.push(found);
    if (against.length > 0)
      concerns.push({ code: 'rowNoted', facts: { id, title, why: words('may') } });
  }
  return { accepted, concerns };
}

/** The row with what its ids mean; a sentence when that is not clear. */
function readRow(
  book: Book,
  entry: ProposalEntry,
  before: readonly Acceptable[],
): Acceptable | string {
  const { language } = book.settings;
  const say = (key: keyof typeof ACCEPT_TEXTS, facts: Record<string, string> = {}): string =>
    fill(ACCEPT_TEXTS[key][language], facts);
  const cells = entry.whole;
  if (cells === null) return say('incomplete');
  if (cells.start >= cells.end) return say('endsFirst');
  const topic = book.topics.get(cells.topicId);
  if (!topic) return say('unknownTopic', { id: cells.topicId });
  const isTwice = before.some((other) => other.cells.topicId === cells.topicId);
  if (topic.cells.state !== 'open' || isTwice) return say('topicTaken', { id: cells.topicId });
  if (scheduledTopics(book).has(cells.topicId)) return say('topicScheduled', { id: cells.topicId });
  const speaker = book.speakers.get(cells.speakerId);
  if (!speaker) return say('unknownSpeaker', { id: cells.speakerId });
  return { entry, cells, placement: placementOf(cells, speaker), topic };
}

function sessionOf(
  { cells }: Acceptable,
  { id, number, book }: { readonly id: string; readonly number: number; readonly book: Book },
) {
  return {
    id,
    number,
    date: cells.date,
    weekday: weekdayName(weekdayOf(cells.date))[book.settings.language],
    start: cells.start,
    end: cells.end,
    title: cells.title,
    topicId: cells.topicId,
    speakerId: cells.speakerId,
    venue: cells.venue,
    taughtHours: cells.taughtHours,
    creditedHours: cells.creditedHours,
    state: 'planned',
    planNumber: cells.planNumber,
  } as const satisfies Partial<RowOf<'schedule'>>;
}

/** Sessions, topics, the proposals' own rows and the log: all of it or nothing. */
function writesOf(
  { settings: { language }, speakers }: Book,
  sessions: readonly (Acceptable & { readonly session: ReturnType<typeof sessionOf> })[],
  { snapshot, caller, now }: AcceptContext,
): WorkbookChange[] {
  const speakerOf = (id: string): string => speakers.get(id)?.cells.name ?? id;
  const log = sessions.map(({ session, entry }) => ({
    at: now.toISOString(),
    who: caller,
    action: ACCEPT_TEXTS.logAction[language],
    target: `${entry.cells.id ?? ''} → ${session.id}`,
    after: [session.date, session.title, speakerOf(session.speakerId), session.venue].join(' / '),
  }));
  const rows = sessions.map(({ session }) => session);
  return [
    ...appendRows(snapshot, 'schedule', { rows, language }),
    ...sessions.flatMap(({ topic }) =>
      updateRow(snapshot, 'topics', { row: topic.row, values: { state: 'planned' }, language }),
    ),
    ...sessions.flatMap(({ entry, session }) =>
      updateRow(snapshot, 'proposals', {
        row: entry.row,
        values: { sessionId: session.id },
        language,
      }),
    ),
    ...appendRows(snapshot, 'log', { rows: log, language }),
  ];
}

/** Numbers go on from the highest: a session between two others gets one that is out of order. */
function orderConcerns(book: Book, accepted: readonly Acceptable[]): PlanConcern[] {
  const isBetween = accepted.some(({ cells: { date } }) =>
    sessionsOfYear(book, yearOf(date)).some(({ date: other }) => other > date),
  );
  return isBetween ? [{ code: 'numberOrder', facts: {} }] : [];
}
