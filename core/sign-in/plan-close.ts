// A filled sign-in sheet → the attendance rows. Existing rows are updated, never doubled; who is not marked is asked about, never guessed.
import type { RowOf } from '../model/book';
import { appendRows } from '../workbook/write/append-rows';
import { updateRow } from '../workbook/write/update-row';
import type { WorkbookChange } from '../workbook/write/change';
import { fill } from '../text/language';
import type { DuePerson } from '../model/due-people';
import { entriesAfter, statusAfter, type EvaluatedEntry } from './entries-after';
import { evaluateEntry, type CloseFacts, type MarkCells, type EntryResult } from './evaluate-entry';
import type { SheetEntry } from './read-sheet';
import { SIGN_IN_TEXTS } from './sign-in.texts';
import { foldWord } from '../text/clean';

/** What must be put right on the sheet: a word that is no status, a time that is none, two rows that contradict each other. */
export interface Unclear {
  readonly why: 'unclearWord' | 'unclearTime' | 'unclearDouble';
  readonly person: DuePerson;
  readonly entry: SheetEntry;
}

/** The sheet differs from the records, and only the clerk knows which is right. */
export interface Differing {
  readonly person: DuePerson;
  readonly entry: SheetEntry;
  /** Status and time, as words. */
  readonly sheet: string;
  readonly known: string;
}

/** Nobody has a mark for them; `word` is what the sheet says of leave that does not hold. */
export interface Unmarked {
  readonly person: DuePerson;
  readonly word: string | null;
}

/** `needsAnswers`: nothing is written until each of these is answered. */
export type ClosePlan =
  | {
      readonly outcome: 'needsAnswers';
      readonly unmarked: readonly Unmarked[];
      readonly unclear: readonly Unclear[];
      readonly differing: readonly Differing[];
    }
  | {
      readonly outcome: 'closed';
      readonly changes: readonly WorkbookChange[];
      readonly added: number;
      readonly changed: number;
      readonly absent: number;
      readonly notRecorded: readonly DuePerson[];
      /** On approved leave for the whole session, but recorded as attended: a clerk is to check which is right. */
      readonly attended: readonly DuePerson[];
      /** Absent by the sheet, but on leave: the leave is kept. */
      readonly excused: readonly DuePerson[];
      /** Rows about nobody who is due: they stay on the sheet and go nowhere else. */
      readonly notTaken: readonly SheetEntry[];
      /** What the sheet is to show now, by person; null when it shows that already. */
      readonly shown: ReadonlyMap<string, SheetEntry> | null;
    };

export function planClose(facts: CloseFacts): ClosePlan {
  const evaluated = facts.attendees.people.map((person) => {
    const entry = facts.entries.byPerson.get(person.id);
    return { person, entry, result: evaluateEntry(facts, person, entry) };
  });
  const of = (kind: EntryResult['kind']): DuePerson[] =>
    evaluated.flatMap(({ person, result }) => (result.kind === kind ? [person] : []));
  const open = questions(evaluated, facts.entries.doubled);
  if (open !== null) return open;
  const marks = evaluated.flatMap(({ person, result }) =>
    (result.kind === 'mark' || result.kind === 'excused') && result.mark !== null
      ? [{ person, mark: result.mark, isAbsent: result.kind === 'mark' && result.isAbsent }]
      : [],
  );
  const added = marks.filter(({ person }) => person.marks.length === 0);
  const changed = marks.filter(
    ({ person, mark }) => person.marks.length > 0 && differs(person, mark),
  );
  const absent = marks.filter(({ isAbsent }) => isAbsent).length;
  const counted = { added: added.length, changed: changed.length, absent };
  const notRecorded = of('notRecorded');
  return {
    outcome: 'closed',
    ...counted,
    notRecorded,
    attended: evaluated.flatMap((one) => (hasCome(facts, one) ? [one.person] : [])),
    excused: of('excused'),
    notTaken: facts.entries.others,
    shown: entriesAfter(evaluated, facts.answers),
    changes: writes(facts, { added, changed, counted: { ...counted, open: notRecorded.length } }),
  };
}

/** Whether somebody on leave for the whole session is recorded as attended, whoever recorded it. */
function hasCome({ attendees }: CloseFacts, { person, result }: EvaluatedEntry): boolean {
  if (person.leaveLabel === null) return false;
  const status = statusAfter({ person, result });
  return status !== null && attendees.statuses.meaningOf(status)?.attended === true;
}

