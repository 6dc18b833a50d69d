/** All spreadsheets of the server: read freely, changed through drafts, durable before a change is answered. */
import { notFound } from '../api-error';
import { Draft } from '../model/draft';
import type { Quirks } from '../model/quirks';
import type { Spreadsheet } from '../model/spreadsheet';
import type { Move } from '../structure/moves';
import type { DataFile } from './data-file';
import { GroupCommit } from './group-commit';
import { MoveJournal } from './move-journal';
import { restoreFile, serializeFile } from './stored-file';

export interface Change {
  readonly spreadsheetId: string;
  readonly revision: number;
  /** The sheets touched: all of them when the structure changed. */
  readonly sheetIds: number[];
}

export interface Changed<T> {
  /** What the edit gave. */
  readonly result: T;
  /** The spreadsheet as this change left it. */
  readonly spreadsheet: Spreadsheet;
}

export interface StoreParts {
  /** Without a file, everything is in memory only. */
  readonly file?: DataFile | undefined;
  readonly now: () => Date;
  /** How Google answers where that is not known; without it, as this server does. */
  readonly quirks?: () => Quirks;
  /** Adds to a change what follows from it: the results of formulas. */
  readonly complete?: (draft: Draft) => Promise<void>;
}

export type ChangeListener = (change: Change) => void;

export class SpreadsheetStore {
  private spreadsheets = new Map<string, Spreadsheet>();
  /** As they are in the file. */
  private durable: ReadonlyMap<string, Spreadsheet>;
  private readonly listeners = new Set<ChangeListener>();
  private readonly journal = new MoveJournal();
  private readonly commits: GroupCommit;
  /** One change of a spreadsheet after another: the next starts from what the last one made. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly parts: StoreParts,
    initial: readonly Spreadsheet[] = [],
  ) {
    for (const spreadsheet of initial) {
      this.keep(spreadsheet);
      this.journal.begin(spreadsheet.spreadsheetId, spreadsheet.revision);
    }
    this.durable = new Map(this.spreadsheets);
    this.commits = new GroupCommit(
      () => this.write(),
      () => {
        this.spreadsheets = new Map(this.durable);
        for (const { spreadsheetId, revision } of this.durable.values()) {
          this.journal.undo(spreadsheetId, revision);
        }
      },
    );
  }

  all(): Spreadsheet[] {
    return [...this.spreadsheets.values()];
  }

  /** Throws the API's 404. */
  read(id: string): Spreadsheet {
    const spreadsheet = this.spreadsheets.get(id);
    if (spreadsheet === undefined) throw notFound();
    return spreadsheet;
  }

  /** Gives the spreadsheet as it is kept, with the results of its formulas. */
  async create(spreadsheet: Spreadsheet): Promise<Spreadsheet> {
    const draft = new Draft(spreadsheet, this.parts.now());
    await this.parts.complete?.(draft);
    const { revision, modifiedTime } = spreadsheet;
    const completed = { ...draft.finish(), revision, modifiedTime };
    this.keep(completed);
    await this.commits.commit();
    this.tell(completed, allSheetIds(completed));
    return completed;
  }

  /** Applies all of `edit` or, when it throws, nothing. Resolves when the change is durable. */
  async change<T>(id: string, edit: (draft: Draft) => T): Promise<Changed<T>> {
    const { draft, result, spreadsheet } = await this.inTurn(id, () => this.apply(id, edit));
    await this.commits.commit();
    this.tell(spreadsheet, draft.touchedSheetIds());
    return { result, spreadsheet };
  }

  /** What carried cells of the spreadsheet to other places after this revision; null when that is too long ago to say. */
  movesSince(id: string, revision: number): Move[] | null {
    return this.journal.since(id, revision);
  }

  async delete(id: string): Promise<void> {
    const spreadsheet = this.read(id);
    this.spreadsheets.delete(id);
    await this.commits.commit();
    this.tell({ ...spreadsheet, revision: spreadsheet.revision + 1 }, allSheetIds(spreadsheet));
  }

  subscribe(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.commits.settle();
  }

  private async write(): Promise<void> {
    const written = new Map(this.spreadsheets);
    await this.parts.file?.write(serializeFile(written.values()));
    this.durable = written;
  }

  private async apply<T>(id: string, edit: (draft: Draft) => T) {
    const base = this.read(id);
    const draft = new Draft(base, this.parts.now(), this.parts.quirks?.());
    const result = edit(draft);
    await this.parts.complete?.(draft);
    if (this.read(id) !== base) {
      throw new Error('The change before this one could not be saved, and this one with it.');
    }
    const spreadsheet = draft.finish();
    this.keep(spreadsheet);
    this.journal.record(id, spreadsheet.revision, draft.moves);
    return { draft, result, spreadsheet };
  }

  private inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(id) ?? Promise.resolve();
    const turn = before.then(work);
    this.turns.set(
      id,
      turn.catch(() => undefined),
    );
    return turn;
  }

  private keep(spreadsheet: Spreadsheet): void {
    this.spreadsheets.set(spreadsheet.spreadsheetId, spreadsheet);
  }

  private tell({ spreadsheetId, revision }: Spreadsheet, sheetIds: number[]): void {
    for (const listener of this.listeners) listener({ spreadsheetId, revision, sheetIds });
  }
}

const allSheetIds = (spreadsheet: Spreadsheet): number[] =>
  spreadsheet.sheets.map((sheet) => sheet.properties.sheetId);

/** A file that cannot be read is an error that names it, never an empty store. */
export async function openStore(parts: StoreParts): Promise<SpreadsheetStore> {
  const { file } = parts;
  const text = await file?.read();
  if (file === undefined || text === undefined) return new SpreadsheetStore(parts);
  try {
    return new SpreadsheetStore(parts, restoreFile(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The data file ${file.path} cannot be read: ${reason}. Restore it from a copy, or move it away to start with an empty one.`,
      { cause },
    );
  }
}
