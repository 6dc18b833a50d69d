// Links within the workbook, as the checks tab has them: pressing the cell leads to the other one.
import type { Component } from './component';
import { targetOf, type LinkTarget } from './link-target';
import type { TabState } from './tab-state';

export function followLinks(
  { api, ids }: Component,
  tabs: ReadonlyMap<number, TabState>,
  goTo: (target: LinkTarget) => void,
): void {
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const tab = tabs.get(ids.toServer(worksheet.getSheetId()));
    const target = targetOf(tab?.links.get(`${row},${column}`) ?? '');
    if (target !== null) goTo(target);
  });
}
