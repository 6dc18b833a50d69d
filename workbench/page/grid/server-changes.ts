// Keeps the grid in step with the server: fetches the tabs that changed and applies what differs.
import type { SheetsApi } from '../server/sheets-api';
import { pause, singleFlight } from '../single-flight';
import { applyTab } from './apply-tab';
import { applyTabList } from './apply-tab-list';
import { activeTab, type Component, type GridPlace } from './component';
import type { Outbox } from './outbox';
import { readProperties, readTab, type TabProperties, type TabState } from './tab-state';

/** A function writes in several calls; one fetch answers all that arrive together. */
const BATCH_MILLISECONDS = 40;
const RETRY_MILLISECONDS = 1000;
const TABS_AT_ONCE = 3;

export interface ServerChangesParts {
  readonly api: SheetsApi;
  readonly component: Component;
  readonly outbox: Outbox;
  /** The cell with an open editor, which is left alone. */
  readonly editing: () => GridPlace | null;
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
    const content = now.length === 0 ? {} : await api.readContent(now.map((tab) => tab.title));
    // After a local edit in between, what was fetched may be older than the grid.
    const isCurrent = nothingHappened();
    if (isCurrent) this.apply(list, (content.sheets ?? []).map(readTab));
    for (const { sheetId } of isCurrent ? later : stale) this.touched.add(sheetId);
    if (isCurrent) for (const { sheetId } of now) this.named.delete(sheetId);
    return this.touched.size > 0;
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
