// Keeps the grid in step with the server: fetches the tabs that changed and applies what differs.
import type { Move } from 'sheets-emulator/moves';
import type { SheetsApi } from '../server/sheets-api';
import { pause, singleFlight } from '../single-flight';
import { applyTab } from './apply-tab';
import { applyTabList } from './apply-tab-list';
import { activeTab, type Component } from './component';
import { forgetUndo, moveSelection, placeOf } from './follow-moves';
import type { OpenEditor } from './open-editor';
import type { Outbox } from './outbox';
import type { Positions } from './positions';
import { readProperties, readTab, type TabProperties, type TabState } from './tab-state';

/** A function writes in several calls; one fetch answers all that arrive together. */
const BATCH_MILLISECONDS = 40;
const RETRY_MILLISECONDS = 1000;
const TABS_AT_ONCE = 3;

export interface ServerChangesParts {
  readonly api: SheetsApi;
  readonly component: Component;
  readonly outbox: Outbox;
  readonly positions: Positions;
  /** Its cell is left alone. */
  readonly editor: OpenEditor;
  /** The row, column or tab of the open editor is gone; this was typed. */
  readonly homeless: (text: string) => void;
  /** What the server held when it was last asked. */
  readonly tabs: Map<number, TabState>;
  readonly applied: () => void;
}

export class ServerChanges {
  private readonly touched = new Set<number>();
  /** Those among them a change named, rather than that the whole workbook may be another. */
  private readonly named = new Set<number>();
  private readonly held = new Set<number>();
  private readonly refresh = singleFlight(() => this.run());

  constructor(private readonly parts: ServerChangesParts) {}

  /** Says that these tabs, or the list of tabs, may have changed on the server. */
  touch(sheetIds: readonly number[]): void {
    for (const sheetId of sheetIds) {
      this.touched.add(sheetId);
      if (sheetIds.length <= TABS_AT_ONCE) this.named.add(sheetId);
    }
    this.refresh();
  }

  touchAll(): void {
    this.touch([...this.parts.tabs.keys()]);
  }

  /** Brings in what was left out because a cell was being edited. */
  release(): void {
    if (this.held.size === 0) return;
    this.touch([...this.held]);
    this.held.clear();
  }

  private async run(): Promise<void> {
    await pause(BATCH_MILLISECONDS);
    const touched = new Set(this.touched);
    try {
      const isMoreToDo = await this.fetchAndApply(touched);
      if (isMoreToDo) this.refresh();
    } catch {
      // Unreachable, or a tab was renamed between the two calls: ask again.
      await pause(RETRY_MILLISECONDS);
      this.touch([...touched]);
    }
  }

  /** Answers whether there is more to do. */
  private async fetchAndApply(touched: ReadonlySet<number>): Promise<boolean> {
    const { api, outbox, tabs } = this.parts;
    const nothingHappened = outbox.watch();
    if (!nothingHappened()) return true;
    this.touched.clear();
    const list = ((await api.readTabs()).sheets ?? []).map(readProperties);
    const stale = list.filter(({ sheetId }) => touched.has(sheetId) || !tabs.has(sheetId));
    const [now, later] = this.split(stale);
    const fetched = await this.fetch(now);
    // After a local edit in between, what was fetched may be older than the grid.
    const isCurrent = nothingHappened() && fetched !== null;
    if (isCurrent) this.apply(list, fetched);
    for (const { sheetId } of isCurrent ? later : stale) this.touched.add(sheetId);
    if (isCurrent) for (const { sheetId } of now) this.named.delete(sheetId);
    return this.touched.size > 0;
  }

