/** The store as one call sees it: with the caller's condition, and which revision the answer is of. */
import { ApiError } from '../api-error';
import type { Draft } from '../model/draft';
import type { Spreadsheet } from '../model/spreadsheet';
import type { Move } from '../structure/moves';
import type { Changed, SpreadsheetStore } from '../store/spreadsheet-store';

/** What methods use of the store. */
export type MethodStore = Pick<
  SpreadsheetStore,
  'all' | 'read' | 'create' | 'change' | 'delete' | 'movesSince'
>;

export class ConditionalStore implements MethodStore {
  /** Of the spreadsheet in the answer. */
  revision: number | undefined;

  constructor(
    private readonly store: MethodStore,
    /** Writes are refused when cells have moved since this revision. */
    private readonly unmovedSince: number | undefined,
  ) {}

  all(): Spreadsheet[] {
    return this.store.all();
  }

  read(id: string): Spreadsheet {
    return this.seen(this.store.read(id));
  }

  async create(spreadsheet: Spreadsheet): Promise<Spreadsheet> {
    return this.seen(await this.store.create(spreadsheet));
  }

  async change<T>(id: string, edit: (draft: Draft) => T): Promise<Changed<T>> {
    const changed = await this.store.change(id, (draft) => {
      this.checkUnmoved(id);
      return edit(draft);
    });
    this.seen(changed.spreadsheet);
    return changed;
  }

  movesSince(id: string, revision: number): Move[] | null {
    return this.store.movesSince(id, revision);
  }

  delete(id: string): Promise<void> {
    return this.store.delete(id);
  }

  private checkUnmoved(id: string): void {
    if (this.unmovedSince === undefined) return;
    if (this.store.movesSince(id, this.unmovedSince)?.length === 0) return;
    throw new ApiError('ABORTED', `Cells have moved since revision ${this.unmovedSince}.`);
  }

  private seen(spreadsheet: Spreadsheet): Spreadsheet {
    this.revision = spreadsheet.revision;
    return spreadsheet;
  }
}
