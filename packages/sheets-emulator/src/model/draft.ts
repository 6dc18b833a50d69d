/** A changed version of a spreadsheet in the making: thrown away when a request fails, kept when all succeed. */
import { notFound } from '../api-error';
import { copyOf } from '../json';
import type { Move } from '../structure/moves';
import { OWN_ANSWERS, type Quirks } from './quirks';
import type { ReadonlySheet, Sheet } from './sheet';
import type { Spreadsheet, SpreadsheetRecord } from './spreadsheet';

export class Draft implements Spreadsheet {
  /** Free to change. */
  readonly record: SpreadsheetRecord;
  /** What this change carries to other places, in order. */
  readonly moves: Move[] = [];
  private readonly writable = new Map<number, Sheet>();
  private readonly touched = new Set<number>();
  private list: ReadonlySheet[];
  private restructured = false;

  constructor(
    readonly base: Spreadsheet,
    readonly now: Date,
    readonly quirks: Quirks = OWN_ANSWERS,
  ) {
    const { sheets, ...record } = base;
    this.record = copyOf(record);
    this.list = [...sheets];
  }

  get spreadsheetId() {
    return this.record.spreadsheetId;
  }
  get properties() {
    return this.record.properties;
  }
  get namedRanges() {
    return this.record.namedRanges;
  }
  get developerMetadata() {
    return this.record.developerMetadata;
  }
  get permissions() {
    return this.record.permissions;
  }
  get parents() {
    return this.record.parents;
  }
  get description() {
    return this.record.description;
  }
  get trashed() {
    return this.record.trashed;
  }
  get createdTime() {
    return this.record.createdTime;
  }
  get modifiedTime() {
    return this.record.modifiedTime;
  }
  get revision() {
    return this.record.revision;
  }
  get sheets(): readonly ReadonlySheet[] {
    return this.list;
  }

  /** A version of the sheet that may be written to; earlier readers keep theirs. */
  edit(sheetId: number): Sheet {
    const existing = this.writable.get(sheetId);
    if (existing !== undefined) return existing;
    const index = this.list.findIndex((sheet) => sheet.properties.sheetId === sheetId);
    const original = this.list[index];
    if (original === undefined) throw notFound();
    const copy = forkSheet(original);
    this.list[index] = copy;
    this.writable.set(sheetId, copy);
    this.touched.add(sheetId);
    return copy;
  }

  addSheet(sheet: Sheet, index: number): void {
    this.list.splice(index, 0, sheet);
    this.writable.set(sheet.properties.sheetId, sheet);
    this.renumber();
  }

  removeSheet(sheetId: number): void {
    this.list = this.list.filter((sheet) => sheet.properties.sheetId !== sheetId);
    this.writable.delete(sheetId);
    this.moves.push({ kind: 'deleteSheet', sheetId });
    this.renumber();
  }

  /** `index` counts the tabs as they are before the move. */
  moveSheet(sheetId: number, index: number): void {
    const from = this.list.findIndex((sheet) => sheet.properties.sheetId === sheetId);
    const target = index > from ? index - 1 : index;
    const [moved] = this.list.splice(from, 1);
    if (moved !== undefined) this.list.splice(target, 0, moved);
    this.renumber();
  }

  /** Something outside single sheets changed: listeners get the ids of all sheets. */
  markRestructured(): void {
    this.restructured = true;
  }

  touchedSheetIds(): number[] {
    if (!this.restructured) return [...this.touched];
    return this.list.map((sheet) => sheet.properties.sheetId);
  }

  finish(): Spreadsheet {
    const record = { ...this.record, revision: this.base.revision + 1 };
    return { ...record, modifiedTime: this.now.toISOString(), sheets: this.list };
  }

  private renumber(): void {
    this.restructured = true;
    this.list.forEach((sheet, index) => {
      if (sheet.properties.index !== index)
        this.edit(sheet.properties.sheetId).properties.index = index;
    });
  }
}

function forkSheet(sheet: ReadonlySheet): Sheet {
  const { grid, ...record } = sheet;
  return { ...copyOf(record), grid: grid.fork() };
}