  /** Null when cells were moved while this was fetched. */
  private async fetch(list: readonly TabProperties[]): Promise<Fetched | null> {
    if (list.length === 0) return { revision: 0, tabs: [] };
    const { book, revision } = await this.parts.api.readContent(list.map((tab) => tab.title));
    const tabs = await Promise.all(
      (book.sheets ?? []).map(readTab).map(async (tab) => ({
        tab,
        moved: await this.movesUpTo(tab.sheetId, revision),
      })),
    );
    const isWhole = tabs.every(({ moved }) => !moved.isPastIt);
    return isWhole ? { revision, tabs } : null;
  }

  /** What moved the tab's cells since it was last shown. */
  private async movesUpTo(sheetId: number, revision: number): Promise<Moved> {
    const { api, positions } = this.parts;
    const shown = positions.revisionOf(sheetId);
    if (shown === undefined || shown >= revision) return { moves: [], isPastIt: false };
    const answer = await api.movesSince(shown);
    const moves = answer.moves?.filter((move) => move.sheetId === sheetId) ?? null;
    return { moves, isPastIt: answer.revision > revision && moves?.length !== 0 };
  }

  /** When the whole workbook may have changed, what is seen or named comes first, the rest bit by bit. */
  private split(stale: readonly TabProperties[]): [TabProperties[], TabProperties[]] {
    const { component, tabs } = this.parts;
    const active = activeTab(component);
    const isUrgent = ({ sheetId }: TabProperties) =>
      sheetId === active || !tabs.has(sheetId) || this.named.has(sheetId);
    const urgent = stale.filter(isUrgent);
    const others = stale.filter((tab) => !isUrgent(tab));
    const room = Math.max(0, TABS_AT_ONCE - urgent.length);
    return [[...urgent, ...others.slice(0, room)], others.slice(room)];
  }

  private apply(list: readonly TabProperties[], fetched: Fetched): void {
    const { component, tabs, applied } = this.parts;
    for (const { tab } of fetched.tabs) tabs.set(tab.sheetId, tab);
    const current = list.flatMap((properties) => {
      const tab = tabs.get(properties.sheetId);
      return tab === undefined ? [] : [{ ...tab, ...properties }];
    });
    tabs.clear();
    for (const tab of current) tabs.set(tab.sheetId, tab);
    this.leaveGoneTab();
    applyTabList(component, current);
    for (const { tab, moved } of fetched.tabs) this.applyOne(tab.sheetId, moved.moves, fetched);
    applied();
  }

  private applyOne(
    sheetId: number,
    moves: readonly Move[] | null,
    { revision }: Pick<Fetched, 'revision'>,
  ): void {
    const { component, tabs, positions, editor } = this.parts;
    const tab = tabs.get(sheetId);
    if (tab === undefined) return;
    const hasMoved = moves?.length !== 0;
    let isHeld = applyTab(component, tab, editor.place());
    if (hasMoved) {
      this.moveEditor(sheetId, moves);
      forgetUndo(component);
      if (moves !== null) moveSelection(component, sheetId, moves);
      // The cell that the editor has left.
      isHeld = applyTab(component, tab, editor.place());
    }
    if (isHeld) this.held.add(sheetId);
    positions.show(sheetId, revision);
  }

  private moveEditor(sheetId: number, moves: readonly Move[] | null): void {
    const { editor, homeless } = this.parts;
    const from = editor.place();
    if (from?.sheetId !== sheetId) return;
    const to = placeOf(from, moves);
    if (to === null) homeless(editor.giveUp());
    else if (to.row !== from.row || to.column !== from.column) editor.moveTo(to);
  }

  private leaveGoneTab(): void {
    const { editor, homeless, tabs } = this.parts;
    const place = editor.place();
    if (place !== null && !tabs.has(place.sheetId)) homeless(editor.giveUp());
  }
}

/** What moved the cells of a tab; null when nobody knows any more. */
interface Moved {
  readonly moves: readonly Move[] | null;
  /** Some of it after the revision that was fetched. */
  readonly isPastIt: boolean;
}

interface Fetched {
  readonly revision: number;
  readonly tabs: readonly { readonly tab: TabState; readonly moved: Moved }[];
}
