/** All spreadsheets of the server: read freely, changed through drafts, durable before a change is answered. */
import { notFound } from '../api-error';
import { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import type { DataFile } from './data-file';
import { GroupCommit } from './group-commit';
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

export type ChangeListener = (change: Change) => void;

export class SpreadsheetStore {
  private readonly spreadsheets = new Map<string, Spreadsheet>();
  private readonly listeners = new Set<ChangeListener>();
  private readonly commits: GroupCommit;

  constructor(
    file: DataFile | undefined,
    private readonly now: () => Date,
    initial: readonly Spreadsheet[] = [],
  ) {
    for (const spreadsheet of initial) this.keep(spreadsheet);
    this.commits = new GroupCommit(async () => {
      await file?.write(serializeFile(this.spreadsheets.values()));
    });
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

  async create(spreadsheet: Spreadsheet): Promise<void> {
    this.keep(spreadsheet);
    await this.commits.commit();
    this.tell(spreadsheet, allSheetIds(spreadsheet));
  }

  /** Applies all of `edit` or, when it throws, nothing. Resolves when the change is durable. */
  async change<T>(id: string, edit: (draft: Draft) => T): Promise<Changed<T>> {
    const draft = new Draft(this.read(id), this.now());
    const result = edit(draft);
    const changed = draft.finish();
    this.keep(changed);
    await this.commits.commit();
    this.tell(changed, draft.touchedSheetIds());
    return { result, spreadsheet: changed };
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
export async function openStore(
  file: DataFile | undefined,
  now: () => Date,
): Promise<SpreadsheetStore> {
  if (file === undefined) return new SpreadsheetStore(undefined, now);
  const text = await file.read();
  if (text === undefined) return new SpreadsheetStore(file, now);
  try {
    return new SpreadsheetStore(file, now, restoreFile(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The data file ${file.path} cannot be read: ${reason}. Restore it from a copy, or move it away to start with an empty one.`,
      { cause },
    );
  }
}
