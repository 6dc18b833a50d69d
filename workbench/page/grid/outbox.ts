// Local edits on their way to the server: one after the other, gathered while one is under way.
import { SheetsRefusal, type SheetsApi } from '../server/sheets-api';
import { pause } from '../single-flight';
import { formatA1, type Area } from './a1';
import { cellRequests } from './cell-requests';
import type { TouchedCell } from './touched-cells';

export interface OutboxEvents {
  /** How many changes are not yet saved, and whether the server cannot be reached. */
  readonly state: (state: { readonly unsaved: number; readonly offline: boolean }) => void;
  readonly refused: (message: string) => void;
  /** Cells of a tab have new content on the server, all within this block. */
  readonly entered: (edit: { readonly sheetId: number; readonly a1: string }) => void;
}

interface Tab {
  readonly sheetId: number;
  readonly title: string;
}

interface OpenBatch extends Tab {
  readonly cells: Map<string, TouchedCell>;
}

/** All mutations of one command are executed in one go; a pause this short gathers them. */
const BATCH_MILLISECONDS = 15;
const RETRY_MILLISECONDS = 1000;

export class Outbox {
  private readonly jobs: (() => Promise<void>)[] = [];
  private batch: OpenBatch | null = null;
  private busy = false;
  private activity = 0;

  constructor(
    private readonly api: Pick<SheetsApi, 'writeEntries' | 'batchUpdate'>,
    private readonly events: OutboxEvents,
  ) {}

  edit(tab: Tab, cells: readonly TouchedCell[]): void {
    this.activity++;
    if (this.batch?.sheetId !== tab.sheetId) {
      this.seal();
      this.batch = { ...tab, cells: new Map() };
      setTimeout(() => this.seal(), BATCH_MILLISECONDS);
    }
    for (const cell of cells) {
      const key = `${cell.row},${cell.column}`;
      const before = this.batch.cells.get(key);
      this.batch.cells.set(key, {
        ...cell,
        hasContent: cell.hasContent || before?.hasContent === true,
        hasStyle: cell.hasStyle || before?.hasStyle === true,
      });
    }
    this.report(false);
  }

  restructure(requests: readonly object[]): void {
    this.seal();
    this.add(() => this.api.batchUpdate(requests));
  }

  /** Answers a question to ask later: has nothing been pending from now until then? */
  watch(): () => boolean {
    const before = this.activity;
    const quiet = this.unsaved === 0;
    return () => quiet && this.activity === before;
  }

  private get unsaved(): number {
    return this.jobs.length + (this.batch === null ? 0 : 1);
  }

  private seal(): void {
    if (this.batch === null) return;
    const { sheetId, title, cells } = this.batch;
    this.batch = null;
    const { entries, formats } = cellRequests(sheetId, title, [...cells.values()]);
    this.add(async () => {
      // The format decides how an entry is read, so it goes first.
      if (formats.length > 0) await this.api.batchUpdate(formats);
      if (entries.length === 0) return;
      await this.api.writeEntries(entries);
      this.events.entered({ sheetId, a1: formatA1(areaOf([...cells.values()])) });
    });
  }

  private add(job: () => Promise<void>): void {
    this.activity++;
    this.jobs.push(job);
    this.report(false);
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let job = this.jobs[0]; job !== undefined; job = this.jobs[0]) {
      await this.carryOut(job);
      this.jobs.shift();
      this.activity++;
      this.report(false);
    }
    this.busy = false;
  }

  /** An unreachable server is waited for; an answer, good or bad, ends the job. */
  private async carryOut(job: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        await job();
        return;
      } catch (error) {
        if (!isUnreachable(error)) {
          this.events.refused(error instanceof Error ? error.message : String(error));
          return;
        }
        this.report(true);
        await pause(RETRY_MILLISECONDS);
      }
    }
  }

  private report(offline: boolean): void {
    this.events.state({ unsaved: this.unsaved, offline });
  }
}

/** The block around all cells with new content. */
function areaOf(cells: readonly TouchedCell[]): Area {
  return cells
    .filter(({ hasContent }) => hasContent)
    .reduce<Area>(
      (area, { row, column }) => ({
        startRow: Math.min(area.startRow, row),
        startColumn: Math.min(area.startColumn, column),
        endRow: Math.max(area.endRow, row),
        endColumn: Math.max(area.endColumn, column),
      }),
      { startRow: Infinity, startColumn: Infinity, endRow: 0, endColumn: 0 },
    );
}

/** How fetch says that no answer came at all. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && !(error instanceof SheetsRefusal);
}
