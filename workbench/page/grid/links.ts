// Links within the workbook, as the checks tab and the reports have them: pressing the cell leads to another cell or to the charts.
import type { Component } from './component';
import { isPlaceOfChart, targetOf, type LinkTarget } from './link-target';
import type { TabState } from './tab-state';

interface Places {
  readonly goTo: (target: LinkTarget) => void;
  /** Of the tab in front. */
  readonly showCharts: () => void;
}

export function followLinks(
  { api, ids }: Component,
  tabs: ReadonlyMap<number, TabState>,
  { goTo, showCharts }: Places,
): void {
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const tab = tabs.get(ids.toServer(worksheet.getSheetId()));
    const target = targetOf(tab?.links.get(`${row},${column}`) ?? '');
    if (tab === undefined || target === null) return;
    if (target.sheetId === tab.sheetId && isPlaceOfChart(target.a1, tab.charts)) showCharts();
    else goTo(target);
  });
}
