// A filled sign-in sheet → the attendance rows. Existing rows are updated, never doubled; who is not marked is asked about, never guessed.
import type { RowOf } from '../checks/book';
import { foldStatus } from '../checks/status-book';
import { appendRows } from '../workbook/append-rows';
import { writeOver } from '../workbook/write-over';
import type { WorkbookChange } from '../workbook/change';
import { fill } from '../text/language';
import type { DuePerson } from './due-people';
import { judge, type CloseFacts, type Mark, type Verdict } from './judge-person';
import type { SheetEntry } from './read-sheet';
import { WORDS } from './words';

export interface Unclear {
  readonly person: DuePerson;
  readonly entry: SheetEntry;
}

/** `asks`: nothing is written until each of these is answered. */
export type ClosePlan =
  | { readonly outcome: 'asks'; readonly unmarked: readonly DuePerson[]; readonly unclear: readonly Unclear[] }
  | {
      readonly outcome: 'closed';
      readonly changes: readonly WorkbookChange[];
      readonly added: number;
      readonly changed: number;
      readonly absent: number;
      readonly notRecorded: readonly DuePerson[];
      /** On leave by the sheet, but marked as attended: the mark stays. */
      readonly came: readonly DuePerson[];
    }; // prettier-ignore

export function planClose(facts: CloseFacts): ClosePlan {
  const entries = new Map(facts.entries.map((entry) => [entry.memberId, entry]));
  const judged = facts.attendees.people.map((person) => {
    const entry = entries.get(person.id);
    return { person, entry, verdict: judge(facts, person, entry) };
  });
  const of = (kind: Verdict['kind']): DuePerson[] =>
    judged.flatMap(({ person, verdict }) => (verdict.kind === kind ? [person] : []));
  const unclear = judged.flatMap(({ person, entry, verdict }) =>
    verdict.kind === 'unclear' && entry ? [{ person, entry }] : [],
  );
  const unmarked = of('unmarked');
  if (unmarked.length + unclear.length > 0) return { outcome: 'asks', unmarked, unclear };
  const marks = judged.flatMap(({ person, verdict }) =>
    verdict.kind === 'mark' ? [{ person, ...verdict }] : [],
  );
  const added = marks.filter(({ person }) => person.marks.length === 0);
  const changed = marks.filter(({ person, mark }) => person.marks.length > 0 && differs(person, mark));
  const absent = marks.filter(({ isAbsent }) => isAbsent).length;
  const counted = { added: added.length, changed: changed.length, absent };
  const notRecorded = of('notRecorded');
  return {
    outcome: 'closed',
    ...counted,
    notRecorded,
    came: of('came'),
    changes: writes(facts, { added, changed, counted: { ...counted, open: notRecorded.length } }),
  };
} // prettier-ignore

function differs({ marks }: DuePerson, mark: Mark): boolean {
  return marks.some(
    (row) =>
      foldStatus(row.status ?? '') !== foldStatus(mark.status ?? '') ||
      (mark.in !== undefined && mark.in !== row.in) ||
      mark.minutesMissed !== undefined ||
      (mark.remark !== undefined && mark.remark !== row.remark),
  );
}

interface ToWrite {
  readonly person: DuePerson;
  readonly mark: Mark;
}

function writes(
  facts: CloseFacts,
  { added, changed, counted }: { added: readonly ToWrite[]; changed: readonly ToWrite[]; counted: Readonly<Record<string, number>> },
): WorkbookChange[] {
  const { book, snapshot, session, sessionRow } = facts;
  const { language } = book.settings;
  const isPlanned = session.state === 'planned';
  if (added.length + changed.length === 0 && !isPlanned) return [];
  const rows = added.map(({ person, mark }) => ({ sessionId: session.id, memberId: person.id, ...mark }));
  const held = { row: sessionRow, values: { state: 'held' as const }, language };
  return [
    ...appendRows(snapshot, 'attendance', { rows, language }),
    ...changed.flatMap(({ person, mark }) =>
      person.marks.flatMap(({ row }) => writeOver(snapshot, 'attendance', { row, values: mark, language }))),
    ...(isPlanned ? writeOver(snapshot, 'schedule', held) : []),
    ...appendRows(snapshot, 'log', { rows: logLines(facts, changed, counted), language }),
  ];
} // prettier-ignore

function logLines(
  { book, session, who, at }: CloseFacts,
  changed: readonly ToWrite[],
  counted: Readonly<Record<string, number>>,
): Partial<RowOf<'log'>>[] {
  const { language } = book.settings;
  const corrections = changed
    .filter(({ person, mark }) => (person.marks[0]?.status ?? '') !== mark.status)
    .map(({ person, mark }) => ({
      ...{ at, who, action: WORDS.corrected[language] },
      target: `${session.id} ${person.id} ${person.name}`,
      before: person.marks[0]?.status ?? null,
      after: mark.status ?? null,
    }));
  const after = fill(WORDS.counted[language], counted);
  return [...corrections, { at, who, action: WORDS.closed[language], target: session.id, after }];
}
