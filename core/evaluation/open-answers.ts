// Opens the sealed answers of sessions whose evaluation is over: all of a session at once, sorted by content.
import type { Day } from '../calendar/day';
import { entriesOf } from '../model/book';
import type { Settings } from '../workbook/read/settings';
import type { Language } from '../text/language';
import { cellAt } from '../workbook/cell-grid';
import { findHeaders } from '../workbook/headers';
import { tableOf, type Snapshot } from '../workbook/snapshot';
import { EVALUATIONS } from '../workbook/tabs/evaluation';
import type { WorkbookChange } from '../workbook/write/change';
import { firstFreeRow } from '../workbook/write/first-free-row';
import { blankCells, writeListCells } from '../workbook/write/write-list';
import { writeRow, type RowCells } from '../workbook/write/write-row';
import { byContent, readSealedText, SCORE_KEYS, type Answer } from './answer';
import { readAnswerRows, type AnswerRows, type SealedRow } from './answer-rows';
import { evaluationEnd } from '../model/evaluation-time';
import { planBallots } from './plan-ballots';
import type { TooFew } from './results';

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
  /** Sessions whose evaluation is not over, and whose answers would be opened if a clerk closed it now. */
  readonly closable: ReadonlySet<string>;
  /** Sessions whose evaluation is over with too few answers: they stay sealed. */
  readonly tooFew: ReadonlyMap<string, TooFew>;
  /** Sealed rows that cannot be opened: the server's key was changed, or somebody altered them. */
  readonly broken: number;
}

export function planOpening(snapshot: Snapshot, context: OpeningContext): Opening {
  const before = readAnswerRows(snapshot.tables);
  const opened = new Map<string, ReadRows>();
  const tooFew = new Map<string, TooFew>();
  const closable = new Set<string>();
  let broken = 0;
  for (const { cells } of entriesOf(snapshot.tables, 'schedule')) {
    const { id, date } = cells;
    const rows = id === undefined ? [] : (before.sealed.get(id) ?? []);
    if (id === undefined || date === undefined || rows.length === 0) continue;
    const read = openRows(rows, (words) => context.open(words, id), context.settings);
    const hasEnough = read.answers.length >= read.least;
    // What is still sealed of a session that was opened before is broken.
    const isOpenedBefore = before.opened.has(id);
    if (!isOver({ id, date }, context)) {
      if (hasEnough && !isOpenedBefore) closable.add(id);
      continue;
    }
    broken += read.broken;
    if (isOpenedBefore) continue;
    if (hasEnough) opened.set(id, read);
    else tooFew.set(id, { answers: read.answers.length, least: read.least });
  }
  const { settings } = context;
  const changed = new Map([...opened.values()].flatMap((read) => [...openedRows(read)]));
  const changes = writeTab(snapshot, changed, settings.language);
  return {
    changes: [...changes, ...withoutBallotsOf(snapshot, opened, settings)],
    rows: afterOpening(before, opened),
    opened: [...opened.keys()],
    closable,
    tooFew,
    broken,
  };
}

function afterOpening(before: AnswerRows, opened: ReadonlyMap<string, ReadRows>): AnswerRows {
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
  /** Sorted by content. */
  readonly answers: readonly Answer[];
  /** The most that the page promised any of them, or the settings say now. */
  readonly least: number;
  /** The rows whose seals were whole, in the order of the sheet. */
  readonly rows: readonly number[];
  readonly copies: readonly number[];
  readonly broken: number;
}

function openRows(
  sealed: readonly SealedRow[],
  open: (words: string) => string | null,
  { evaluationLeast }: Settings,
): ReadRows {
  const read = sealed.flatMap(({ sealed: words, ...rows }) => {
    const promised = readSealedText(open(words) ?? '');
    return promised ? [{ ...rows, ...promised }] : [];
  });
  return {
    answers: read.map(({ answer }) => answer).toSorted(byContent),
    least: Math.max(evaluationLeast, ...read.map((one) => one.least)),
    rows: read.map(({ row }) => row),
    copies: read.flatMap(({ copies }) => copies),
    broken: sealed.length - read.length,
  };
}

/** By the row, what is to stand in it. */
type RowsToWrite = ReadonlyMap<number, RowValues>;
type RowValues = Parameters<typeof writeRow>[1];

/**
 * The first of the sorted answers goes into the first of the rows: where an answer is no longer says when it came. A copy that stayed
 * would look like an answer that is still sealed.
 */
function openedRows({ answers, rows, copies }: ReadRows): RowsToWrite {
  const written = answers.flatMap(({ scores, comment }, at) => {
    const row = rows[at];
    const values = Object.fromEntries(SCORE_KEYS.map((key, item) => [key, scores[item]]));
    return row === undefined ? [] : [[row, { ...values, comment, sealed: null }] as const];
  });
  const emptied = copies.map((row) => [row, { sessionId: null, sealed: null }] as const);
  return new Map<number, RowValues>([...written, ...emptied]);
}

/**
 * The tab's rows written anew as one list. What identified a sealed row goes with its seal, and the rows of a session are alike beside
 * it: a row that somebody moves meanwhile could not be found again.
 */
function writeTab(
  snapshot: Snapshot,
  changed: RowsToWrite,
  language: Language,
): readonly WorkbookChange[] {
  if (changed.size === 0) return [];
  const table = tableOf(snapshot, 'evaluations');
  const { positions, lines } = findHeaders(EVALUATIONS, table);
  const rows: RowCells[] = [];
  for (let at = lines.last + 1; at < firstFreeRow(table); at += 1) {
    const cells = blankCells(positions);
    for (const position of positions.values())
      cells[position] = cellAt(table.cells, at, position) ?? null;
    const values = changed.get(at + 1);
    if (values)
      writeRow(EVALUATIONS, values, positions, language).forEach((cell, position) => {
        if (cell !== undefined) cells[position] = cell;
      });
    rows.push(cells);
  }
  return writeListCells(snapshot, 'evaluations', rows).changes;
}

/** Nobody answers any more, so nobody need be kept from answering twice. */
function withoutBallotsOf(
  snapshot: Snapshot,
  opened: ReadonlyMap<string, ReadRows>,
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
