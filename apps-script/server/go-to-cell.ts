import type { SidebarCalls } from './sidebar-calls';

export const goToCell: SidebarCalls['goToCell'] = (sheetId, cell) => {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheets().find((candidate) => candidate.getSheetId() === sheetId);
  if (sheet === undefined) return false;
  spreadsheet.setActiveSheet(sheet);
  if (cell !== null) sheet.getRange(cell).activate();
  return true;
};