/** Null when nothing is left to ask. */
function questions(
  evaluated: readonly EvaluatedEntry[],
  doubled: readonly SheetEntry[],
): Extract<ClosePlan, { outcome: 'needsAnswers' }> | null {
  const unmarked = evaluated.flatMap(({ person, entry, result }) =>
    result.kind === 'unmarked' ? [{ person, word: entry?.status ?? null }] : [],
  );
  const unclear = evaluated.flatMap(({ person, entry, result }): Unclear[] => [
    ...(result.kind === 'unclear' && entry ? [{ why: 'unclearWord' as const, person, entry }] : []),
    ...(entry && entry.strangeTime !== null
      ? [{ why: 'unclearTime' as const, person, entry }]
      : []),
    ...doubled.flatMap((row): Unclear[] =>
      row.memberId === person.id ? [{ why: 'unclearDouble', person, entry: row }] : [],
    ),
  ]);
  const differing = evaluated.flatMap(({ person, entry, result }) =>
    result.kind === 'differs' && entry
      ? [{ person, entry, sheet: result.sheet, known: result.known }]
      : [],
  );
  const isOpen = unmarked.length + unclear.length + differing.length > 0;
  return isOpen ? { outcome: 'needsAnswers', unmarked, unclear, differing } : null;
}

function differs({ marks }: DuePerson, mark: MarkCells): boolean {
  return marks.some(
    (row) =>
      foldWord(row.status ?? '') !== foldWord(mark.status ?? '') ||
      (mark.in !== undefined && mark.in !== row.in) ||
      mark.minutesMissed !== undefined ||
      (mark.remark !== undefined && mark.remark !== row.remark),
  );
}

interface ToWrite {
  readonly person: DuePerson;
  readonly mark: MarkCells;
}

function writes(
  facts: CloseFacts,
  {
    added,
    changed,
    counted,
  }: {
    added: readonly ToWrite[];
    changed: readonly ToWrite[];
    counted: Readonly<Record<string, number>>;
  },
): WorkbookChange[] {
  const { book, snapshot, session, sessionRow } = facts;
  const { language } = book.settings;
  const isPlanned = session.state === 'planned';
  if (added.length + changed.length === 0 && !isPlanned) return [];
  const rows = added.map(({ person, mark }) => ({
    sessionId: session.id,
    memberId: person.id,
    ...mark,
  }));
  const held = { row: sessionRow, values: { state: 'held' as const }, language };
  return [
    ...appendRows(snapshot, 'attendance', { rows, language }),
    ...changed.flatMap(({ person, mark }) =>
      person.marks.flatMap(({ row }) =>
        updateRow(snapshot, 'attendance', { row, values: mark, language }),
      ),
    ),
    ...(isPlanned ? [...updateRow(snapshot, 'schedule', held), ...topicDone(facts)] : []),
    ...appendRows(snapshot, 'log', { rows: logLines(facts, changed, counted), language }),
  ];
}

/** A topic that was planned is given now, unless another session of it is to come; any other state of it is a clerk's decision. */
function topicDone({ book, snapshot, session }: CloseFacts): WorkbookChange[] {
  const topic = book.topics.get(session.topicId ?? '');
  if (topic?.cells.state !== 'planned' && topic?.cells.state !== 'open') return [];
  const isToCome = book.entries.schedule.some(
    ({ cells: { id, topicId, state } }) =>
      id !== session.id && topicId === session.topicId && state === 'planned',
  );
  if (isToCome) return [];
  const { language } = book.settings;
  return updateRow(snapshot, 'topics', { row: topic.row, values: { state: 'done' }, language });
}

function logLines(
  { book, session, who, at }: CloseFacts,
  changed: readonly ToWrite[],
  counted: Readonly<Record<string, number>>,
): Partial<RowOf<'log'>>[] {
  const { language } = book.settings;
  const corrections = changed
    .filter(({ person, mark }) => (person.marks[0]?.status ?? '') !== mark.status)
    .map(({ person, mark }) => ({
      at,
      who,
      action: SIGN_IN_TEXTS.corrected[language],
      target: `${session.id} ${person.id} ${person.name}`,
      before: person.marks[0]?.status ?? null,
      after: mark.status ?? null,
    }));
  const after = fill(SIGN_IN_TEXTS.counted[language], counted);
  return [
    ...corrections,
    { at, who, action: SIGN_IN_TEXTS.closed[language], target: session.id, after },
  ];
}
