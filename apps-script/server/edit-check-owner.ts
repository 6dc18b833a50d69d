// The user as whom the check while typing runs in this workbook: one user only, however many triggers are installed.

/** A document property: script properties are shared by all workbooks that use the add-on. */
const KEY = 'CHECKS_EDITS_AS';

const properties = (): GoogleAppsScript.Properties.Properties =>
  PropertiesService.getDocumentProperties();

/** Empty when edits are not checked. */
export function editCheckOwner(): string {
  return properties().getProperty(KEY) ?? '';
}

export const isCheckingEdits = (): boolean => editCheckOwner() !== '';

/** Null: edits are no longer checked. */
export function setEditCheckOwner(email: string | null): void {
  if (email === null) properties().deleteProperty(KEY);
  else properties().setProperty(KEY, email);
}
