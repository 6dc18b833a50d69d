// Local edits on their way to the server: one after the other, gathered while one is under way.
import { CellsMoved, SheetsRefusal, type SheetsApi } from '../server/sheets-api';
import { pause } from '../single-flight';
import { formatA1, type Area } from './a1';
import { cellRequests } from './cell-requests';
import { followCells, type Positions } from './positions';
import type { TouchedCell } from './touched-cells';

export interface OutboxEvents {
  /** How many changes are not yet saved, and whether the server cannot be reached. */
  readonly state: (state: { readonly unsaved: number; readonly offline: boolean }) => void;
  readonly refused: (message: string) => void;
  /** What was typed has no cell any more: somebody else deleted its row, column or tab. */
  readonly homeless: (text: string) => void;
  /** Somebody else moved rows or columns first, so this page's change of them was not carried out. */
  readonly overtaken: () => void;
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

type Job = () => Promise<void>;

/** All mutations of one command are executed in one go; a pause this short gathers them. */
const BATCH_MILLISECONDS = 15;
const RETRY_MILLISECONDS = 1000;

export class Outbox {
  private readonly jobs: Job[] = [];
  private batch: OpenBatch | null = null;
  private busy = false;
  private activity = 0;
  /** The revisions that this page's own requests made: a second sort need not wait until the first is shown. */
  private readonly asked = new Map<number, number>();

  constructor(
    private readonly api: Pick<SheetsApi, 'writeEntries' | 'batchUpdate' | 'movesSince'>,
    private readonly positions: Positions,
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

  /** Carries out on the server what the grid has done already. */
  restructure(sheetId: number, requests: readonly object[]): void {
    this.seal();
    const isConditional = movesCells(requests);
    this.add(async () => {
      if (this.positions.isLost(sheetId)) return;
      if (!isConditional) {
        await this.api.batchUpdate(requests);
        return;
      }
      const since = this.positions.revisionOf(sheetId);
      const outcome = await this.sendUnmoved(sheetId, requests, since);
      if (outcome === 'overtaken') {
        this.positions.lose(sheetId);
        this.events.overtaken();
      } else if (since !== undefined) this.positions.show(sheetId, outcome);
    });
  }

  /** Asks the server for what the grid gets to see afterwards, as all pages do. */
  request(sheetId: number, requests: readonly object[]): void {
    this.seal();
    this.add(async () => {
      if (this.positions.isLost(sheetId)) {
        this.events.overtaken();
        return;
      }
      const shown = this.positions.revisionOf(sheetId);
      const asked = this.asked.get(sheetId) ?? 0;
      const since = shown === undefined ? undefined : Math.max(shown, asked);
      const outcome = await this.sendUnmoved(sheetId, requests, since);
      if (outcome === 'overtaken') this.events.overtaken();
      else this.asked.set(sheetId, outcome);
    });
  }

  /** Sends requests about rows and columns by their numbers, unless those of the tab have moved; the revision they made. */
  private async sendUnmoved(
    sheetId: number,
    requests: readonly object[],
    shown: number | undefined,
  ): Promise<number | 'overtaken'> {
    let since = shown;
    for (;;) {
      try {
        return await this.api.batchUpdate(requests, since);
      } catch (error) {
        if (!(error instanceof CellsMoved) || since === undefined) throw error;
        const { moves, revision } = await this.api.movesSince(since);
        // The server refuses for moves on any tab; those on others change no numbers here.
        if (moves?.every((move) => move.sheetId !== sheetId) !== true) return 'overtaken';
        since = revision;
      }
    }
  }

  /** Whether nothing was pending when one began to watch, and nothing has been since. */
  watch(): () => boolean {
    const start = this.activity;
    const wasIdle = this.unsaved === 0;
    return () => wasIdle && this.activity === start;
  }

  private get unsaved(): number {
    return this.jobs.length + (this.batch === null ? 0 : 1);
  }

  private seal(): void {
    if (this.batch === null) return;
    const { sheetId, title, cells } = this.batch;
    this.batch = null;
    let pending = [...cells.values()];
    let since: number | undefined;
    this.add(async () => {
      since ??= this.positions.revisionOf(sheetId);
      const lost = this.positions.isLost(sheetId);
      if (lost) this.giveBack(pending);
      while (!lost && pending.length > 0) {
        try {
          await this.send({ sheetId, title }, pending, since);
          return;
        } catch (error) {
          if (!(error instanceof CellsMoved) || since === undefined) throw error;
          const { moves, revision } = await this.api.movesSince(since);
          const { kept, gone } = followCells(sheetId, pending, moves);
          pending = kept;
          since = revision;
          this.giveBack(gone);
          // Only other tabs moved: the grid shows this one as it is.
          if (moves?.every((move) => move.sheetId !== sheetId)) {
            this.positions.show(sheetId, revision);
          }
        }
      }
    });
  }

  private async send(
    { sheetId, title }: Tab,
    cells: readonly TouchedCell[],
    since: number | undefined,
  ): Promise<void> {
    const { entries, formats } = cellRequests(sheetId, title, cells);
    // The format decides how an entry is read, so it goes first.
    if (formats.length > 0) await this.api.batchUpdate(formats, since);
    if (entries.length === 0) return;
    await this.api.writeEntries(entries, since);
    this.events.entered({ sheetId, a1: formatA1(areaOf(cells)) });
  }

  private giveBack(cells: readonly TouchedCell[]): void {
    const typed = cells.filter(({ hasContent }) => hasContent);
    const texts = typed.map(({ formula, value }) => formula ?? String(value ?? ''));
    const text = texts.filter((one) => one !== '').join('\n');
    if (text !== '') this.events.homeless(text);
  }

  private add(job: Job): void {
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
  private async carryOut(job: Job): Promise<void> {
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

/** Requests about rows and columns by their numbers; a tab's name or order moves nothing. */
function movesCells(requests: readonly object[]): boolean {
  return requests.some((request) => Object.values(request).some(hasRange));
}

const hasRange = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'range' in body;

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
