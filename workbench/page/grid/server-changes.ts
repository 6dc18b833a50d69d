// Keeps the grid in step with the server: fetches the tabs that changed and applies what differs.
import type { SheetsApi } from '../server/sheets-api';
import { pause, singleFlight } from '../single-flight';
import { applyTab } from './apply-tab';
import { applyTabList } from './apply-tab-list';
import type { Component, Place } from './component';
import type { Outbox } from './outbox';
import { readProperties, readTab, type TabProperties, type TabState } from './tab-state';

/** A function writes in several calls; one fetch answers all that arrive together. */
const GATHER_MILLISECONDS = 40;
const RETRY_MILLISECONDS = 1000;

export interface Parts {
  readonly api: SheetsApi;
  readonly component: Component;
  readonly outbox: Outbox;
  /** The cell with an open editor, which is left alone. */
  readonly editing: () => Place | null;
  /** What the server held when it was last asked. */
  readonly tabs: Map<number, TabState>;
  readonly applied: () => void;
}

export class ServerChanges {
  private readonly touched = new Set<number>();
  private readonly held = new Set<number>();
  private readonly refresh = singleFlight(() => this.run());

  constructor(private readonly parts: Parts) {}

  /** Says that these tabs, or the list of tabs, may have changed on the server. */
  touch(sheetIds: Iterable<number>): void {
    for (const sheetId of sheetIds) this.touched.add(sheetId);
    this.refresh();
  }

  touchAll(): void {
    this.touch(this.parts.tabs.keys());
  }

  /** Brings in what was left out because a cell was being edited. */
  release(): void {
    if (this.held.size === 0) return;
    this.touch(this.held);
    this.held.clear();
  }

  private async run(): Promise<void> {
    await pause(GATHER_MILLISECONDS);
    const touched = new Set(this.touched);
    this.touched.clear();
    try {
      if (!(await this.fetchAndApply(touched))) this.touch(touched);
    } catch {
      // Unreachable, or a tab was renamed between the two calls: ask again.
      await pause(RETRY_MILLISECONDS);
      this.touch(touched);
    }
  }

  /** Answers false when a local edit came in between: what was fetched may be older than the grid. */
  private async fetchAndApply(touched: ReadonlySet<number>): Promise<boolean> {
    const { api, outbox, tabs } = this.parts;
    const nothingHappened = outbox.watch();
    if (!nothingHappened()) return false;
    const list = ((await api.readTabs()).sheets ?? []).map(readProperties);
    const stale = list.filter(({ sheetId }) => touched.has(sheetId) || !tabs.has(sheetId));
    const content = stale.length === 0 ? {} : await api.readContent(stale.map((tab) => tab.title));
    if (!nothingHappened()) return false;
    this.apply(list, (content.sheets ?? []).map(readTab));
    return true;
  }

  private apply(list: readonly TabProperties[], fetched: readonly TabState[]): void {
    const { component, tabs, editing, applied } = this.parts;
    for (const tab of fetched) tabs.set(tab.sheetId, tab);
    const current = list.flatMap((properties) => {
      const tab = tabs.get(properties.sheetId);
      return tab === undefined ? [] : [{ ...tab, ...properties }];
    });
    tabs.clear();
    for (const tab of current) tabs.set(tab.sheetId, tab);
    applyTabList(component, current);
    for (const { sheetId } of fetched) {
      const tab = tabs.get(sheetId);
      if (tab !== undefined && applyTab(component, tab, editing())) this.held.add(sheetId);
    }
    applied();
  }
}
