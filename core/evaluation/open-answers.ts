// Opens the sealed answers of sessions whose evaluation is over: all of a session at once, sorted by content.
import type { Day } from '../calendar/day';
import { entriesOf } from '../model/book';
import type { Settings } from '../workbook/read/settings';
import type { Snapshot } from '../workbook/snapshot';
import type { WorkbookChange } from '../workbook/write/change';
import { updateRow } from '../workbook/write/update-row';
import { byContent, readSealedText, SCORE_KEYS, type Answer } from './answer';
import { readAnswerRows, type AnswerRows, type SealedRow } from './answer-rows';
import { evaluationEnd } from '../model/evaluation-time';
import { planBallots } from './plan-ballots';

export interface OpeningContext {
  readonly now: Date;
  readonly settings: Settings;
  /** Null when the seal is broken or was made with another key. */
  readonly open: (sealed: string, sessionId: string) => string | null;
  /** A session whose evaluation a clerk closes before its last day; null: none. */
  readonly closeNow: string | null;
}

export interface Opening {
  readonly changes: readonly WorkbookChange[];
  /** The answers as they are after the changes. */
  readonly rows: AnswerRows;
  /** Sessions whose answers are opened now. */
  readonly opened: readonly string[];
  /** Sessions whose evaluation is over with too few answers: they stay sealed. */
  readonly tooFew: readonly string[];
  /** Sealed rows that cannot be opened: the server's key was changed, or somebody altered them. */
  readonly broken: number;
}

export function planOpening(snapshot: Snapshot, context: OpeningContext): Opening {
  const before = readAnswerRows(snapshot.tables);
  const opened = new Map<string, OpenedRows>();
  const tooFew: string[] = [];
  let broken = 0;
  for (const { cells } of entriesOf(snapshot.tables, 'schedule')) {
    const { id, date } = cells;
    const rows = id === undefined ? [] : (before.sealed.get(id) ?? []);
    if (id === undefined || date === undefined || rows.length === 0) continue;
    if (!isOver({ id, date }, context)) continue;
    const read = openRows(rows, (words) => context.open(words, id), context.settings);
    broken += read.broken;
    // What is still sealed of a session that was opened before is broken.
    if (before.opened.has(id)) continue;
    if (read.answers === null) tooFew.push(id);
    else opened.set(id, { ...read, answers: read.answers });
  }
  const { settings } = context;
  const changes = [...opened.values()].flatMap((read) => writeOpened(snapshot, read, settings));
  return {
    changes: [...changes, ...withoutBallotsOf(snapshot, opened, settings)],
    rows: afterOpening(before, opened),
    opened: [...opened.keys()],
    tooFew,
    broken,
  };
}

function afterOpening(before: AnswerRows, opened: ReadonlyMap<string, OpenedRows>): AnswerRows {
  const answers = [...opened].map(
    ([id, read]) => [id, [...(before.readable.get(id) ?? []), ...read.answers]] as const,
  );
  return {
    readable: new Map([...before.readable, ...answers]),
    sealed: new Map(
      [...before.sealed].map(([id, rows]) => [
        id,
        rows.filter(({ row }) => opened.get(id)?.rows.includes(row) !== true),
      ]),
    ),
    opened: new Set([...before.opened, ...opened.keys()]),
    leftOut: before.leftOut,
  };
}

const isOver = (
  { id, date }: { readonly id: string; readonly date: Day },
  { now, settings, closeNow }: OpeningContext,
): boolean => id === closeNow || now >= evaluationEnd(date, settings);

interface ReadRows {
  /** Sorted by content; null when they are fewer than the page promised or the settings say now. */
  readonly answers: readonly Answer[] | null;
  /** The rows whose seals were whole, in the order of the sheet. */
  readonly rows: readonly number[];
  readonly broken: number;
}

interface OpenedRows extends ReadRows {
  readonly answers: readonly Answer[];
}

function openRows(
  sealed: readonly SealedRow[],
  open: (words: string) => string | null,
  { evaluationLeast }: Settings,
): ReadRows {
  const read = sealed.flatMap(({ row, sealed: words }) => {
    const promised = readSealedText(open(words) ?? '');
    return promised ? [{ row, ...promised }] : [];
  });
  const least = Math.max(evaluationLeast, ...read.map((one) => one.least));
  return {
    answers: read.length < least ? null : read.map(({ answer }) => answer).toSorted(byContent),
    rows: read.map(({ row }) => row),
    broken: sealed.length - read.length,
  };
}

/** The first of the sorted answers goes into the first of the rows: where an answer is no longer says when it came. */
function writeOpened(
  snapshot: Snapshot,
  { answers, rows }: OpenedRows,
  { language }: Settings,
): WorkbookChange[] {
  return answers.flatMap(({ scores, comment }, at) => {
    const row = rows[at];
    if (row === undefined) return [];
    const values = Object.fromEntries(SCORE_KEYS.map((key, item) => [key, scores[item]]));
    return updateRow(snapshot, 'evaluations', {
      row,
      values: { ...values, comment, sealed: null },
      language,
    });
  });
}

/** Nobody answers any more, so nobody need be kept from answering twice. */
function withoutBallotsOf(
  snapshot: Snapshot,
  opened: ReadonlyMap<string, OpenedRows>,
  { language }: Settings,
): readonly WorkbookChange[] {
  if (opened.size === 0) return [];
  const ballots = entriesOf(snapshot.tables, 'ballots').flatMap(({ cells }) => {
    const { sessionId, ballot } = cells;
    if (sessionId === undefined || ballot === undefined || opened.has(sessionId)) return [];
    return [{ sessionId, ballot }];
  });
  return planBallots(snapshot, ballots, language);
}
