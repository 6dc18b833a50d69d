// Tabs only Lectern or an administrator should write: a lock on the tab. The server decides who may.
import { type Component, change } from './component';
import type { TabState } from './tab-state';

/** The component's numbers for "a worksheet" and for "some people may edit, everybody may look". */
const WORKSHEET = 2;
const SOME_MAY_EDIT = 'designedUserCanEdit';
const ALL_MAY_LOOK = 'othersCanView';

export function applyProtection(component: Component, tab: TabState): void {
  const subUnitId = component.ids.toGrid(tab.sheetId);
  const sheet = component.workbook.getSheetBySheetId(subUnitId);
  const isProtected = sheet?.getWorksheetPermission().isProtected() === true;
  if (sheet === null || isProtected === tab.isProtected) return;
  if (!tab.isProtected) {
    change(component, 'sheet.mutation.delete-worksheet-protection', { subUnitId });
    return;
  }
  const rule = {
    permissionId: `lectern-${subUnitId}`,
    unitType: WORKSHEET,
    unitId: component.workbook.getId(),
    subUnitId,
    editState: SOME_MAY_EDIT,
    viewState: ALL_MAY_LOOK,
  };
  change(component, 'sheet.mutation.add-worksheet-protection', { subUnitId, rule });
}
