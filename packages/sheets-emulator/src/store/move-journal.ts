/** Which changes carried cells to other places, by revision; kept in memory, and only the latest. */
import type { Move } from '../structure/moves';

interface Entry {
  readonly revision: number;
  readonly moves: readonly Move[];
}

const KEPT = 500;

export class MoveJournal {
  private readonly entries = new Map<string, Entry[]>();
  /** Moves up to this revision are not known any more. */
  private readonly forgotten = new Map<string, number>();

  /** The spreadsheet comes with this revision: what moved before it was never recorded. */
  begin(spreadsheetId: string, revision: number): void {
    this.forgotten.set(spreadsheetId, revision);
  }

  record(spreadsheetId: string, revision: number, moves: readonly Move[]): void {
    if (moves.length === 0) return;
    const entries = [...(this.entries.get(spreadsheetId) ?? []), { revision, moves }];
    const dropped = entries.splice(0, Math.max(0, entries.length - KEPT)).at(-1);
    if (dropped !== undefined) this.forgotten.set(spreadsheetId, dropped.revision);
    this.entries.set(spreadsheetId, entries);
  }

  /** In their order; null when that is too long ago to say. */
  since(spreadsheetId: string, revision: number): Move[] | null {
    if (revision < (this.forgotten.get(spreadsheetId) ?? 0)) return null;
    return (this.entries.get(spreadsheetId) ?? [])
      .filter((entry) => entry.revision > revision)
      .flatMap(({ moves }) => moves);
  }

  /** The changes after this revision were not kept. */
  undo(spreadsheetId: string, revision: number): void {
    const entries = this.entries.get(spreadsheetId) ?? [];
    this.entries.set(
      spreadsheetId,
      entries.filter((entry) => entry.revision <= revision),
    );
  }
}
